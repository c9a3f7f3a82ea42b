"""The parts of the suspicion engine: anatomy, word lists, neighbours, counts, languages."""

import pytest

from corrector.suspicion.anatomy import Kind, anatomy_of
from corrector.suspicion.counting import word_counts
from corrector.suspicion.forms import Case, case_of
from corrector.suspicion.language import guess_languages, installed_languages
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.neighbours import neighbours_of


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(("en",))


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        ("ship.", Kind.WORD),
        ("(1,250)", Kind.NUMBER),
        ("3/27/08", Kind.NUMBER),
        ("20th", Kind.NUMBER),
        ("VIII", Kind.ROMAN),
        ("E.O.", Kind.INITIALS),
        ("SS-18", Kind.CODE),
        ("2000-1334-F/1", Kind.CODE),
        ("1IN", Kind.MIXED),
        ("--", Kind.MARKS),
    ],
)
def test_the_kind_of_a_token_is_told_by_its_characters(token: str, kind: Kind) -> None:
    assert anatomy_of(token).kind is kind


def test_a_token_is_its_three_parts() -> None:
    anatomy = anatomy_of("“It’s-so.”,")
    assert (anatomy.lead, anatomy.core, anatomy.trail) == ("“", "It’s-so", ".”,")
    assert anatomy.word == "it's-so"
    assert anatomy.parts == ("it's", "so")


@pytest.mark.parametrize(
    ("core", "case"),
    [
        ("ship", Case.SMALL),
        ("Ship", Case.TITLE),
        ("McDonald", Case.TITLE),
        ("Anti-Slavery", Case.TITLE),
        ("SHIP", Case.CAPITALS),
        ("ShIp", Case.ODD),
        ("12", Case.NONE),
    ],
)
def test_the_case_of_a_word_is_told(core: str, case: Case) -> None:
    assert case_of(core) is case


def test_possessives_and_hyphenated_words_are_known_by_their_parts(lexicon: Lexicon) -> None:
    assert lexicon.frequency("captain's") > 0
    assert lexicon.of_parts(("harbour", "side")) > 0
    assert lexicon.of_parts(("harbour", "zzqx")) == 0


def test_capitals_and_small_letters_are_confused_differently(lexicon: Lexicon) -> None:
    assert neighbours_of("bave", lexicon, capitals=True, far=False)[0].word == "have"
    capitals = {
        near.word: near.cost for near in neighbours_of("feef", lexicon, capitals=True, far=False)
    }
    small = {
        near.word: near.cost for near in neighbours_of("feef", lexicon, capitals=False, far=False)
    }
    assert capitals["beef"] >= small["beef"] - 1
    assert not neighbours_of("", lexicon, capitals=True, far=True)


def test_two_confusions_are_found_in_a_long_word(lexicon: Lexicon) -> None:
    assert neighbours_of("governnnent", lexicon, capitals=False, far=True)[0].word == "government"


def test_words_are_counted_without_case_and_marks() -> None:
    assert word_counts("The ship, the SHIP; -- a sailor's") == {
        "the": 2,
        "ship": 2,
        "a": 1,
        "sailor's": 1,
    }


def test_languages_are_guessed_by_their_words() -> None:
    available = ("en", "de", "fr")
    assert guess_languages("The ships left the harbour in the morning.", available) == ("en",)
    assert guess_languages("Die Schiffe haben den Hafen am Morgen verlassen.", available)[0] == "de"
    assert guess_languages("Les navires ont quitté le port dans la matinée.", available)[0] == "fr"
    assert guess_languages("Xq zzw 123", available) == ()


def test_installed_languages_begin_with_the_best_supported() -> None:
    assert installed_languages()[:3] == ("en", "de", "fr")
    assert len(installed_languages()) > 10
