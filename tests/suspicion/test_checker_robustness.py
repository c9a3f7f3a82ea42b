"""Any text whatever is checked without harm, and results keep their promises."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.suggestions import MOST_SUGGESTIONS
from corrector.text.tokens import tokenise

_PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["THE", "oF", ".LETTER", "1IN", "NATO.-", "\n", "popu-\n", "‘", "の同時に", "ﬁ", "''"]
    ),
)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_PIECES, max_size=12), st.booleans())
def test_results_keep_their_promises_for_any_text(
    english: Checker, pieces: list[str], with_evidence: bool
) -> None:
    text = " ".join(pieces)
    spans = [token.span for token in tokenise(text)]
    evidence = Evidence(
        confidences=dict.fromkeys(spans[::2], 0.5) if with_evidence else {},
        readings=dict.fromkeys(spans[::3], "x y") if with_evidence else {},
    )
    result = english.check(text, evidence, threshold=0.0)
    assert result.text == text
    for suspicion in result.suspicions:
        assert text[suspicion.span.start : suspicion.span.end] == suspicion.text
        assert 0 <= suspicion.score <= 1
        assert len(suspicion.suggestions) <= MOST_SUGGESTIONS
        texts = [suggestion.text for suggestion in suspicion.suggestions]
        assert suspicion.text not in texts
        assert len(set(texts)) == len(texts)
        assert all(0 <= suggestion.score <= 1 for suggestion in suspicion.suggestions)
        assert all(str(reason.message) for reason in suspicion.reasons)


@pytest.mark.parametrize("piece", ["a", "rn", "ab-", "A'", "1l", "の", "..", "é", "a.b", "İ"])
def test_a_page_without_blanks_does_not_hang(english: Checker, piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    start = time.perf_counter()
    english.check(text, threshold=0.0)
    assert time.perf_counter() - start < 3


def test_a_page_of_one_letter_tokens_does_not_hang(english: Checker) -> None:
    start = time.perf_counter()
    english.check("‘x - " * 4_000, threshold=0.99)
    assert time.perf_counter() - start < 10


def test_an_empty_text_has_no_tokens(english: Checker) -> None:
    result = english.check("")
    assert (result.tokens, result.suspicions) == (0, ())
