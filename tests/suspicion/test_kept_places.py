"""Places that are kept from the text before are those that reading the text anew would give."""

from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.given import NO_EVIDENCE, Evidence
from corrector.suspicion.forms import Form, form_of
from corrector.suspicion.kept_places import KeptPlaces
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.places import Place, places_of
from corrector.text.edits import smallest_edits
from corrector.text.tokens import Span

_TEXT = (
    "Yesterday the cornmittee of the harbour met in the old town hall\n"
    "and agreed on rnoney for us. Tbe ships “sailed T0 the port .\n"
    "\n"
    "7\n"
    "THE CREW OF THE SHIPMEMT LEFT, oF COURSE, WITHOUT PAY AND popu-\n"
    "® . -\n"
    "lation figures. ® Mr. Vrodilsky ‘wrote’ that.time to Vrodilskv.\n"
    "8\n"
    "The end of the page, without a stop"
)
_PIECES = st.sampled_from(
    ["", " ", "\n", "\n\n", "rnoney", "x", ".", "“", "‘", "the", "T0", "-\n", "9\n", "®", "日本"]
)
_WISHES = st.lists(st.tuples(st.integers(0, 600), st.integers(0, 80), _PIECES), max_size=6)
_LEXICON = Lexicon(("en",))


def known(text: str) -> Form:
    return form_of(text, _LEXICON)


def edited(text: str, start: int, length: int, piece: str) -> str:
    start %= len(text) + 1
    return text[:start] + piece + text[start + length :]


def attributes(places: list[Place]) -> list[list[object]]:
    names = [field.name for field in fields(Place) if field.name != "counts"]
    return [[getattr(place, name) for name in names] for place in places]


@settings(max_examples=80, deadline=None)
@given(_WISHES)
def test_places_used_again_are_like_new_ones(wishes: list[tuple[int, int, str]]) -> None:
    kept, text = KeptPlaces(), _TEXT
    spans = {Span(0, 9): 0.5, Span(14, 24): 0.1}
    places = places_of(text, Evidence(confidences=spans, readings={Span(0, 9): "day"}), known)
    for wish in wishes:
        now = edited(text, *wish)
        kept.keep(text, places)
        places = places_of(now, NO_EVIDENCE, known, kept.take(now, text))
        fresh = places_of(now, NO_EVIDENCE, known)
        assert attributes(places) == attributes(fresh)
        assert [place.counts and place.counts.page for place in places] == [
            place.counts and place.counts.page for place in fresh
        ]
        text = now


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_WISHES)
def test_checking_again_after_each_edit_finds_what_another_checker_finds(
    english: Checker, checker: Checker, wishes: list[tuple[int, int, str]]
) -> None:
    latest = checker.check(_TEXT)
    for wish in wishes:
        now = edited(latest.text, *wish)
        latest = checker.recheck(latest, now, smallest_edits(latest.text, now))
        full = english.check(now)
        found = [(one.span, one.text, one.score) for one in latest.suspicions]
        assert found == [(one.span, one.text, one.score) for one in full.suspicions]
        assert latest.tokens == full.tokens


@pytest.fixture(scope="module")
def checker() -> Checker:
    """A checker that only one test uses, so that it keeps the places of that test's text."""
    return Checker(("en",))


def test_only_the_lines_at_an_edit_are_read_anew() -> None:
    text = "one line\nanother line\nthe third line\nthe fourth line\nthe last line\n"
    now = text.replace("third", "thirds")
    kept = KeptPlaces()
    places = places_of(text, NO_EVIDENCE, known)
    kept.keep(text, places)
    standing = kept.take(now, text)
    assert standing is not None
    assert standing.unknown.of(now) == "another line\nthe thirds line\n"
    assert [place.token.text for place in standing.head] == ["one", "line"]
    assert [place.token.span.of(now) for place in standing.tail] == text.split()[-6:]


def test_nothing_stands_of_a_text_that_was_not_the_last() -> None:
    kept = KeptPlaces()
    kept.keep("one text", places_of("one text", NO_EVIDENCE, known))
    assert kept.take("one text!", "another text") is None
    assert kept.take("one text!", "one text") is not None


def test_places_are_handed_out_once_only() -> None:
    kept = KeptPlaces()
    kept.keep("one text", places_of("one text", NO_EVIDENCE, known))
    assert kept.take("one text!", "one text") is not None
    assert kept.take("one text!", "one text") is None


def test_places_of_a_very_long_text_are_not_kept() -> None:
    text = "word " * 20_001
    kept = KeptPlaces()
    kept.keep(text, places_of(text, NO_EVIDENCE, known))
    assert kept.take(text, text) is None
