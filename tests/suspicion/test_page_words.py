"""What the whole page says of a damaged word: words that stand elsewhere, and its misreadings."""

import pytest

from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.joined import Replacing
from corrector.suspicion.page_misreadings import Doubted, PageMisreadings, misreadings_between
from corrector.text.edits import Edit, apply_edits
from corrector.text.tokens import Span
from tests.suspicion.asked import suggested

_DAMAGED = "At dawn the people of Qnillnndrcw slept."
_NAMED = "The war ended; Quillandrow was rich. In Quillandrow they danced. "
_OTHERS = "Thcy snid thnt the old mnn hnd wnlked to the lnke with his hnt in his hnnd.\n"
_BARN = "We heard the bnrn fall in the night.\n"


def test_a_damaged_name_that_stands_sound_on_the_page_is_offered(english: Checker) -> None:
    assert "Quillandrow" in suggested(english, _NAMED + _DAMAGED, "Qnillnndrcw")[:2]
    assert "Quillandrow" not in suggested(english, _DAMAGED, "Qnillnndrcw")


def test_an_unknown_word_that_stands_there_once_may_be_misread_itself(english: Checker) -> None:
    once = "The war ended; Quillandrow was rich. " + _DAMAGED
    assert "Quillandrow" not in suggested(english, once, "Qnillnndrcw")


def test_a_listed_word_that_stands_there_once_is_offered(english: Checker) -> None:
    damaged = "They praised the orchcstrntmn again."
    whole = "The orchestration was fine. " + damaged
    assert suggested(english, whole, "orchcstrntmn")[0] == "orchestration"
    assert "orchestration" not in suggested(english, damaged, "orchcstrntmn")


def test_a_misreading_that_the_page_shows_again_and_again_changes_the_order(
    english: Checker,
) -> None:
    assert suggested(english, _BARN, "bnrn")[0] == "burn"
    assert suggested(english, _OTHERS + _BARN, "bnrn")[0] == "barn"


def test_a_token_does_not_count_for_itself() -> None:
    ranked = ((Replacing("burn"), 0.5), (Replacing("barn"), 0.4))
    one = Doubted("bnrn", 1.0, ranked)
    assert PageMisreadings([one], 10).ranked(one) == ranked
    twice = PageMisreadings([one, Doubted("hnd", 1.0, ((Replacing("had"), 0.9),))], 10)
    assert [reading.text for reading, _ in twice.ranked(one)] == ["barn", "burn"]


def test_shares_stay_together_what_they_were() -> None:
    one = Doubted("bnrn", 1.0, ((Replacing("burn"), 0.5), (Replacing("barn"), 0.4)))
    page = PageMisreadings([one, Doubted("hnd", 1.0, ((Replacing("had"), 0.9),))], 10)
    assert sum(share for _, share in page.ranked(one)) == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("read", "true", "found"),
    [
        ("bnrn", "barn", (("n", "a"),)),
        ("cornmon", "common", (("rn", "m"),)),
        ("hous", "house", ()),
        ("house", "house", ()),
        ("tlic", "the", (("lic", "he"),)),
    ],
)
def test_misreadings_are_letters_put_for_others(
    read: str, true: str, found: tuple[tuple[str, str], ...]
) -> None:
    assert misreadings_between(read, true) == found


@pytest.mark.parametrize(
    ("old", "new"), [("snid", "said"), ("hnnd", "hand"), ("night", "nnght"), ("fall", "foll")]
)
def test_a_recheck_ranks_the_edited_line_as_a_full_check_does(
    english: Checker, old: str, new: str
) -> None:
    text = _OTHERS + _BARN + _NAMED + _DAMAGED
    previous = english.check(text)
    at = text.index(old)
    edits = (Edit(Span(at, at + len(old)), new),)
    now = apply_edits(text, edits)
    again, full = english.recheck(previous, now, edits), Checker(("en",)).check(now)
    start, end = now.rindex("\n", 0, at) + 1 if "\n" in now[:at] else 0, now.index("\n", at)
    pairs = [
        (mine, fresh)
        for mine, fresh in zip(again.suspicions, full.suspicions, strict=True)
        if start <= fresh.span.start < end
    ]
    assert pairs
    assert all(mine.suggestions == fresh.suggestions for mine, fresh in pairs)


def test_an_edit_elsewhere_is_heeded_in_the_line_that_is_checked_again(english: Checker) -> None:
    text = _OTHERS + _BARN
    previous = english.check(text)
    now = "They had a hat.\n" + _BARN
    edits = (Edit(Span(0, len(text)), now),)
    again = english.recheck(previous, now, edits)
    best = {one.text: one.suggestions[0].text for one in again.suspicions}
    assert best["bnrn"] == "burn"


def test_a_confirmed_token_is_never_shown(english: Checker) -> None:
    text = _OTHERS + _BARN
    at = text.index("bnrn")
    settled = Evidence(confirmed=(Span(at, at + 4),))
    result = english.check(text, settled, threshold=0.0)
    assert "hnt" in [one.text for one in result.suspicions]
    assert "bnrn" not in [one.text for one in result.suspicions]
    every = english.check(text, settled, threshold=0.0, all_tokens=True).suspicions
    assert [(one.shown, one.suggestions) for one in every if one.text == "bnrn"] == [(False, ())]
