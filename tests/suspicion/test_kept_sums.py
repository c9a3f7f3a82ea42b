"""What is kept of tokens says the same as what is worked out anew."""

from dataclasses import replace

from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.given import NO_EVIDENCE, Evidence
from corrector.suspicion.findings import CheckResult
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.neighbours import costs_of_one_error, neighbours_of
from corrector.suspicion.places import places_of
from corrector.suspicion.signals import PAGE
from corrector.text.tokens import Span

_PAGE = (
    "Yesterday the cornmittee of the harbour met in the old town hall\n"
    "and agreed on rnoney for Vrodilsky. Tbe ships “sailed T0 the port .\n"
    "Mr. Vrodilsky wrote that.time to Vrodilskv. 12\n"
)
_ODD = "tbc ® qxz T0 .. rnoney ,; wbb\n"


def _scores(result: CheckResult) -> list[float]:
    return [one.score for one in result.suspicions]


def test_a_checker_that_saw_other_texts_says_what_a_new_one_says(english: Checker) -> None:
    words = {"cornmittee": 4, "committee": 9, "vrodilsky": 7}
    sure = Evidence(confidences={Span(0, 9): 0.4}, readings={Span(0, 9): "Yesterdav"})
    many = Evidence(collection_words=words)
    cases = [(_PAGE, NO_EVIDENCE), (_PAGE + _ODD * 4, NO_EVIDENCE), (_PAGE, sure), (_PAGE, many)]
    for text, evidence in cases * 2:
        seen = english.check(text, evidence, all_tokens=True)
        new = Checker(("en",)).check(text, evidence, all_tokens=True)
        assert _scores(seen) == _scores(new)
        assert seen.suspicions == new.suspicions


def test_one_number_only_depends_on_how_odd_the_whole_text_is(english: Checker) -> None:
    knowledge = english._knowledge()
    for place in places_of(_PAGE, NO_EVIDENCE, knowledge.form_of):
        other = replace(place, oddity_page=place.oddity_page + 0.2)
        before, after = knowledge.features(place), knowledge.features(other)
        assert PAGE in before
        assert {**before, PAGE: 0.0} == {**after, PAGE: 0.0}


def test_neighbours_cost_what_all_strings_one_error_away_cost() -> None:
    lexicon = Lexicon(("en",))
    for word in ("tbe", "rnoney", "hte", "leter", "bookk", "comittee"):
        found = neighbours_of(word, lexicon, capitals=False, far=False)
        costs = costs_of_one_error(word, [near.word for near in found], capitals=False)
        for near in found:
            if " " not in near.word:
                assert near.cost == costs[near.word]
