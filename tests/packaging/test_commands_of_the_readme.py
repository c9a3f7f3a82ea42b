"""The two commands of the README, and every command line it shows."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from corrector.cli.arguments import COMMANDS, parser_of_commands

PROJECT = Path(__file__).resolve().parents[2]
README = (PROJECT / "README.md").read_text("utf-8")


def environment_made_before(folder: Path, extras: str) -> Path:
    """Make what packaging/setup.sh leaves behind, so that nothing is fetched in a test."""
    (folder / "bin").mkdir(parents=True)
    for name, arguments in (("python", ""), ("corrector", " -m corrector")):
        command = folder / "bin" / name
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}"{arguments} "$@"\n')
        command.chmod(0o755)
    project_file = (PROJECT / "pyproject.toml").read_bytes()
    checked = subprocess.run(["cksum"], input=project_file, capture_output=True, check=True)
    stamp = f"{extras} {checked.stdout.decode().strip()} {PROJECT}"
    (folder / "corrector-stamp").write_text(stamp)
    (folder / "corrector-compiled").write_text("pure\n")
    return folder


def shell_environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return kept | {
        "CORRECTOR_VENV": str(environment_made_before(tmp_path / "venv", "")),
        "CORRECTOR_HOME": str(tmp_path / "corrector-home"),
        "CORRECTOR_COMPILE": "0",
        "TMPDIR": str(tmp_path),
        "PYTHONPATH": str(PROJECT),
    }


@pytest.mark.slow
@pytest.mark.tesseract
def test_without_a_display_the_first_command_does_the_main_job_on_the_sample(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        ["sh", "packaging/start.sh"],
        cwd=PROJECT,
        env=shell_environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for said in ("despatch_3:", "suspicious", "version 1, typed, Sample Reader", "as it was"):
        assert said in done.stdout
    (work,) = tmp_path.glob("corrector-sample.*")
    exported = sorted(path.name for path in (work / "export").iterdir())
    assert exported == ["despatch.xml", "despatch_1.txt", "despatch_2.txt", "despatch_3.txt"]
    picture = PROJECT / "sample-window.png"
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_set_up_names_what_it_cannot_get(tmp_path: Path) -> None:
    """A machine without Python, without root and without sudo: it says what it needs."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname", "tr", "id", "find", "head", "uname", "cat", "cksum"):
        found = next(p for f in ("/bin", "/usr/bin") if (p := Path(f) / name).exists())
        (tools / name).symlink_to(found)
    (tools / "id").unlink()
    (tools / "id").write_text("#!/bin/sh\necho 1000\n")
    (tools / "id").chmod(0o755)
    done = subprocess.run(
        ["/bin/sh", "packaging/start.sh"],
        cwd=PROJECT,
        env={"PATH": str(tools), "HOME": str(tmp_path), "CORRECTOR_VENV": str(tmp_path / "venv")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 5
    assert "apt-get install" in done.stderr
    assert "python3-venv" in done.stderr
    assert "tesseract-ocr" in done.stderr


def shown_command_lines() -> list[str]:
    return re.findall(r"^corrector .*?(?=\s+#|$)", README, re.MULTILINE)


@pytest.mark.parametrize("line", shown_command_lines())
def test_every_command_line_of_the_readme_is_understood(line: str) -> None:
    words = shlex.split(line.partition(">")[0])
    assert parser_of_commands().parse_args(words[1:])


def test_the_readme_shows_every_command_but_the_window() -> None:
    shown = {line.split()[1] for line in shown_command_lines()}
    assert {command.name for command in COMMANDS} - shown <= {"open", "status", "links"}


def test_continuous_integration_calls_the_command_of_the_readme() -> None:
    assert "sh packaging/test.sh" in (PROJECT / ".ci" / "run").read_text("utf-8")
    assert "sh packaging/test.sh" in README
