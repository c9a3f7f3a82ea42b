"""The rules of the house: who may import whom, how long things are, what each file says first."""

import ast
import importlib.metadata
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
PACKAGE = PROJECT / "corrector"

EVERYWHERE = {"corrector", "corrector.errors", "corrector.messages", "corrector.paths"}
FOUNDATION = EVERYWHERE | {"corrector.atomic"}
DATA_TYPES = {
    "corrector.ocr.words",
    "corrector.scans.geometry",
    "corrector.scans.listing",
    "corrector.record.entries",
    "corrector.record.remarks",
    "corrector.suspicion.findings",
    "corrector.linking.links",
}
ROOMS = ("text", "scans", "ocr", "linking", "suspicion", "record", "formats", "tasks", "cli", "gui")

MAY_IMPORT: dict[str, set[str]] = {
    "errors": {"corrector.messages"},
    "messages": set(),
    "paths": {"platformdirs"},
    "atomic": EVERYWHERE,
    "settings": FOUNDATION | {"tomli_w"},
    "logs": EVERYWHERE,
    "text": FOUNDATION | {"diff_match_patch", "fast_diff_match_patch"},
    "scans": FOUNDATION | {"corrector.text", "PIL", "pypdfium2", "natsort"},
    "ocr": FOUNDATION
    | {"corrector.scans", "corrector.text", "pytesseract", "tesserocr", "PIL", "langcodes"},
    "linking": FOUNDATION
    | {"corrector.text", "corrector.ocr.words", "corrector.scans.geometry"}
    | {"rapidfuzz"},
    "suspicion": FOUNDATION
    | {"corrector.text", "corrector.ocr.words", "corrector.linking.links"}
    | {"msgpack", "wordfreq", "rapidfuzz", "langcodes"},
    "record": FOUNDATION
    | {"corrector.text", "corrector.ocr.words", "corrector.scans.geometry"}
    | {"sqlalchemy", "alembic", "psutil", "psycopg", "rapidfuzz"},
    "formats": FOUNDATION | {"corrector.text", "lxml", "pikepdf", "bagit"} | DATA_TYPES,
    "tasks": FOUNDATION
    | {"corrector.settings", "corrector.logs"}
    | {"PIL", "sqlalchemy"},  # images and connections are handed on, not worked with
    "cli": FOUNDATION | {"corrector.tasks", "corrector.settings", "corrector.logs", "tqdm"},
    "gui": FOUNDATION
    | {"corrector.tasks", "corrector.settings", "corrector.logs", "corrector.text", "PySide6"}
    | DATA_TYPES
    | {"shiboken6"},  # part of PySide6: tells whether a widget still exists
    "__main__": FOUNDATION | {"corrector.cli", "corrector.gui", "corrector.tasks.places"},
}
MAY_IMPORT["tasks"] |= {f"corrector.{room}" for room in ROOMS[:7]}
OF_ITSELF = {"cli": DATA_TYPES}


def files() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield str(node.module)


def allowed(name: str, room: str) -> bool:
    top = name.partition(".")[0]
    if top in sys.stdlib_module_names or top == "__future__":
        return True
    permitted = MAY_IMPORT.get(room, set()) | OF_ITSELF.get(room, set()) | {f"corrector.{room}"}
    return any(name == one or name.startswith(f"{one}.") for one in permitted - {"corrector"}) or (
        name == "corrector" and "corrector" in permitted
    )


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_imports_only_what_its_room_may(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    refused = [name for name in imported(path) if not allowed(name, room)]
    assert not refused, f"{path.relative_to(PROJECT)} must not import {refused}"


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_has_one_job_said_first_and_stays_short(path: Path) -> None:
    source = path.read_text("utf-8")
    tree = ast.parse(source)
    assert ast.get_docstring(tree), f"{path} does not say its job"
    assert source.count("\n") <= 350, f"{path} is over 350 lines"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 50, f"{path}:{node.lineno} {node.name} has {length} lines"


def test_tests_stay_short_too() -> None:
    long = [
        path.name
        for path in PROJECT.glob("tests/**/*.py")
        if path.read_text("utf-8").count("\n") > 350
    ]
    assert not long, f"over 350 lines: {long}"


def test_the_command_line_does_not_load_qt() -> None:
    code = (
        "import sys, corrector.cli.main, corrector.__main__\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]\n"
        "heavy = {'lxml', 'sqlalchemy', 'pikepdf', 'bagit'}\n"
        "assert not heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=PROJECT, check=True)


def test_nothing_unexpected_lies_at_the_top() -> None:
    expected = {"pyproject.toml", "corrector", "resources", "tests", "packaging"}
    expected |= {"README.md", "LICENSE", "CHANGELOG.md"}
    listed = subprocess.run(
        ["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout: nothing tells project files from others")
    top = {line.split("/")[0] for line in listed.stdout.splitlines()}
    assert {name for name in top if not name.startswith(".")} == expected


def test_the_version_is_said_once_and_told_everywhere() -> None:
    from corrector import VERSION

    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION
    assert f"## {VERSION}" in (PROJECT / "CHANGELOG.md").read_text("utf-8")


def test_this_pyside_does_not_lose_references_to_none() -> None:
    from PySide6.QtCore import QObject

    if sys.version_info >= (3, 12):
        pytest.skip("None is immortal from CPython 3.12 on")
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100, importlib.metadata.version(
        "PySide6-Essentials"
    )
