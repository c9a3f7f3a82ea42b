"""A window killed in the middle of typing loses no version and not one key."""

import shutil
from pathlib import Path

import pytest
from killed_while_typing import run

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.window
def test_a_killed_window_loses_no_version_and_not_one_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CORRECTOR_HOME", "")  # the run sets its own, which is to be taken back
    folder = tmp_path / "pages"
    shutil.copytree(PROJECT / "resources" / "sample", folder)

    found = run(folder, moments=5)

    assert found.versions >= 1
    assert found.keys == 0
    assert not found.failures
