"""What archivists' texts are full of and no list knows is left alone: names, initials, lists."""

import pytest

from corrector.suspicion.checker import Checker
from corrector.suspicion.letters import strangeness
from corrector.suspicion.scoring import shipped_model


def shown(checker: Checker, text: str) -> list[str]:
    return [one.text for one in checker.check(text).suspicions]


@pytest.mark.parametrize(
    "text",
    [
        "The passengers were Mr. J. Berry, Mr. John Millar, Mrs. A. White and Captain R. Donald.",
        "The goods went to Marlow and Co., London, by the next ship.",
        "The court heard Mr. W. J. Seymour and Mr. A. C. Twigg for the other party.",
        "He called them ‘unwelcome guests’ in his report to the minister.",
        'He read the words "free passage" and "fair price" aloud.',
        "The first part ends here.\n-------\nThe second part begins on this page.",
        "He saw it in May, 1938, and again in June of the next year.",
        "The members of Congress met the American minister in London.",
        "Both sides of the U.S.-Russian group met the U.N.-led force.",
        "1/ See also the letters of that year, which tell more of it.",
        "After eight days' march they reached the coast, and had two months' leave.",
        "The ship left the harbour at noon.-The captain is expected to return in June.",
        "See op. cit., pp. 3-4, cf. my despatch, i.e. the second one, encl. 2, ibid., viz. this.",
        "Classified by N.A.R.A. under E.O. 12958, Sec. 1.5(b), and seen at 10 a.m. by H.Q. staff.",
        "Ref.: RG 59, Box 12, Folder 3-A; FO 371/12345; NARA/RG 84; MS. Add. 4567, f. 12v.",
        "They spoke of the INF treaty, of ABM systems (SDI) and of what the GDR and PRC wanted.",
        "The DCM told the MFA that USG views on EEC matters, and INR's, had not changed.",
        "Messrs. Smith & Sons wrote to Marks & Spencer about flour, sugar, &c., for the men.",
        "The office is in Bloomsbury, W.C.1, and he lives in Finchley Road, N.W.3, near by.",
        "See the despatch (E 4567/12/34), that of Sir Horace, and my letter (C 1234/5/18).",
        "The men of the 1st Bn. and of the 7th Div. came to the town with Maj. Brown.",
        "Herr von Brentano met Baron van der Meer, Frau Schmidt and Signor Grandi at Geneva.",
        "He lives at Taborstrasse 11a, near the Stephansplatz, and she in the Lindengasse.",
        "NOTICE.-The office will be closed on Monday.",
        "The office is in Station-rd., and that of the Lance-Corpl. in High-st., near the river.",
        "They bought 28lbs of flour and 6ft of rope for it at 10a.m. on that day.",
        "We spoke of a three-decker, of an officer-in-charge, and of the by-laws of the town.",
        "Pte. Brown, Sergt. White and Corpl. Green came with the officers of the company.",
        "The prize went to Mr. M'Laren of Glasgow and to Captain M'Donald.",
    ],
)
def test_what_is_usual_in_letters_and_lists_is_not_shown(english: Checker, text: str) -> None:
    assert shown(english, text) == []


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("The house stands near the ‘river and the old mill.", "‘river"),
        ("He wrote to the minister of. the country about the new law.", "of."),
        ("The men were sent there to look for work, The women stayed at home.", "work,"),
        ("It was decided to pay the men gratui ties for their long attendance.", "gratui"),
        ("All reclama tions have to be sent to the office of the company.", "tions"),
        ("They say that he j will come to the office again.", "j"),
    ],
)
def test_what_is_misread_in_the_same_ways_is_shown(english: Checker, text: str, token: str) -> None:
    assert token in shown(english, text)


def test_the_sign_and_before_a_word_in_small_letters_is_doubted(english: Checker) -> None:
    assert "&" in shown(english, "He told them that it was & course of action they might take.")


def test_capitals_among_much_that_is_misread_are_no_acronym(english: Checker) -> None:
    clean = "the men said that ROK forces would come to the town"
    damaged = "tlie rnen 8aid tbat ROK f0rces w°uld corne t0 tlic t0wn"
    scores = [
        next(one.score for one in found.suspicions if one.text == "ROK")
        for found in (
            english.check(text, threshold=0.0, all_tokens=True) for text in (clean, damaged)
        )
    ]
    assert scores[0] < 0.1 < scores[1]


def test_the_letters_of_a_name_are_less_strange_than_those_of_garble() -> None:
    assert strangeness("obsliucted") > strangeness("lonergan") + 3


def test_a_whole_text_in_old_spelling_is_left_alone(english: Checker) -> None:
    text = (
        "He tooke the booke and goe downe to the olde towne, where hee founde his maister at the"
        " gate. Then saide the knight that he woulde keepe the keye, and sworne he would finde"
        " the childe."
    )
    assert len(shown(english, text)) <= 2


def test_what_no_old_spelling_explains_is_shown_in_an_old_text(english: Checker) -> None:
    text = (
        "He tooke the booke and goe downe to the olde towne, where hee founde his maister at the"
        " gate. Then saide the knight that he wouId keepe the keye, and sworne he would finde"
        " the childe tdl the morning."
    )
    scores = {one.text: one.score for one in english.check(text, all_tokens=True).suspicions}
    assert "wouId" in shown(english, text)
    assert scores["tdl"] > 5 * scores["childe"]


def test_a_few_unmistakable_words_tell_that_a_text_is_in_old_spelling(english: Checker) -> None:
    text = (
        "When hee had sayd this, the other men stood still and looked at him, and none of them was"
        " ioyfull. He went home againe, and kept himselfe in the house by the river till night."
    )
    assert not {"hee", "sayd", "ioyfull.", "againe,", "himselfe"}.intersection(shown(english, text))


def test_a_quotation_in_old_spelling_does_not_make_a_long_text_old(english: Checker) -> None:
    text = (
        "The clerk copied the old song: hee kept himselfe againe from the doore. "
        + "Then he put the book away and went on with the letters of the day. " * 80
    )
    assert not any("words.old" in features for _, features in english.features(text))


def test_an_i_read_as_a_capital_is_likelier_wrong_than_other_capitals(english: Checker) -> None:
    result = english.check("The whole of it Is in order now.", threshold=0.0)
    scores = {one.text: one.score for one in result.suspicions}
    assert scores["Is"] == max(scores.values())


def test_a_word_cut_without_its_hyphen_is_offered_with_it(english: Checker) -> None:
    result = english.check("It was told to all the com\nmittees of the town.", threshold=0.0)
    found = next(one for one in result.suspicions if one.text == "com")
    assert "com-" in [one.text for one in found.suggestions]


def test_an_initial_without_its_stop_is_offered_with_it(english: Checker) -> None:
    result = english.check("Then Mr K Emerton spoke for the petitioner.", threshold=0.0)
    found = next(one for one in result.suspicions if one.text == "K")
    assert found.suggestions[0].text == "K."


def test_a_stop_that_is_missing_before_a_new_sentence_is_offered(english: Checker) -> None:
    result = english.check("They all went home There was no more to do.", threshold=0.0)
    found = next(one for one in result.suspicions if one.text == "home")
    assert "home." in [one.text for one in found.suggestions[:2]]


def test_a_number_of_a_list_whose_stop_was_misread_is_offered_with_it(english: Checker) -> None:
    text = "The law says this.\n\n7e Persons who had been in the war were not asked to leave."
    found = next(one for one in english.check(text).suspicions if one.text == "7e")
    assert found.suggestions[0].text == "7."
    assert "A full stop may be missing after “7e”." in {str(one.message) for one in found.reasons}


def test_other_languages_than_english_have_weights_of_their_own() -> None:
    assert shipped_model("fr") is shipped_model("de")
    assert shipped_model("fr") is not shipped_model("en")
    assert set(shipped_model("fr").weights) == set(shipped_model().weights)


@pytest.mark.parametrize(
    "text",
    [
        "The secretary to the society states that the lady was united with her god.",
        "He bought the china, the bible and the turkey that his friend had left.",
    ],
)
def test_words_that_only_some_texts_write_with_a_capital_are_left_alone(
    english: Checker, text: str
) -> None:
    assert shown(english, text) == []


def test_the_numbers_of_notes_alone_in_their_lines_are_less_suspect(english: Checker) -> None:
    body = "The minister wrote to the consul about the matter in the spring of that year.\n"
    alone, row = body + "3/\n" + body, body + "1/\n" + body + "2/\n" + body + "3/\n" + body
    scores = [
        next(
            one.score for one in english.check(text, all_tokens=True).suspicions if one.text == "3/"
        )
        for text in (alone, row)
    ]
    assert scores[1] < scores[0]


def test_an_unknown_word_in_quotation_marks_is_suspected_less(english: Checker) -> None:
    bare = "They called the upper rooms the ordelcasa and never went there."
    found = {
        text: next(
            one.score
            for one in english.check(text, all_tokens=True).suspicions
            if "ordelcasa" in one.text
        )
        for text in (bare, bare.replace("ordelcasa", '"ordelcasa"'))
    }
    assert found[bare.replace("ordelcasa", '"ordelcasa"')] < 0.7 * found[bare]
