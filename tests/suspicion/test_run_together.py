"""Two words in one token are parted, each mended by itself."""

import time

import pytest

from corrector.suspicion.checker import Checker
from tests.suspicion.asked import suggested


@pytest.mark.parametrize(
    ("text", "token", "right"),
    [
        ("They went to the Market*Square on foot.", "Market*Square", "Market Square"),
        ("They went to the Mnrket'Squarc on foot.", "Mnrket'Squarc", "Market Square"),
        ("She asked tho_prayer of the people.", "tho_prayer", "the prayer"),
        ("They lived in thevillagc on the hill.", "thevillagc", "the village"),
        ("They spoke totho people of the village.", "totho", "to the"),
    ],
)
def test_words_run_together_at_marks_and_behind_link_words_are_parted(
    english: Checker, text: str, token: str, right: str
) -> None:
    assert suggested(english, text, token)[0] == right


def test_words_of_english_are_no_link_words_elsewhere(german: Checker, french: Checker) -> None:
    assert "that sache" not in [
        one.lower() for one in suggested(german, "Die Thatsachc ist bekannt.", "Thatsachc")
    ]
    assert "the crie" not in suggested(french, "Elle prit la thcorie du maître.", "thcorie")


def test_a_dash_between_sentences_gets_its_blanks(english: Checker) -> None:
    found = suggested(english, "They left at nocn.-Nobody saw them go.", "nocn.-Nobody")
    assert "noon. - Nobody" in found


def test_no_stop_before_a_dash_is_dropped(english: Checker) -> None:
    found = suggested(english, "They left at nocn.-Nobody saw them go.", "nocn.-Nobody")
    assert "noon.-Nobody" in found
    assert "noon-Nobody" not in found


def test_a_dash_is_not_all_that_a_compound_changes(english: Checker) -> None:
    found = suggested(english, "They saw the garden—full of flowers.", "garden—full")
    assert "garden-full" not in found


def test_short_forms_stay_in_one_piece(english: Checker) -> None:
    found = suggested(english, "She thinks they'vc gone to the sea.", "they'vc")
    assert found[0] == "they've"
    every = suggested(english, "They said they'll come.", "they'll") + found
    assert "they ll" not in every


def test_french_words_keep_their_apostrophe(french: Checker) -> None:
    found = suggested(french, "Il attendit sans qu'ellc le sache.", "qu'ellc")
    assert found[0] == "qu'elle"
    assert "qu elle" not in found


def test_hours_are_not_cut_between_their_digits(english: Checker) -> None:
    found = suggested(english, "They met at 10:15 a.m.-11:40 a.m. on Friday.", "a.m.-11:40")
    assert found
    assert all("11:40" in one for one in found if one)


def test_a_page_without_blanks_stays_fast(english: Checker) -> None:
    start = time.process_time()
    for text in ("theof" * 4000, "the'of" * 3333, "to.-by" * 3333, "«1S" * 6666):
        english.check(text, threshold=0.0)
    assert time.process_time() - start < 10.0
