"""Words are known by their company: the table is read, and what does not fit there is found."""

from array import array

import pytest

from corrector.suspicion.checker import Checker
from corrector.suspicion.collocations import collocations_of, to_little_endian
from corrector.suspicion.evidence.company import Company
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.forms import form_of
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.places import Place, places_of


@pytest.fixture(scope="module")
def english() -> Checker:
    return Checker(("en",))


def place_of(text: str, word: str) -> Place:
    lexicon = Lexicon(("en",))
    places = places_of(text, Evidence(), lambda token: form_of(token, lexicon))
    return next(place for place in places if place.form.anatomy.core == word)


def company_of(text: str, word: str) -> Company:
    counted = collocations_of("en")
    assert counted
    return Company(place_of(text, word), counted)


def test_words_that_stand_together_fit_better_than_words_that_never_do() -> None:
    counted = collocations_of("en")
    assert counted
    assert counted.fit("prime", "minister") > 2
    assert counted.fit("he", "had") > 0.5
    assert counted.fit("he", "bad") < 0


def test_nothing_is_said_of_words_that_are_not_counted() -> None:
    counted = collocations_of("en")
    assert counted
    assert "qwrtzov" not in counted
    assert counted.fit("qwrtzov", "minister") == counted.fit("prime", "qwrtzov") == 0


def test_languages_without_a_table_have_none() -> None:
    assert collocations_of("de") is None


def test_numbers_are_written_lowest_byte_first() -> None:
    assert to_little_endian(array("H", [1, 258])) == b"\x01\x00\x02\x01"


def test_a_comma_does_not_part_words_but_the_end_of_a_sentence_does() -> None:
    alone = company_of("the prime minister spoke", "minister").of("minister")
    assert company_of("the prime, minister spoke", "minister").of("minister") == alone
    assert company_of("the prime. Minister spoke", "Minister").of("minister") < alone - 1


def test_an_initial_ends_no_sentence() -> None:
    apart = company_of("George H. bush", "bush").of("bush")
    assert apart == company_of("George H bush", "bush").of("bush")


def test_two_words_for_one_are_weighed_with_each_other() -> None:
    company = company_of("in theUnited Nations", "theUnited")
    assert company.of("the united") > 1 > company.of("united the")


def test_a_word_that_is_wrong_in_its_place_is_found_with_the_right_one_first(
    english: Checker,
) -> None:
    found = english.check("He said that he bad been told of it at the time.")
    shown = {one.text: one for one in found.suspicions}
    assert shown["bad"].suggestions[0].text == "had"
    assert "“had”" in str(shown["bad"].reasons[0].message) + str(shown["bad"].reasons[-1].message)


def test_a_rare_name_behind_a_capital_is_not_measured_by_known_ones(english: Checker) -> None:
    text = "They met Mr. John Millar at the harbour."
    start = text.index("Millar")
    features = next(found for span, found in english.features(text) if span.start == start)
    assert "context.company_unfit" in features
    assert "context.company_title_better" not in features


def test_a_stop_inside_a_sentence_of_capitals_is_found_without_help_from_capitals(
    english: Checker,
) -> None:
    found = english.check("MANY PEOPLE WHO ARE. NOT AT HOME WILL SIGN THE PAPER NEXT WEEK.")
    shown = {one.text: one for one in found.suspicions}
    assert shown["ARE."].suggestions[0].text == "ARE"
    assert "Hardly any sentence ends between “ARE” and “NOT”." in {
        str(reason.message) for reason in shown["ARE."].reasons
    }
