"""When start.sh compiles, when it does not, and what it starts then."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PYTHON = """#!/bin/sh
# A Python whose pip makes what is asked for, or fails; what belongs to it stays in this folder.
case "$*" in
    *"pip install"*)
        echo "$*" >>"{folder}/asked"
        if [ -e "{folder}/slow" ]; then
            for _ in 1 2 3 4 5 6 7 8 9 10; do [ -e "{folder}/started" ] || sleep 1; done
            [ -e "{folder}/started" ] || touch "{folder}/waited-in-vain"
        fi
        [ ! -e "{folder}/changing" ] || sh "{folder}/changing"
        [ ! -e "{folder}/broken" ] || {{ echo "no compiler that works" >&2; exit 1; }}
        while [ "$1" != --target ]; do shift; done
        mkdir -p "$2" && ls "$3" >"$2/made-from" ;;
    *Python.h*) [ ! -e "{folder}/no-compiler" ] ;;
    *purelib*) echo "{folder}" ;;
    *) exec "{real}" "$@" ;;
esac
"""
OPEN = '#!/bin/sh\necho "started $*"\ntouch "${0%/bin/*}/started"\n'


class Place(NamedTuple):
    """A project of its own, with an environment that was set up before."""

    project: Path
    environment: Path

    def start(self, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "packaging/start.sh", "scans"],
            cwd=self.project,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(self.project.parent),
                "DISPLAY": ":none",
                "CORRECTOR_VENV": str(self.environment),
                "TMPDIR": str(self.project.parent / "temporary"),
                **more,
            },
            capture_output=True,
            text=True,
            check=True,
        )

    def pointed_at(self) -> Path | None:
        """Return the folder that Python searches before the project."""
        path_file = self.environment / "0-corrector-compiled.pth"
        return Path(path_file.read_text().strip()) if path_file.exists() else None

    def compilings(self) -> int:
        asked = self.environment / "asked"
        return len(asked.read_text().splitlines()) if asked.exists() else 0


@pytest.fixture
def place(tmp_path: Path) -> Place:
    project, environment = tmp_path / "a project", tmp_path / "an environment"
    shutil.copytree(PROJECT / "packaging", project / "packaging")
    for name in ("corrector", "resources"):
        (project / name).mkdir()
    for name in ("corrector/words.py", "resources/list.txt", "README.md", "LICENSE"):
        (project / name).write_text("1\n")
    shutil.copy(PROJECT / "pyproject.toml", project)
    (tmp_path / "temporary").mkdir()
    (environment / "bin").mkdir(parents=True)
    script = PYTHON.format(folder=environment, real=sys.executable)
    for name, text in (("python", script), ("corrector", OPEN)):
        command = environment / "bin" / name
        command.write_text(text)
        command.chmod(0o755)
    stamp_with(project, environment, "")
    return Place(project, environment)


def stamp_with(project: Path, environment: Path, extras: str) -> None:
    content = (project / "pyproject.toml").read_bytes()
    checked = subprocess.run(["cksum"], input=content, capture_output=True, check=True)
    stamp = f"{extras} {checked.stdout.decode().strip()} {project}"
    (environment / "corrector-stamp").write_text(stamp)


def test_the_first_start_compiles_a_copy_and_the_next_one_does_not(place: Place) -> None:
    first = place.start()
    assert "Compiling" in first.stderr
    assert first.stdout == "started open scans\n"
    compiled = place.pointed_at()
    assert compiled is not None
    made_from = (compiled / "made-from").read_text().split()
    assert made_from == ["LICENSE", "README.md", "corrector", "pyproject.toml", "resources"]
    assert place.start().stderr == ""
    assert place.compilings() == 1
    assert list((place.project.parent / "temporary").iterdir()) == []


def test_the_program_starts_while_its_modules_are_compiled(place: Place) -> None:
    (place.environment / "slow").touch()
    place.start()
    assert not (place.environment / "waited-in-vain").exists()
    assert place.pointed_at() is not None


def test_what_was_compiled_of_sources_that_changed_meanwhile_is_not_used(place: Place) -> None:
    words = place.project / "corrector/words.py"
    changing = place.environment / "changing"
    changing.write_text(f"echo 2 >'{words}'; rm '{changing}'\n")
    place.start()
    assert place.pointed_at() is None
    place.start()
    assert place.pointed_at() is not None
    assert place.compilings() == 2


@pytest.mark.parametrize("changed", ["corrector/words.py", "resources/list.txt"])
def test_changed_sources_are_compiled_anew(place: Place, changed: str) -> None:
    place.start()
    before = place.pointed_at()
    (place.project / changed).write_text("2\n")
    assert "Compiling" in place.start().stderr
    assert place.pointed_at() != before
    assert place.compilings() == 2
    assert before is not None
    assert before.is_dir(), "a window that still runs loads modules from there"


def test_where_compiling_fails_the_program_starts_as_it_stands(place: Place) -> None:
    place.start()
    (place.project / "corrector/words.py").write_text("2\n")
    (place.environment / "broken").touch()
    done = place.start()
    assert done.stdout == "started open scans\n"
    assert "compile.log" in done.stderr
    assert "no compiler that works" in (place.environment / "compile.log").read_text()
    assert place.pointed_at() is None, "the old one would be another program"
    assert place.start().stderr == ""
    assert place.compilings() == 2


def test_without_a_compiler_nothing_is_compiled_and_this_is_said_once(place: Place) -> None:
    (place.environment / "no-compiler").touch()
    done = place.start()
    assert done.stdout == "started open scans\n"
    assert len(done.stderr.splitlines()) == 1
    assert "without compiled modules" in done.stderr
    assert place.start().stderr == ""
    assert place.compilings() == 0


def test_compiling_can_be_refused_and_wanted_again(place: Place) -> None:
    place.start()
    refused = place.start(CORRECTOR_COMPILE="0")
    assert "without compiled modules" in refused.stderr
    assert place.pointed_at() is None
    place.start()
    assert place.pointed_at() is not None
    assert place.compilings() == 1, "the sources are those that were compiled"


def test_beside_what_the_tests_need_nothing_is_compiled(place: Place) -> None:
    stamp_with(place.project, place.environment, "[test]")
    done = place.start()
    assert done.stdout == "started open scans\n"
    assert place.compilings() == 0
