"""Titles and initials come back before names, and nowhere else."""

import pytest

from corrector.suspicion.checker import Checker
from tests.suspicion.asked import suggested


@pytest.mark.parametrize(
    ("token", "right"),
    [
        ("Mi's.", "Mrs."),
        ("Mcssrs.", "Messrs."),
        ("Cnpt.", "Capt."),
        ("Kev.", "Rev."),
        ("urs.", "Mrs."),
    ],
)
def test_an_english_title_comes_back_before_a_name(
    english: Checker, token: str, right: str
) -> None:
    assert suggested(english, f"It was given to {token} Harper of Leeds.", token)[0] == right


@pytest.mark.parametrize(
    ("token", "right"), [("Hcrr", "Herr"), ("Frnu", "Frau"), ("Prcf", "Prof.")]
)
def test_a_german_title_comes_back_before_a_name(german: Checker, token: str, right: str) -> None:
    assert suggested(german, f"Der Brief ging an {token} Lehmann in Bonn.", token)[0] == right


@pytest.mark.parametrize(("token", "right"), [("Mmo", "Mme"), ("Mlie", "Mlle"), ("Mgi", "Mgr")])
def test_a_french_title_comes_back_before_a_name(french: Checker, token: str, right: str) -> None:
    text = f"La lettre fut écrite par {token} Durand de Lyon."
    assert suggested(french, text, token)[0] == right


@pytest.mark.parametrize(
    ("token", "right"), [("II.", "H."), (",7.", "J."), ("T-", "T."), ("13.", "B.")]
)
def test_an_initial_comes_back_before_a_name_only(english: Checker, token: str, right: str) -> None:
    assert right in suggested(english, f"It was given to {token} Harper of Leeds.", token)[:2]
    elsewhere = suggested(english, f"It was given to {token} and nobody knew of it.", token)
    assert right not in elsewhere[:1]


def test_titles_are_not_offered_where_no_name_follows(french: Checker) -> None:
    assert suggested(french, "Il parlait de Mmo pour nous deux.", "Mmo")[0] != "Mme"


def test_titles_are_those_of_the_language_of_the_text(german: Checker) -> None:
    found = suggested(german, "Der Brief ging an Mcssrs. Lehmann in Bonn.", "Mcssrs.")
    assert "Messrs." not in found
