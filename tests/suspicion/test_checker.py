"""What is found suspicious, what is left alone, and what is suggested."""

import pytest

from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.findings import CheckResult, Suspicion
from corrector.text.tokens import Span, tokenise

_SMALL = "Yesterday the committee of the harbour met in the old town hall and agreed on {} for us."
_CAPITALS = "THE COMMITTEE OF THE HARBOUR MET IN THE OLD TOWN HALL AND AGREED ON {} FOR US."


def found(checker: Checker, text: str, evidence: Evidence | None = None) -> dict[str, Suspicion]:
    result = checker.check(text, evidence or Evidence())
    return {suspicion.text: suspicion for suspicion in result.suspicions}


def first_of(suspicion: Suspicion) -> str:
    return suspicion.suggestions[0].text


@pytest.mark.parametrize(
    ("frame", "read", "right"),
    [
        (_CAPITALS, "GRANARIBS", "GRANARIES"),
        (_CAPITALS, "SHIPMEMT", "SHIPMENT"),
        (_CAPITALS, "WBAT", "WHAT"),
        (_CAPITALS, "HARBOQUR", "HARBOUR"),
        (_CAPITALS, "SHlPS", "SHIPS"),
        (_SMALL, "rnoney", "money"),
        (_SMALL, "shiprnents", "shipments"),
        (_SMALL, "peragraph", "paragraph"),
        (_SMALL, "Iettuce", "lettuce"),
    ],
)
def test_a_misread_word_is_found_and_the_right_one_comes_first(
    english: Checker, frame: str, read: str, right: str
) -> None:
    suspicion = found(english, frame.format(read))[read]
    assert first_of(suspicion).lower() == right.lower()


def test_digits_inside_words_are_found(english: Checker) -> None:
    text = "THE SHIPS SAILED T0 THE HARBOUR AND 1IN THE MORNING UP TO 3O PERCENT OF THE CREW LEFT."
    suspicions = found(english, text)
    assert first_of(suspicions["T0"]) == "TO"
    assert first_of(suspicions["1IN"]) == "IN"
    assert first_of(suspicions["3O"]) == "30"


def test_small_letters_in_a_line_of_capitals_are_found(english: Checker) -> None:
    text = "WE TOOK THE OPINION oF ALL MEMBERS AND THE INTERESTS ToO OF THE TOWN"
    suspicions = found(english, text)
    assert first_of(suspicions["oF"]) == "OF"
    assert first_of(suspicions["ToO"]) == "TOO"


@pytest.mark.parametrize(
    ("read", "right"),
    [(".HARBOUR", "HARBOUR"), ("SHIPS®", "SHIPS"), ("#HARBOUR", "HARBOUR"), ("‘VESSEL", "VESSEL")],
)
def test_stray_marks_and_signs_at_a_word_are_found_and_taken_away(
    english: Checker, read: str, right: str
) -> None:
    suspicions = found(english, _CAPITALS.format(read))
    assert first_of(suspicions[read]) == right


def test_a_lone_stray_stop_is_found_and_deleting_it_comes_first(english: Checker) -> None:
    suspicions = found(english, _CAPITALS.format("FISH .").replace("US.", "US. _"))
    assert first_of(suspicions["."]) == ""
    assert "_" in suspicions


def test_words_run_together_are_found_and_parted(english: Checker) -> None:
    suspicions = found(english, _SMALL.format("carriedout work at that.time"))
    assert first_of(suspicions["carriedout"]) == "carried out"
    assert "that time" in [entry.text for entry in suspicions["that.time"].suggestions]


def test_letters_of_another_script_are_found(english: Checker) -> None:
    suspicions = found(
        english, _CAPITALS.format("FISH") + "\n\n日本語の\n\nÅ\n\nSHIPS LEFT THE PORT."
    )
    assert "日本語の" in suspicions
    assert "Å" in suspicions


def test_right_things_are_left_alone(english: Checker) -> None:
    text = (
        "On 20th May 1943 the Minister signed E.O. 12958, file 2000-1334-F/1 and No. 840.48/5952.\n"
        "The U.S. Government paid $5,000 (12.5%) to J. R. Smith's firm under Article VIII.\n"
        "The colour of the harbour pro-\nvided a well-known sight to Mrs. Jones, who'd labelled it."
    )
    assert list(found(english, text)) == []


def test_a_name_that_recurs_is_trusted_more_than_one_that_stands_once(english: Checker) -> None:
    once = english.check(_SMALL.format("Vrodilsky"), all_tokens=True)
    words = Evidence(collection_words={"vrodilsky": 20})
    often = english.check(_SMALL.format("Vrodilsky"), words, all_tokens=True)

    def score(result: CheckResult) -> float:
        return next(entry.score for entry in result.suspicions if entry.text == "Vrodilsky")

    assert score(often) < score(once)


def test_a_frequent_name_is_suggested_for_its_misread_twin(english: Checker) -> None:
    words = Evidence(collection_words={"vrodilsky": 20})
    suspicions = found(english, _SMALL.format("Vrodi1sky and Vrodilskv"), words)
    assert first_of(suspicions["Vrodilskv"]) == "Vrodilsky"


def test_confirmed_spans_and_known_words_are_never_shown(english: Checker) -> None:
    text = _SMALL.format("rnoney qwrtzx,")
    start = text.index("rnoney")
    assert {"rnoney", "qwrtzx,"} <= found(english, text).keys()
    trusted = Evidence(confirmed=(Span(start, start + 6),), known_words=frozenset({"qwrtzx"}))
    assert found(english, text, trusted) == {}


def test_low_confidence_raises_and_high_confidence_lowers_the_score(english: Checker) -> None:
    text = _SMALL.format("fine")
    spans = [token.span for token in tokenise(text)]
    word = next(span for span in spans if span.of(text) == "fine")

    def score(confidence: float) -> float:
        given = Evidence(confidences=dict.fromkeys(spans, 0.96) | {word: confidence})
        result = english.check(text, given, all_tokens=True)
        return next(entry.score for entry in result.suspicions if entry.span == word)

    assert score(0.2) > 0.3 > score(0.97)


def test_another_reading_that_disagrees_raises_the_score_and_is_suggested(english: Checker) -> None:
    text = _SMALL.format("tine")
    span = Span(text.index("tine"), text.index("tine") + 4)
    alone = english.check(text, threshold=0.0)
    both = english.check(text, Evidence(readings={span: "time"}), threshold=0.0)

    def entry(result: CheckResult) -> Suspicion:
        return next(found for found in result.suspicions if found.span == span)

    assert entry(both).score > entry(alone).score
    assert first_of(entry(both)) == "time"
    assert "reading" in [reason.signal for reason in entry(both).reasons]


def test_the_reasons_name_the_word_and_what_it_looks_like(english: Checker) -> None:
    suspicion = found(english, _CAPITALS.format("SHIPMEMT"))["SHIPMEMT"]
    sentences = [str(reason.message) for reason in suspicion.reasons]
    assert any("“SHIPMEMT”" in text and "“SHIPMENT”" in text for text in sentences)
    assert 1 <= len(sentences) <= 3


def test_german_compounds_and_french_elisions_are_words(german: Checker, french: Checker) -> None:
    german_text = "Die Hafenverwaltungskommission hat den Bericht über die Schiffe heute gelesen."
    french_text = (
        "Les membres de l'assemblée ont dit qu'il fallait aujourd'hui lire d'autres lettres."
    )
    assert found(german, german_text) == {}
    assert found(french, french_text) == {}


def test_a_misread_german_word_is_found(german: Checker) -> None:
    suspicions = found(german, "Die Schiffe una die Boote sind gestern nit dem Kapitan gefahren.")
    assert first_of(suspicions["una"]) == "und"


def test_a_higher_threshold_shows_less_and_all_tokens_shows_all(english: Checker) -> None:
    text = _SMALL.format("rnoney , tine")
    strict, usual = english.check(text, threshold=0.97), english.check(text)
    assert len(strict.suspicions) <= len(usual.suspicions)
    everything = english.check(text, all_tokens=True)
    assert len(everything.suspicions) == everything.tokens == len(text.split())
    assert [entry.shown for entry in everything.suspicions].count(True) == len(usual.suspicions)


def test_a_language_without_a_list_still_gives_an_answer() -> None:
    result = Checker(("xx",)).check("some words ® here")
    assert result.tokens == 4


def test_old_spelling_is_left_alone_where_a_whole_text_is_written_so(english: Checker) -> None:
    old = "He doth speake of ioy and keepe his owne house, for meanes and dayes are seene soone."
    assert not {"speake", "keepe", "owne", "meanes", "dayes", "seene"} & found(english, old).keys()
    assert "speake" in found(english, _SMALL.format("speake"))


def test_words_once_cut_by_a_line_end_and_abbreviations_are_left_alone(english: Checker) -> None:
    text = _SMALL.format("what Sergt. Smith and Messrs. Jones had exe-cuted")
    assert found(english, text) == {}


def test_numbers_alone_in_their_lines_are_page_numbers_if_they_follow_one_another(
    english: Checker,
) -> None:
    lines = [_SMALL.format("it")] * 3
    numbered = f"{lines[0]}\n2\n{lines[1]}\n3\n{lines[2]}\n"
    alone = f"{lines[0]}\n7\n{lines[1]}\n{lines[2]}\n"

    def score(text: str, number: str) -> float:
        result = english.check(text, threshold=0.0)
        return next(one.score for one in result.suspicions if one.text == number)

    assert score(numbered, "3") < score(alone, "7")


def test_damaged_words_are_found_by_their_strokes(english: Checker) -> None:
    suspicions = found(english, _SMALL.format("interfoionco with tlio ships, «ill"))
    assert first_of(suspicions["interfoionco"]) == "interference"
    assert "the" in [one.text for one in suspicions["tlio"].suggestions]
    assert "will" in [one.text for one in suspicions["«ill"].suggestions]


def test_a_word_three_usual_errors_away_is_offered_before_one_of_unlike_letters(
    english: Checker,
) -> None:
    result = english.check("They were destioylng the bridge when the soldiers came.")
    found = next(one for one in result.suspicions if one.text == "destioylng")
    assert found.suggestions[0].text == "destroying"
