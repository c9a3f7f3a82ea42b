"""How much of a text is misread moves all of its scores, a little and never without reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrector.suspicion.checker import Checker
from corrector.suspicion.page_prior import shift_of

CLEAN = (
    "The minister wrote to the ambassador that the conference would begin in the spring. "
    "He asked for an early answer, for the hall had to be found before the end of the month. "
) * 6
WORN = (
    "Tbe minlster wr0te t0 tbe ambassad0r tbat tbe c0nference w0uld beg1n ln tbe sprlng. "
    "Hc askcd f0r an carly answcr, f0r tbe ball bad t0 bc f0und bef0re tbe cnd 0f tbe m0ntb. "
) * 6
DOUBTFUL = "\nThe letter was signed by Harlow Winstead at noon."


def test_a_clean_text_lowers_its_scores_and_a_worn_one_raises_them() -> None:
    assert shift_of([-6.0] * 400) < -0.1
    assert shift_of([3.0] * 300 + [-6.0] * 100) > 0.5


def test_a_text_without_tokens_moves_nothing() -> None:
    assert shift_of([]) == pytest.approx(0.0, abs=1e-9)


def test_a_short_text_moves_hardly_anything() -> None:
    assert abs(shift_of([-6.0] * 5)) < 0.05


@given(st.lists(st.floats(-1e6, 1e6, allow_nan=False), max_size=300))
def test_no_text_moves_its_scores_without_bounds(log_odds: list[float]) -> None:
    assert -2.0 < shift_of(log_odds) < 2.0


def test_the_same_word_is_trusted_less_on_a_worn_page(english: Checker) -> None:
    scores = [
        next(
            one.score
            for one in english.check(page + DOUBTFUL, all_tokens=True).suspicions
            if one.text == "Winstead"
        )
        for page in (CLEAN, WORN)
    ]
    assert scores[0] < scores[1]


def test_why_a_word_is_suspected_tells_the_score_that_the_check_gave_it(english: Checker) -> None:
    text = WORN + DOUBTFUL
    for one in english.check(text, all_tokens=True).suspicions[-8:]:
        grounds = english.grounds(text, one.span)
        assert grounds is not None
        assert grounds.score == pytest.approx(one.score)
