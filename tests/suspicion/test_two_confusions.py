"""Strings from which two confusions may have made a word: all that are words, and few others."""

from itertools import combinations

import pytest

from corrector.suspicion.confusions import SMALL, confused_in
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.two_confusions import RAREST_FAR, far_strings

_DEAREST = 4.3


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Return the English word list."""
    return Lexicon(("en",))


def all_strings(word: str) -> dict[str, float]:
    """Return every string two confusions away, with the least it costs."""
    costs: dict[str, float] = {}
    for (at, end, true, cost), (begin, behind, other, more) in combinations(
        confused_in(word, SMALL), 2
    ):
        if begin >= end and cost + more <= _DEAREST:
            text = word[:at] + true + word[end:begin] + other + word[behind:]
            costs[text] = min(cost + more, costs.get(text, _DEAREST))
    return costs


@pytest.mark.parametrize(
    "word",
    [
        "govemrnent",
        "thcrefore",
        "tlierefore",
        "acconnt",
        "hcfore",
        "wliieh",
        "conimittec",
        "rnorncnt",
    ],
)
def test_no_word_is_lost_and_most_other_strings_are_left_out(lexicon: Lexicon, word: str) -> None:
    found, every = (
        far_strings(word, confused_in(word, SMALL), lexicon),
        all_strings(word),
    )
    assert {text: cost for text, cost in every.items() if lexicon.listed(text) > RAREST_FAR} == {
        text: cost for text, cost in found.items() if lexicon.listed(text) > RAREST_FAR
    }
    assert len(found) < len(every)


def test_confusions_beside_each_other_are_found(lexicon: Lexicon) -> None:
    assert "therefore" in far_strings("tlicrefore", confused_in("tlicrefore", SMALL), lexicon)


def test_a_word_without_confusions_has_none(lexicon: Lexicon) -> None:
    assert far_strings("", [], lexicon) == {}
