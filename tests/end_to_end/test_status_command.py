"""The status of a page from the command line: set, refused, overridden, and remembered."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Corrector


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    folder = tmp_path / "letter"
    folder.mkdir()
    (folder / "page1.txt").write_text("THE QUICK BROWN FOX", "utf-8")
    return folder


def test_every_status_set_is_remembered_with_who_and_why(
    corrector: Corrector, letter: Path
) -> None:
    assert corrector("status", letter, "1", "in-progress", "--by", "A. Reader").code == 0
    done = corrector("status", letter, "1", "proofread", "--by", "A. Reader", "--note", "twice")

    assert done.code == 0
    assert "page1: proofread, A. Reader" in done.out
    history = json.loads(corrector("history", letter, "1", "--json").out)
    told = [(one["status"], one["author"], one["note"]) for one in history["statuses"]]
    assert told == [("in progress", "A. Reader", ""), ("proofread", "A. Reader", "twice")]
    assert history["notes"] == []


def test_the_proofreader_cannot_validate_unless_that_is_overridden(
    corrector: Corrector, letter: Path
) -> None:
    corrector("status", letter, "1", "proofread", "--by", "A. Reader")

    refused = corrector("status", letter, "1", "validated", "--by", "A. Reader")
    assert refused.code == 2
    assert "another person should validate it" in refused.error
    other = corrector("status", letter, "1", "validated", "--by", "B. Reader", "--json")
    assert json.loads(other.out)["overrides"] is False
    forced = corrector(
        "status", letter, "1", "validated", "--by", "A. Reader", "--override", "--json"
    )
    assert json.loads(forced.out)["overrides"] is True


def test_an_unknown_status_is_refused(corrector: Corrector, letter: Path) -> None:
    with pytest.raises(SystemExit) as left:
        corrector("status", letter, "1", "finished", "--by", "A. Reader")
    assert left.value.code == 2
