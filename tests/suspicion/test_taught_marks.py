"""Marks that persons corrected are doubted and mended elsewhere in the same sort of place."""

import pytest

from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.findings import Suspicion
from corrector.suspicion.learning import CalledRight, Learned, Taught, learned_from, merged
from corrector.suspicion.mark_changes import Where, standing_marks, where_in_text

_TEXT = (
    "Yesterday the members of the committee met in the old town hall of the harbour, Germans\n"
    "and others were there, and they agreed on the price of the wood and the price of the coal,\n"
    "\n"
    "Ships had left the port of London, Berlin and Paris had heard of it before they came.\n"
)


def stop(after: str = " Germans", word: str = "people") -> Taught:
    return Taught(f"{word},", f"{word}.", "typed", "all the ", after)


def all_of(
    checker: Checker, learned: Learned | None = None, text: str = _TEXT
) -> dict[str, Suspicion]:
    evidence = Evidence(learned=learned) if learned else Evidence()
    result = checker.check(text, evidence, all_tokens=True)
    return {one.text: one for one in result.suspicions}


@pytest.mark.parametrize(
    ("own", "after", "where"),
    [
        ("people", " Germans", Where.BEFORE_CAPITAL),
        ("people", " | Germans", Where.BEFORE_CAPITAL),
        ("people", " and", Where.BEFORE_SMALL),
        ("people", " 1938", Where.BEFORE_SMALL),
        ("people", "\nand", Where.BEFORE_SMALL),
        ("people", "\nGermans", Where.LINE_END),
        ("people", " \n\nThe", Where.LINE_END),
        ("people", "", Where.LINE_END),
        ("PEOPLE", " GERMANS", Where.BEFORE_SMALL),
        ("PEOPLE", " I", Where.BEFORE_CAPITAL),
    ],
)
def test_what_follows_tells_in_what_sort_of_place_marks_stand(
    own: str, after: str, where: Where
) -> None:
    assert where_in_text(own, after) is where


def test_changed_marks_are_counted_by_place_whatever_else_was_changed() -> None:
    told = [
        stop(),
        stop("\nThe"),
        Taught("tbe,", "the.", "typed", "", " Old"),
        Taught('say,"', 'say."', "candidate", "", " But"),
        Taught("‘all of,", "all of", "typed", "", " it"),
    ]
    assert learned_from(told).changes == {
        (",", ".", Where.BEFORE_CAPITAL): 3,
        (",", ".", Where.LINE_END): 1,
        ("‘", "", Where.BEFORE_WORD): 1,
        (",", "", Where.BEFORE_SMALL): 1,
    }


def test_marks_that_machines_changed_or_persons_changed_back_teach_nothing() -> None:
    assert not learned_from([Taught("people,", "people.", "proposal", "", " Germans")])
    back = Taught("people.", "people,", "typed", "", " Germans")
    assert learned_from([stop(), back]).changes == {}


def test_marks_corrected_again_and_again_are_doubted_and_mended(english: Checker) -> None:
    learned = learned_from([*[stop()] * 5, *[stop("\nThe")] * 5])
    before, after = all_of(english), all_of(english, learned)
    for read, right in (("harbour,", "harbour."), ("coal,", "coal.")):
        assert after[read].score > before[read].score
        assert after[read].shown
        assert after[read].suggestions[0].text == right
        assert "“,” was corrected to “.” before (5)." in {
            str(one.message) for one in after[read].reasons
        }
    for read in ("there,", "London,"):
        assert after[read].score == pytest.approx(before[read].score, abs=0.002)


@pytest.mark.parametrize("times", [1, 2])
def test_marks_corrected_once_or_twice_are_not_doubted(english: Checker, times: int) -> None:
    learned = learned_from([stop()] * times)
    assert all_of(english, learned)["harbour,"].score == all_of(english)["harbour,"].score


def test_stops_before_capitals_are_never_doubted(english: Checker) -> None:
    told = [Taught("people.", "people", "typed", "", " Germans")] * 9
    text = _TEXT.replace("harbour,", "harbour.")
    after = all_of(english, learned_from(told), text)
    assert after["harbour."].score == all_of(english, text=text)["harbour."].score


def test_a_stray_mark_that_was_deleted_again_and_again_is_deleted_elsewhere(
    english: Checker,
) -> None:
    text = _TEXT.replace("others were", "‘others were")
    learned = learned_from([Taught("‘word", "word", "typed", "", " is")] * 3)
    before, after = all_of(english, text=text)["‘others"], all_of(english, learned, text)["‘others"]
    assert after.score > before.score
    assert after.suggestions[0].text == "others"
    deleted = "“‘” was deleted beside words before (3)."
    assert deleted in {str(one.message) for one in after.reasons}


def test_marks_that_stand_in_a_text_are_counted_by_place() -> None:
    text = "“The ship,” he said, left. They\nsaw London, Paris, and men, Germans; so,\n\nit ended."
    assert standing_marks(text) == {
        ("“", Where.BEFORE_WORD): 1,
        (",”", Where.BEFORE_SMALL): 1,
        (",", Where.BEFORE_SMALL): 3,
        (",", Where.BEFORE_CAPITAL): 1,
        (";", Where.BEFORE_SMALL): 1,
        (".", Where.BEFORE_CAPITAL): 1,
        (".", Where.LINE_END): 1,
    }


def test_marks_that_persons_mostly_left_as_they_were_are_not_doubted(english: Checker) -> None:
    left = Learned(kept=standing_marks("They saw the people, Germans came.\n" * 20))
    learned = merged(learned_from([stop()] * 5), left)
    assert all_of(english, learned)["harbour,"].score == all_of(english)["harbour,"].score


def test_marks_that_persons_called_right_are_doubted_less(english: Checker) -> None:
    right = [CalledRight("people,", " Germans")] * 3
    doubted = all_of(english, learned_from([stop()] * 5))["harbour,"]
    after = all_of(english, learned_from([stop()] * 5, right))["harbour,"]
    assert all_of(english)["harbour,"].score < after.score < doubted.score


def test_stops_among_capitals_are_not_doubted_for_nothing_tells_where_a_sentence_ends(
    english: Checker,
) -> None:
    told = [Taught("PEOPLE.", "PEOPLE", "typed", "", " OF THE TOWN")] * 9
    text = "MY PEOPLE TOLD YOURS IN PRIVATE. WE ARE READY IN MANY WAYS. WE WILL GO ON."
    before, after = all_of(english, text=text), all_of(english, learned_from(told), text)
    assert {one: found.score for one, found in after.items()} == {
        one: found.score for one, found in before.items()
    }
