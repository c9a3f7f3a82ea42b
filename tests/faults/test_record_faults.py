"""Whatever fails while the record is changed, it is afterwards as before or as wanted."""

import ast
import os
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from record_changes import CHANGES
from record_on_failing_disk import attempt, judged
from sqlalchemy import Engine, event

PROJECT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("record_on_failing_disk.py")
COMPILER = shutil.which("cc") or shutil.which("gcc")


@pytest.fixture(scope="session")
def failing_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that makes file operations fail, compiled for this run."""
    if COMPILER is None or not sys.platform.startswith("linux"):
        pytest.skip("needs Linux and a C compiler")
    library = tmp_path_factory.mktemp("disk") / "failing_disk.so"
    source = Path(__file__).with_name("failing_disk.c")
    command = [COMPILER, "-shared", "-fPIC", "-O1", "-o", str(library), str(source), "-ldl"]
    subprocess.run(command, check=True)
    return library


@pytest.mark.parametrize("name", CHANGES)
def test_every_failing_write_sync_rename_or_removal_leaves_before_or_after(
    name: str, failing_disk: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), name, str(tmp_path)],
        cwd=PROJECT,
        env=os.environ | {"LD_PRELOAD": str(failing_disk), "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    outcomes = Counter(ast.literal_eval(done.stdout))
    assert outcomes["failed and as before"] > 4
    assert outcomes["done"] >= 2
    print(name, dict(outcomes))


@contextmanager
def failing_statement(at: int) -> Iterator[list[int]]:
    """Let the `at`-th statement or commit of the block fail as on a full disk."""
    met: list[int] = []

    def count(*_given: object) -> None:
        met.append(1)
        if len(met) == at:
            raise sqlite3.OperationalError("database or disk is full")

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)
    try:
        yield met
    finally:
        event.remove(Engine, "before_cursor_execute", count)
        event.remove(Engine, "commit", count)


@pytest.mark.parametrize("name", ["save", "draft", "create", "migration"])
def test_every_failing_statement_or_commit_leaves_before_or_after(
    name: str, tmp_path: Path
) -> None:
    change = CHANGES[name]
    template = tmp_path / "template"
    template.mkdir()
    change.prepare(template)
    outcomes: Counter[str] = Counter()
    for at in range(1, 500):
        place = tmp_path / str(at)
        shutil.copytree(template, place)
        before = change.state(place)
        with failing_statement(at) as met:
            failed = attempt(change, place)
        outcomes[judged(change, before, change.state(place), failed=failed)] += 1
        shutil.rmtree(place)
        if len(met) < at:
            break
    assert outcomes["failed and as before"] > 2
    assert outcomes["done"] == 1
