"""Candidates that join: torn words and marks that lost their word, and what they replace."""

import pytest

from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.findings import Suggestion, Suspicion
from corrector.text.edits import Edit
from corrector.text.tokens import Span
from tests.suspicion.asked import said_of

_TORN = "The gratui ties were paid to the crew.\n"


def joining(found: Suspicion) -> list[Suggestion]:
    return [one for one in found.suggestions if one.joined]


def changed(text: str, found: Suspicion, taken: Suggestion) -> str:
    span = taken.replaced(found.span)
    return text[: span.start] + taken.text + text[span.end :]


@pytest.mark.parametrize("piece", ["gratui", "ties"])
def test_a_torn_word_is_offered_whole_at_both_of_its_pieces(english: Checker, piece: str) -> None:
    found = said_of(english, _TORN, piece)
    best = found.suggestions[0]
    assert best.text == "gratuities"
    assert best.replaced(found.span).of(_TORN) == "gratui ties"
    assert changed(_TORN, found, best) == "The gratuities were paid to the crew.\n"


@pytest.mark.parametrize(
    ("text", "piece", "whole"),
    [
        ("HE WENT TO THE MEET ING OF THE BOARD.\n", "MEET", "MEETING"),
        ("He saw the Gover nment, and left.\n", "nment,", "Government,"),
        ("He saw “Gover nment” on it, and left.\n", "“Gover", "“Government”"),
        ("The gratni ties were paid to the crew.\n", "gratni", "gratuities"),
        ("THE GRATUI TIFS WERE PAID TO THE CREW.\n", "GRATUI", "GRATUITIES"),
    ],
)
def test_case_and_outer_marks_stay_and_one_letter_may_be_misread(
    english: Checker, text: str, piece: str, whole: str
) -> None:
    assert said_of(english, text, piece).suggestions[0].text == whole


def test_a_mark_alone_may_belong_to_the_word_before_it(english: Checker) -> None:
    text = "It is the VESSARY , he said to them.\n"
    for token in (",", "VESSARY"):
        found = said_of(english, text, token)
        taken = next(one for one in joining(found) if one.text == "VESSARY,")
        assert taken.replaced(found.span).of(text) == "VESSARY ,"
        assert taken.score < 0.2  # most marks alone are specks


def test_a_mark_alone_is_rather_the_one_of_the_word_before_it_than_another(
    english: Checker,
) -> None:
    found = said_of(english, "EMBASSY OF HOLMARK\nTORVAL , SELVIA\nThe letter came.\n", ",")
    texts = [one.text for one in found.suggestions]
    assert texts.index("TORVAL,") < texts.index(";")


def test_a_quotation_mark_alone_may_belong_to_the_word_behind_it(english: Checker) -> None:
    found = said_of(english, "He said: “ This is the hour.\n", "“")
    assert [one.text for one in joining(found)] == ["“This"]


@pytest.mark.parametrize("between", ["\n", "  ", "\t", "\u00a0", "\u2028"])
def test_only_one_blank_in_a_line_is_taken_for_a_tear(english: Checker, between: str) -> None:
    text = f"The gratui{between}ties were paid to the crew.\n"
    assert not joining(said_of(english, text, "gratui"))
    assert not joining(said_of(english, text, "ties"))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They went in to the room and sat down.\n", "in"),
        ("They found a way into the house.\n", "way"),
        ("It is all ready for them now.\n", "all"),
    ],
)
def test_two_usual_words_that_are_another_one_together_stay_apart(
    english: Checker, text: str, word: str
) -> None:
    assert word not in {one.text for one in english.check(text).suspicions}
    assert all(one.score < 0.05 for one in joining(said_of(english, text, word)))


@pytest.mark.parametrize("second", ["D.", "D"])
def test_an_initial_is_no_piece_of_a_misread_word(english: Checker, second: str) -> None:
    assert not joining(said_of(english, f"The house of Zwrtkov {second} Miller.\n", "Zwrtkov"))


def test_dots_in_a_row_belong_to_no_word(english: Checker) -> None:
    assert not joining(said_of(english, "He saw the land . . . and left.\n", "."))


def test_what_another_recognition_read_as_one_word_is_no_tear_of_the_page(
    english: Checker,
) -> None:
    text = "He asked for the ma king of it.\n"
    evidence = Evidence(readings={Span(17, 19): "making"}, sureness={Span(17, 19): 0.9})

    def score(given: Evidence) -> float:
        found = english.check(text, given, threshold=0.0, all_tokens=True).suspicions
        torn = next(one for one in found if one.text == "ma")
        made = next((one.score for one in joining(torn) if one.text == "making"), 0.0)
        return made / torn.score

    assert score(evidence) > score(Evidence())


def test_spans_are_code_points_behind_signs_of_two_units(english: Checker) -> None:
    text = "😀😀 \U00010400 gratui ties were paid to the crew.\n"
    found = said_of(english, text, "ties")
    assert found.suggestions[0].replaced(found.span) == Span(5, 16)


def test_a_join_moves_with_edits_elsewhere_and_goes_with_the_piece_that_it_joins(
    english: Checker,
) -> None:
    text = "One line.\n\nAnother line.\n\n" + _TORN
    previous = english.check(text)
    more = "Some more. " + text
    moved = english.recheck(previous, more, [Edit(Span(0, 0), "Some more. ")])
    found = next(one for one in moved.suspicions if one.text == "gratui")
    assert found.suggestions[0].replaced(found.span).of(more) == "gratui ties"

    at = more.index("ties")
    other = more.replace("ties", "men")
    again = english.recheck(moved, other, [Edit(Span(at, at + 4), "men")])
    left = next(one for one in again.suspicions if one.text == "gratui")
    assert not [one for one in joining(left) if "ties" in one.joined]


def test_a_suggestion_tells_when_the_text_around_is_another_one() -> None:
    taken = Suggestion("gratuities", 0.9, behind=" ties")
    assert taken.fits(_TORN, Span(4, 10))
    assert not taken.fits("The gratui times.", Span(4, 10))
    assert not Suggestion("Gratuities", 0.9, before="gratui ").fits("ties", Span(0, 4))
