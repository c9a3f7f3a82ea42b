"""A recheck after edits says what a full check would."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corrector.suspicion.checker import KEPT_WITHIN, Checker
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.findings import CheckResult
from corrector.text.edits import Edit, apply_edits, smallest_edits
from corrector.text.tokens import Span

_LINES = (
    "Yesterday the cornmittee of the harbour met in the old town hall\n"
    "and agreed on rnoney for us. Tbe ships “sailed T0 the port .\n"
    "THE CREW OF THE SHIPMEMT LEFT, oF COURSE, WITHOUT PAY AND popu-\n"
    "lation figures. ® Mr. Vrodilsky wrote that.time to Vrodilskv.\n"
)
_PIECES = st.sampled_from(
    ["", " ", "\n", "rnoney", "x", ".", "“", "the", "T0", "VROD", "-\n", "harbour ", "®", "日本"]
)


def facts(result: CheckResult) -> list[tuple[Span, str, float, bool]]:
    return [(one.span, one.text, one.score, one.shown) for one in result.suspicions]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 12), _PIECES), max_size=3))
@pytest.mark.parametrize("all_tokens", [False, True])
def test_a_recheck_finds_what_a_full_check_finds(
    english: Checker, all_tokens: bool, wishes: list[tuple[int, int, str]]
) -> None:
    text = _LINES * 2
    previous = english.check(text)
    now = text
    for start, length, piece in wishes:
        now = now[: start % (len(now) + 1)] + piece + now[start % (len(now) + 1) + length :]
    edits = smallest_edits(text, now)
    full = english.check(now, all_tokens=all_tokens)
    again = english.recheck(previous, now, edits, all_tokens=all_tokens)
    assert facts(again) == facts(full)
    assert (again.text, again.tokens) == (full.text, full.tokens)
    for mine, fresh in zip(again.suspicions, full.suspicions, strict=True):
        assert bool(mine.reasons) == bool(fresh.reasons)
        assert bool(mine.suggestions) == bool(fresh.suggestions)


def test_suspicions_far_from_the_edit_are_taken_over_and_moved(english: Checker) -> None:
    text = "Tbe first line\n" + _LINES
    previous = english.check(text)
    edits = (Edit(Span(0, 3), "Right: the"),)
    again = english.recheck(previous, apply_edits(text, edits), edits)
    before = {one.text: one for one in previous.suspicions}
    far = [one for one in again.suspicions if one.text == "SHIPMEMT"]
    assert far
    for one in far:
        assert one.span == before[one.text].span.shifted(7)
        assert one.reasons == before[one.text].reasons
        assert abs(one.score - before[one.text].score) < KEPT_WITHIN


def test_a_confirmation_is_heeded_though_the_text_is_the_same(english: Checker) -> None:
    previous = english.check(_LINES)
    start = _LINES.index("rnoney")
    settled = Evidence(confirmed=(Span(start, start + 6),))
    again = english.recheck(previous, _LINES, (), settled)
    assert "rnoney" in [one.text for one in previous.suspicions]
    assert "rnoney" not in [one.text for one in again.suspicions]


def test_an_edited_line_of_a_page_is_checked_again_at_once(english: Checker) -> None:
    text = _LINES * 12
    previous = english.check(text)
    english.recheck(previous, text, ())
    at = text.index("rnoney", len(text) // 2)
    edits = (Edit(Span(at, at + 6), "money"),)
    now = apply_edits(text, edits)
    start = time.process_time()
    english.recheck(previous, now, edits)
    assert time.process_time() - start < 0.05, "10 ms are meant; a busy machine is forgiven"
