"""What persons correct and confirm is learned; what machines do is not."""

import pytest

from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.findings import Suspicion
from corrector.suspicion.learning import Learned, Taught, learned_from, merged

_CAPITALS = "THE COMMITTEE OF THE HARBOUR MET IN THE OLD TOWN HALL AND AGREED ON {} FOR US."
_SMALL = "Yesterday the committee of the harbour met in the old town hall and agreed on {} for us."


def typed(old: str, new: str) -> Taught:
    return Taught(old, new, "typed")


def all_of(checker: Checker, text: str, learned: Learned | None = None) -> dict[str, Suspicion]:
    evidence = Evidence() if learned is None else Evidence(learned=learned)
    result = checker.check(text, evidence, all_tokens=True)
    return {one.text: one for one in result.suspicions}


def test_letters_taken_for_others_are_counted_by_case() -> None:
    learned = learned_from([typed("BARBOUR.", "HARBOUR."), typed("WBAT", "WHAT"), typed("rn", "m")])
    assert learned.confusions["b", "h", True] == 2
    assert learned_from([typed("rnoney", "money")]).confusions == {("rn", "m", False): 1}
    assert learned.readings["wbat", "what"] == 1
    assert {"harbour", "what"} <= learned.words


@pytest.mark.parametrize("origin", ["recognised", "imported", "proposal", "tool", "merged", ""])
def test_nothing_is_learned_from_machines(origin: str) -> None:
    assert not learned_from([Taught("WBAT", "WHAT", origin)])


def test_changed_marks_other_words_and_joined_tokens_teach_no_confusion() -> None:
    told = [typed("ship,", "ship."), typed("ship", "yacht"), typed("in to", "into")]
    learned = learned_from(told)
    assert learned.confusions == {}
    assert learned.readings == {("ship", "yacht"): 1}


def test_a_correction_taken_back_teaches_no_reading() -> None:
    assert learned_from([typed("tine", "time"), typed("time", "tine")]).readings == {}


def test_what_two_learned_is_added_up() -> None:
    one = learned_from([typed("WBAT", "WHAT")], ["Vrodilsky"])
    both = merged(one, learned_from([typed("WBEN", "WHEN")], ["Smitt"]))
    assert both.confusions["b", "h", True] == 2
    assert both.confirmed == {"vrodilsky", "smitt"}


def test_a_confusion_corrected_twice_is_ranked_first_and_scored_higher(english: Checker) -> None:
    text = "WE BAVE SEEN THE OLD TOWN HALL OF THE HARBOUR AND THE SHIPS IN THE PORT."
    learned = learned_from([typed("WBARF", "WHARF"), typed("TBE", "THE")])
    before, after = all_of(english, text)["BAVE"], all_of(english, text, learned)["BAVE"]
    assert after.score > before.score
    assert after.suggestions[0].text == "HAVE"


def test_letters_misread_elsewhere_do_not_doubt_a_word_that_is_there(english: Checker) -> None:
    learned = learned_from([typed("bettle", "battle"), typed("herbour", "harbour")])
    text = "Yesterday the heir of the castle met the members in the old hall and grve them leave."
    before, after = all_of(english, text), all_of(english, text, learned)
    assert after["heir"].score < before["heir"].score + 0.15
    told = learned_from([typed("brttle", "battle"), typed("hrrbour", "harbour")])
    assert all_of(english, text, told)["grve"].score > before["grve"].score


def test_the_reason_says_what_was_corrected_before(english: Checker) -> None:
    learned = learned_from([typed("tine", "time")] * 3)
    entry = all_of(english, _SMALL.format("tine"), learned)["tine"]
    assert entry.shown
    assert entry.suggestions[0].text == "time"
    assert any("“tine”" in str(reason.message) and "“time”" in str(reason.message)
               for reason in entry.reasons)  # fmt: skip


def typed_in(sentence: str, old: str, new: str) -> Taught:
    before, after = sentence.split("{}")
    return Taught(old, new, "typed", before, after)


def test_a_word_learned_with_its_capital_is_offered_with_it(english: Checker) -> None:
    learned = learned_from([typed_in(_SMALL, "dews", "Jews")])
    assert learned.capitals == {"jews": 1}
    for text, read, right in (
        (_SMALL, "dews", "Jews"),
        (_SMALL, "dews,", "Jews,"),
        (_SMALL, "Dews", "Jews"),
        (_CAPITALS, "DEWS", "JEWS"),
        ("{} came to the old town hall and to the harbour yesterday.", "dews", "Jews"),
    ):
        entry = all_of(english, text.format(read), learned)[read]
        assert entry.suggestions[0].text == right


def test_a_capital_that_begins_a_sentence_is_no_part_of_the_word(english: Checker) -> None:
    begins = "The ship left. {} ship was old."
    learned = learned_from([typed_in(begins, "Tbe", "The"), typed_in(_CAPITALS, "TBE", "THE")])
    assert learned.capitals == {"the": 0}
    entry = all_of(english, _SMALL.format("tbe"), learned)["tbe"]
    assert entry.suggestions[0].text == "the"


def test_a_capital_counts_only_where_it_is_typed_more_often_than_not() -> None:
    once = learned_from([typed_in(_SMALL, "dews", "Jews")])
    both = merged(once, learned_from([typed_in(_SMALL, "Iews", "jews")] * 2))
    assert both.capitals == {"jews": -1}


def test_a_name_confirmed_once_is_never_shown_again(english: Checker) -> None:
    text = _SMALL.format("Qwrtzsky, QWRTZSKY'S and (Qwrtzsky)")
    confirmed = Evidence(learned=learned_from([], ["Qwrtzsky."]))

    def shown(evidence: Evidence) -> list[str]:
        found = english.check(text, evidence, threshold=0.0)
        return [one.text for one in found.suspicions if "wrtz" in one.text.lower()]

    assert len(shown(Evidence())) == 3
    assert shown(confirmed) == []


def test_a_stray_mark_beside_a_confirmed_name_is_still_shown(english: Checker) -> None:
    after = all_of(english, _SMALL.format(".Qwrtzsky.-"), learned_from([], ["Qwrtzsky"]))
    assert after[".Qwrtzsky.-"].shown


def test_a_common_word_is_right_only_where_it_was_confirmed(english: Checker) -> None:
    text = "THE MEMBERS SPOKE or BEHALF OF THE TOWN AND OF ALL ITS PEOPLE."
    assert all_of(english, text, learned_from([], ["or"]))["or"].shown


def shown_in(checker: Checker, text: str, learned: Learned) -> set[str]:
    found = checker.check(text, Evidence(learned=learned), threshold=0.0)
    return {one.text for one in found.suspicions}


@pytest.mark.parametrize("name", ["Brown", "May", "Rice"])
def test_a_confirmed_name_that_is_a_common_word_is_right_with_its_capital(
    english: Checker, name: str
) -> None:
    learned = learned_from([], [f"{name}'s"])
    small = name.lower()
    text = _SMALL.format(f"{name} {name}, {name}'s {small} .{name}")
    assert shown_in(english, text, Learned()) >= {name, f"{name},", f"{name}'s", small}
    still = shown_in(english, text, learned)
    assert still >= {small, f".{name}"}
    assert not still & {name, f"{name},", f"{name}'s"}


def test_a_confirmed_name_is_right_in_lines_of_capitals_and_only_there(english: Checker) -> None:
    learned = learned_from([], ["Brown"])
    assert "BROWN" not in shown_in(english, _CAPITALS.format("BROWN"), learned)
    assert "BROWN" not in shown_in(english, "WE MET\n\nBROWN\n\nIN THE HALL", learned)
    assert "BROWN" in shown_in(english, _SMALL.format("BROWN"), learned)


def test_words_of_grammar_and_german_nouns_are_no_names(english: Checker, german: Checker) -> None:
    text = "Or they came. The day after that they spoke Or behalf of the town."
    assert "Or" in shown_in(english, text, learned_from([], ["Or"]))
    noun = "Gestern kam das Kind mit der Hand an das Haus in der alten Stadt."
    assert "Hand" in shown_in(german, noun, learned_from([], ["Hand"]))


def test_a_misread_confirmed_name_gets_the_name_as_first_reading(english: Checker) -> None:
    learned = learned_from([], ["Vrodilsky"])
    entry = all_of(english, _SMALL.format("Vrodilskv"), learned)["Vrodilskv"]
    assert entry.suggestions[0].text == "Vrodilsky"
