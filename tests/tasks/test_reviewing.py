"""A reviewer learns from what persons did, at once and after the collection is opened again."""

from pathlib import Path

import pytest

from corrector.record.entries import Origin, Person, Statement
from corrector.suspicion.mark_changes import Where
from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.review import Reviewer
from corrector.tasks.saving import Saving, restore, save
from corrector.text.marks import Mark
from corrector.text.tokens import Span

_FIRST = "WE SAW THE WBARF AND TBE TOWER FROM THE OLD HARBOUR OF QWRTZOV LAST YEAR.\n"
_SECOND = "THE SHIPS LEFT FOR THE BARBOURS OF QWRTZOV AND FOR THE ISLANDS IN THE WEST.\n"
_ADA = Person("Ada Example")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("page1.txt", _FIRST), ("page2.txt", _SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def score(reviewer: Reviewer, word: str) -> float:
    found = reviewer.check(_SECOND, threshold=0.0)
    return next((one.score for one in found.suspicions if one.text == word), 0.0)


def corrected(text: str) -> str:
    return text.replace("WBARF", "WHARF").replace("TBE", "THE")


def test_a_saved_correction_teaches_at_once_and_for_ever(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        reviewer = Reviewer(collection, "en")
        before = score(reviewer, "BARBOURS")
        page = collection.pages()[0]
        version = save(collection, page, Saving(corrected(_FIRST), _ADA))
        assert version is not None
        reviewer.remember(page.id, version.text, version.corrections)
        taught = score(reviewer, "BARBOURS")
        assert taught > before
    with look_at(folder) as collection:
        assert score(Reviewer(collection, "en"), "BARBOURS") == pytest.approx(taught)


def test_a_confirmed_name_is_never_shown_again_in_the_collection(folder: Path) -> None:
    start = _FIRST.index("QWRTZOV")
    mark = Mark("confirmed", Span(start, start + 7), "Ada Example", "2026-03-04")
    with open_for_work(folder, "Ada Example") as collection:
        reviewer = Reviewer(collection, "en")
        page = collection.pages()[0]
        assert score(reviewer, "QWRTZOV") > 0
        reviewer.heed(page.id, _FIRST, [mark])
        assert score(reviewer, "QWRTZOV") == 0
        reviewer.heed(page.id, _FIRST, [])
        assert score(reviewer, "QWRTZOV") > 0
        save(collection, page, Saving(_FIRST, _ADA, marks=(mark,)))
    with look_at(folder) as collection:
        assert score(Reviewer(collection, "en"), "QWRTZOV") == 0


def test_a_confirmed_name_that_is_a_common_word_is_a_name_after_opening_again(
    folder: Path,
) -> None:
    first = _FIRST.replace("QWRTZOV", "Brown")
    start = first.index("Brown")
    mark = Mark("confirmed", Span(start, start + 5), "Ada Example", "2026-03-04")
    with open_for_work(folder, "Ada Example") as collection:
        reviewer = Reviewer(collection, "en")
        page = collection.pages()[0]
        reviewer.heed(page.id, first, [mark])
        assert reviewer.learned.names == {"brown"}
        save(collection, page, Saving(first, _ADA, marks=(mark,)))
    with look_at(folder) as collection:
        again = Reviewer(collection, "en")
        assert again.learned.names == {"brown"}
        found = again.check("They met Brown in the brown hall of the town.", threshold=0.0)
    shown = {one.text for one in found.suspicions}
    assert "brown" in shown
    assert "Brown" not in shown


def test_unsaved_typing_teaches_at_once_and_is_not_counted_twice_when_saved(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        reviewer = Reviewer(collection, "en")
        before = score(reviewer, "BARBOURS")
        page = collection.pages()[0]
        reviewer.heed(page.id, corrected(_FIRST), (), _FIRST)
        taught = reviewer.learned
        assert score(reviewer, "BARBOURS") > before
        reviewer.heed(page.id, _FIRST, (), _FIRST)
        assert score(reviewer, "BARBOURS") == before
        reviewer.heed(page.id, corrected(_FIRST), (), _FIRST)
        version = save(collection, page, Saving(corrected(_FIRST), _ADA))
        assert version is not None
        reviewer.remember(page.id, version.text, version.corrections)
        reviewer.heed(page.id, version.text, (), version.text)
        assert reviewer.learned.confusions == taught.confusions
        assert reviewer.learned.readings == taught.readings


def test_unsaved_changes_that_no_person_made_teach_nothing(folder: Path) -> None:
    machine = Statement(Span(0, len(_FIRST)), origin=Origin.RECOGNISED)
    with look_at(folder) as collection:
        reviewer = Reviewer(collection, "en")
        page = collection.pages()[0]
        reviewer.heed(page.id, corrected(_FIRST), (), _FIRST, [machine])
        assert not reviewer.learned
        reviewer.heed(page.id, corrected(_FIRST), (), None)
        assert not reviewer.learned


def test_a_correction_taken_back_teaches_as_little_now_as_after_opening_again(
    folder: Path,
) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        reviewer = Reviewer(collection, "en")
        page = collection.pages()[0]
        for text in (_FIRST.replace("TOWER", "TOWEL"), _FIRST.replace("SAW", "SEW")):
            version = save(collection, page, Saving(text, _ADA))
            assert version is not None
            reviewer.remember(page.id, version.text, version.corrections)
        assert reviewer.learned.readings == {("saw", "sew"): 1}
        assert reviewer.learned.words == {"sew"}
        again = Reviewer(collection, "en").learned
        assert again.readings == reviewer.learned.readings
        assert again.words == reviewer.learned.words


def test_marks_that_were_left_on_corrected_pages_count_against_those_that_were_changed(
    folder: Path,
) -> None:
    read = "Yesterday the people, Germans came. Nobody saw the ship, Ada knew it. They left.\n"
    right = read.replace("people,", "people.")
    (folder / "page1.txt").write_text(read, encoding="utf-8")
    with open_for_work(folder, "Ada Example") as collection:
        reviewer, page = Reviewer(collection, "en"), collection.pages()[0]
        version = save(collection, page, Saving(right, _ADA))
        assert version is not None
        reviewer.remember(page.id, version.text, version.corrections)
        kept = reviewer.learned.kept
        assert kept[",", Where.BEFORE_CAPITAL] == 1
        assert Reviewer(collection, "en").learned.kept == kept
        restored = restore(collection, page, 0, _ADA)
        assert restored is not None
        reviewer.remember(page.id, restored.text, restored.corrections)
        assert reviewer.learned.kept == Reviewer(collection, "en").learned.kept == {}


def test_corrections_that_restoring_took_back_teach_no_more_until_they_are_restored(
    folder: Path,
) -> None:
    def learned(reviewer: Reviewer) -> set[tuple[str, str]]:
        again = Reviewer(collection, "en").learned
        assert again.readings == reviewer.learned.readings
        assert again.confusions == reviewer.learned.confusions
        assert again.words == reviewer.learned.words
        return set(again.readings)

    first = _FIRST.replace("WBARF", "WHARF")
    with open_for_work(folder, "Ada Example") as collection:
        reviewer = Reviewer(collection, "en")
        page, other = collection.pages()
        wrong = first.replace("TBE TOWER", "TUBE TOWEL")
        for which, text in ((page, first), (other, corrected(_SECOND)), (page, wrong)):
            version = save(collection, which, Saving(text, _ADA))
            if version is not None:
                reviewer.remember(which.id, version.text, version.corrections)
        assert learned(reviewer) == {("wbarf", "wharf"), ("tbe", "tube"), ("tower", "towel")}
        for number, readings in (
            (1, {("wbarf", "wharf")}),
            (0, set()),
            (2, {("wbarf", "wharf"), ("tbe", "tube"), ("tower", "towel")}),
            (1, {("wbarf", "wharf")}),
        ):
            version = restore(collection, page, number, _ADA)
            assert version is not None
            reviewer.remember(page.id, version.text, version.corrections)
            assert learned(reviewer) == readings


def test_a_page_that_is_worked_on_is_rechecked_with_the_same_result(folder: Path) -> None:
    with look_at(folder) as collection:
        reviewer = Reviewer(collection, "en")
        first = reviewer.check(_FIRST, page_id=1, working=True)
        again = reviewer.check(corrected(_FIRST), page_id=1, working=True)
        alone = reviewer.check(corrected(_FIRST))
    assert {"WBARF", "TBE"} <= {one.text for one in first.suspicions}
    assert [(one.span, one.score) for one in again.suspicions] == [
        (one.span, one.score) for one in alone.suspicions
    ]
