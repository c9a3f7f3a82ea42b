"""A window killed in the middle of typing loses no version and at most a second of typing."""

import shutil
from pathlib import Path

import pytest
from killed_while_typing import run

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.window
def test_a_killed_window_loses_no_version_and_at_most_a_second(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    shutil.copytree(PROJECT / "resources" / "sample", folder)

    versions, lost, _slowest = run(folder, moments=5)

    assert versions >= 1
    assert lost <= 1
