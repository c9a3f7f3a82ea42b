"""corrector series: the same wrong reading changed in many places, recorded, taken back."""

import json
from pathlib import Path
from typing import Any

import pytest

from corrector.errors import OutputError
from corrector.record import versions
from corrector.settings import Settings, save_settings
from corrector.tasks.opening import open_for_work
from corrector.tasks.places import place_of
from tests.end_to_end.conftest import Corrector

TEXT = "😀 WE BAVE SEEN (BAVE).\nBave!\n"
FOUND = {"series", "wrong", "right", "any_case", "pages"}
PAGE = {"page", "label", "changed", "version", "state", "places"}
PLACE = {"start", "end", "old", "new", "line", "context", "box", "settled", "ticked"}


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    (folder / "second").mkdir(parents=True)
    for name in ("letter_01", "letter_02", "second/note_01"):
        (folder / f"{name}.txt").write_text(TEXT, "utf-8")
    return folder


def told(corrector: Corrector, *arguments: object) -> dict[str, Any]:
    (line,) = corrector("series", *arguments, "--json").out.splitlines()
    return dict(json.loads(line))


def test_a_dry_run_lists_the_places_and_writes_nothing(corrector: Corrector, letters: Path) -> None:
    said = corrector("series", letters, "BAVE", "HAVE", "--dry-run")
    assert said.code == 0
    assert "letter_01: 5-9  😀 WE [BAVE] SEEN (BAVE).  -> HAVE" in said.out
    assert "6 places on 3 pages; nothing was changed" in said.out
    assert [one.name for one in letters.iterdir() if one.suffix == ".corrector"] == []


def test_the_json_tells_places_in_code_points(corrector: Corrector, letters: Path) -> None:
    found = told(corrector, letters, "BAVE", "HAVE", "--any-case", "--dry-run")
    assert set(found) == FOUND
    assert (found["series"], found["any_case"]) == (None, True)
    assert [set(one) for one in found["pages"]] == [PAGE] * 3
    places = found["pages"][0]["places"]
    assert [set(one) for one in places] == [PLACE] * 3
    assert [TEXT[one["start"] : one["end"]] for one in places] == ["BAVE", "BAVE", "Bave"]
    assert [one["new"] for one in places] == ["HAVE", "HAVE", "Have"]
    assert [one["line"] for one in places] == [1, 1, 2]


def test_a_series_is_changed_recorded_and_taken_back(corrector: Corrector, letters: Path) -> None:
    done = corrector("series", letters, "BAVE", "HAVE", "--any-case", "--by", "A. Reader")
    assert (done.code, done.error) == (0, "")
    assert "9 of 9 places changed on 3 pages, series " in done.out
    assert corrector("show", letters, "1").out == "😀 WE HAVE SEEN (HAVE).\nHave!\n"
    (history,) = [json.loads(corrector("history", letters, "1", "--json").out)]
    made = history["versions"][-1]
    assert (made["origin"], made["author"]) == ("series", "A. Reader")
    assert made["details"]["wrong"] == "BAVE"
    assert {one["origin"] for one in made["corrections"]} == {"series"}
    name = made["details"]["series"]
    assert name in done.out
    back = corrector("series", letters, "--take-back", name, "--by", "A. Reader")
    assert (back.code, back.out) == (0, f"series {name}: restored on 3 of 3 pages\n")
    assert corrector("show", letters, "1").out == TEXT
    again = corrector("series", letters, "--take-back", name, "--by", "A. Reader")
    assert again.code == 1
    assert corrector("verify", letters).code == 0


@pytest.mark.parametrize(
    ("scope", "pages"),
    [
        (["--pages", "2"], ["letter_02"]),
        (["--document", "letter"], ["letter_01", "letter_02"]),
        (["--document", "letter", "--pages", "2-"], ["letter_02"]),
    ],
)
def test_a_scope_is_kept(
    corrector: Corrector, letters: Path, scope: list[str], pages: list[str]
) -> None:
    found = told(corrector, letters, "BAVE", "HAVE", *scope, "--dry-run")
    assert [one["label"] for one in found["pages"]] == pages


def test_what_was_typed_by_a_person_is_left_unless_asked_for(
    corrector: Corrector, letters: Path, tmp_path: Path
) -> None:
    text = tmp_path / "typed.txt"
    text.write_text(TEXT.replace("Bave!", "BAVE!"), "utf-8")
    assert corrector("save", letters, "1", "--text", text, "--by", "A. Reader").code == 0
    left = corrector("series", letters, "BAVE", "HAVE", "--pages", "1", "--by", "B. Reader")
    assert "[BAVE]!  -> HAVE  (left: typed)" in left.out
    assert "2 of 2 places changed" in left.out
    more = corrector(
        "series", letters, "BAVE", "HAVE", "--pages", "1", "--by", "B. Reader", "--also-settled"
    )
    assert "1 of 1 place changed" in more.out


def test_a_person_answers_for_every_version(corrector: Corrector, letters: Path) -> None:
    assert corrector("series", letters, "BAVE", "HAVE").code == 2
    save_settings(Settings(person_name="C. Reader"))
    assert corrector("series", letters, "BAVE", "HAVE").code == 0
    assert "C. Reader" in corrector("history", letters, "1").out


@pytest.mark.parametrize(
    "wrong",
    [
        [], ["BAVE"], ["BAVE", "BAVE"], ["BAVE", ""], ["--take-back", "nothing"],
        ["BAVE", "HAVE", "--take-back", "x"], ["BAVE", "HAVE", "--document", "none"],
        ["BAVE", "HAVE", "--pages", "99"],
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_a_usage_error(
    corrector: Corrector, letters: Path, wrong: list[str]
) -> None:
    said = corrector("series", letters, *wrong, "--by", "A. Reader")
    assert said.code == 2
    assert said.error


def test_a_disk_that_fails_is_told_with_what_was_left(
    corrector: Corrector, letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert corrector("info", letters).code == 0
    left, written = [1], versions.write_versions
    with open_for_work(place_of(str(letters)), "A. Reader"):
        pass  # the record is made while the disk is well

    def full(*arguments: Any) -> None:
        if not left[0]:
            raise OutputError("the disk is full")
        left[0] -= 1
        written(*arguments)

    monkeypatch.setattr(versions, "write_versions", full)
    part = corrector("series", letters, "BAVE", "HAVE", "--by", "A. Reader")
    assert part.code == 1
    assert "letter_02: left as it is, the disk is full" in part.error
    assert "note_01: left as it is, it was not reached" in part.error
    assert "2 of 6 places changed on 1 page" in part.out
    assert corrector("series", letters, "BAVE", "HAVE", "--by", "A. Reader").code == 4


def test_a_locked_collection_is_left(corrector: Corrector, letters: Path) -> None:
    with open_for_work(place_of(str(letters)), "B. Reader"):
        assert corrector("series", letters, "BAVE", "HAVE", "--by", "A. Reader").code == 6
