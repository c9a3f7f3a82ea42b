"""That compiled modules say what the interpreted ones say, to the last digit of every score."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
COPIED = ("corrector", "resources", "pyproject.toml", "README.md", "LICENSE")
UNUSUAL = """Tlie  cornmittee\u00a0met on the l2th of Sep-
tember, “as usual” ‚quoted' — and\u200badjourned .
ﬁnally, the ofﬁce of Mr. J.K. O'Neill—Smith paid £3,000 -/- 17/6d.
ΑΒΓ Москва 東京 e\u0301te\u0301 naïve Straße ſchließen DZ ǅ \U0001f600\U0001d504
'tvas tbe be5t oI tirnes,it was thc vvorst . . , of ; times
- 14 -

IVIr. MCCARTHY SEGRET 0F THE the the ,, || ~~ _ ¬ ©® %& 1O.3O a.m. xxiij
"""
ASKED = """
import sys
from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.given import Evidence
from corrector.text.edits import Edit, smallest_edits, apply_edits
from corrector.text.tokens import Span, tokenise
text = sys.stdin.read()
for languages in (("en",), ("de", "fr"), ("xx",)):
    checker = Checker(languages)
    for span, numbers in checker.features(text):
        print(span, numbers)
    for token in tokenise(text)[::9]:
        print(checker.grounds(text, token.span))
    latest = checker.check(text)
    edited = apply_edits(text, (Edit(Span(9, 9), "x"),))
    latest = checker.recheck(latest, edited, smallest_edits(text, edited), threshold=0.05)
    print(latest)
extra = [name for name in ("mypy", "mypyc", "mypy_extensions", "librt") if name in sys.modules]
print("needs", extra)
"""


def can_be_compiled() -> bool:
    compiler = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc"
    header = Path(sysconfig.get_path("include")) / "Python.h"
    return shutil.which(str(compiler).split()[0]) is not None and header.is_file()


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as a compiled wheel has it, unpacked; built on a copy, without network."""
    if not can_be_compiled():
        pytest.skip("no C compiler or no Python.h (Debian: apt-get install gcc python3-dev)")
    copy, made = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("made")
    for name in COPIED:
        whole = shutil.copytree if (PROJECT / name).is_dir() else shutil.copy
        whole(PROJECT / name, copy / name)
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(made)],
        cwd=copy,
        env={**os.environ, "HATCH_BUILD_HOOKS_ENABLE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = made.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(made / "unpacked")
    return made / "unpacked"


def said(program: Path, folder: Path, *arguments: str, text: str = "") -> str:
    """Return what the Python of the tests prints, with `program` as the place of Corrector."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(program)},
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_modules_that_the_project_names_are_compiled(compiled: Path, tmp_path: Path) -> None:
    hook = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    patterns = hook["targets"]["wheel"]["hooks"]["mypyc"]["include"]
    found = [sorted(PROJECT.glob(pattern)) for pattern in patterns]
    assert all(found), "a pattern that names no module"
    names = [".".join(p.relative_to(PROJECT).with_suffix("").parts) for some in found for p in some]
    script = "import importlib, sys\n"
    script += "for name in sys.argv[1:]: print(importlib.import_module(name).__file__)"
    files = said(compiled, tmp_path, "-c", script, *names).split("\n")[:-1]
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    assert len(files) == len(names)
    assert [file for file in files if not file.endswith(suffix)] == []
    assert all(Path(file).is_relative_to(compiled) for file in files)


@pytest.mark.slow
def test_compiled_and_interpreted_checks_are_equal(compiled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for text in (PROJECT / "resources" / "sample").glob("*.txt"):
        shutil.copy(text, folder)
    (folder / "unusual.txt").write_text(UNUSUAL, "utf-8")
    command = ["-m", "corrector", "check", str(folder), "--json", "--all-tokens"]
    ours = said(PROJECT, tmp_path, *command)
    assert said(compiled, tmp_path, *command) == ours
    assert len(ours) > 100_000


@pytest.mark.slow
def test_compiled_signals_and_rechecks_are_equal_and_need_nothing_more(
    compiled: Path, tmp_path: Path
) -> None:
    ours = said(PROJECT, tmp_path, "-c", ASKED, text=UNUSUAL)
    assert said(compiled, tmp_path, "-c", ASKED, text=UNUSUAL) == ours
    assert ours.endswith("needs []\n")
