"""Tests signals that depend on where a token stands: marks, capitals, lone numbers, neighbours."""

from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.context import table_of
from corrector.suspicion.evidence.features import Features
from tests.suspicion.asked import said_of


def features_of(checker: Checker, text: str, word: str) -> Features:
    return next(found for span, found in checker.features(text) if span.of(text) == word)


def test_a_capital_shaped_like_its_small_letter_is_doubted_inside_a_sentence(
    english: Checker,
) -> None:
    assert "case.same_shape_inside" in features_of(
        english, "They went to the Store in the morning.", "Store"
    )
    assert "case.same_shape_inside" not in features_of(
        english, "They went to the Border in the morning.", "Border"
    )


def test_a_stop_after_a_word_that_hardly_ends_anything_is_unfit(english: Checker) -> None:
    odd = features_of(english, "THESE LANDS ARE OF. GREAT WORTH", "OF.")
    usual = features_of(english, "THESE ARE THE LANDS. THEY HAVE WORTH", "LANDS.")
    assert odd["context.stop_unfit"] > usual["context.stop_unfit"]


def test_a_part_of_a_hyphenated_word_is_compared_with_likelier_ones(english: Checker) -> None:
    text = "It was war-tine then."
    result = english.check(text, all_tokens=True, threshold=0.0)
    found = next(one for one in result.suspicions if one.text == "war-tine")
    assert "war-time" in [one.text for one in found.suggestions]


def test_only_numbers_that_count_up_are_page_numbers(english: Checker) -> None:
    text = "2\nA page of words.\n87\nMore words stand here.\n3\nThe last page of words."
    lone = {span.of(text) for span, found in english.features(text) if "shape.lone_number" in found}
    pages = {
        span.of(text) for span, found in english.features(text) if "shape.page_number" in found
    }
    assert lone == {"87"}
    assert pages == {"2", "3"}


def test_german_and_french_know_what_stands_together() -> None:
    for language, first, second, never in (("de", "in", "der", "und"), ("fr", "dans", "le", "et")):
        table = table_of(language)
        assert table is not None
        pairs = table.pairs[first]
        assert pairs.get(second, 0.0) > pairs.get(never, 0.0)


def test_a_language_without_a_table_has_no_context() -> None:
    assert table_of("xx") is None


def test_both_halves_of_a_rare_word_that_was_torn_are_doubted(english: Checker) -> None:
    torn = "It was decided to pay the men gratui ties for their long attendance."
    whole = "It was decided to pay the men for their long ties to the country."
    assert "joins.unknown_with_next" in features_of(english, torn, "gratui")
    assert "joins.unknown_with_previous" in features_of(english, torn, "ties")
    scores = [said_of(english, text, "ties").score for text in (torn, whole)]
    assert scores[0] > 5 * scores[1]
