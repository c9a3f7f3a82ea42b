"""A folder is made for a collection, or it is said why not and what to do."""

from pathlib import Path

import pytest

from corrector.errors import OutputError
from corrector.tasks.folders import make_folder


def test_a_folder_and_those_above_it_are_made_and_twice_does_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / "letters" / "1957"
    make_folder(folder)
    make_folder(folder)
    assert folder.is_dir()


def test_where_no_folder_can_be_made_it_is_said_why(tmp_path: Path) -> None:
    (tmp_path / "letters").write_text("a file, not a folder", "utf-8")
    with pytest.raises(OutputError, match=r"cannot be made: .+\. Nothing was changed") as caught:
        make_folder(tmp_path / "letters" / "1957")
    assert str(tmp_path / "letters" / "1957") in str(caught.value)
    assert isinstance(caught.value.__cause__, OSError)
