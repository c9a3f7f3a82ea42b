"""Marks behind blanks are specks, but for typists who set all of theirs so."""

from corrector.suspicion.checker import Checker

TYPED = (
    "Elle avait danse avec lui , et la nuit , qui venait , était belle .\n"
    "Le soleil , la lune , et tous les autres , avaient attendu .\n"
    "Deux enfants étaient venus ; elle avait renvoyé les musiciens .\n"
)


def shown(checker: Checker, text: str) -> list[str]:
    return [one.text for one in checker.check(text).suspicions]


def test_marks_behind_blanks_are_left_alone_where_all_of_them_stand_so(french: Checker) -> None:
    assert not {",", ".", ";"}.intersection(shown(french, TYPED))


def test_a_lone_mark_is_suspect_where_the_others_stand_at_words(french: Checker) -> None:
    usual = TYPED.replace(" ,", ",").replace(" .", ".").replace("lune,", "lune ,")
    scores = [
        max(one.score for one in french.check(text, all_tokens=True).suspicions if one.text == ",")
        for text in (TYPED, usual)
    ]
    assert scores[0] < 0.05
    assert scores[1] > 10 * scores[0]


def test_specks_at_the_beginnings_of_lines_are_still_shown(french: Checker) -> None:
    assert "." in shown(french, TYPED + ". La porte était ouverte .\n")


def test_high_marks_behind_blanks_are_left_alone_where_only_these_stand_so(
    english: Checker,
) -> None:
    text = (
        "Sir, what hast thou done for us ? The man, who was old, answered him.\n"
        "What shall we have for the wine ? They said, at last, that they had none.\n"
    )
    assert "?" not in shown(english, text)


def test_a_word_whose_mark_stands_alone_behind_it_is_rather_wrong(english: Checker) -> None:
    texts = (
        "They stayed for a minute , and then they left, as it was late, for home.",
        "They stayed for a minute, and then they left, as it was late, for home.",
    )
    lone, usual = (english.check(text, all_tokens=True).suspicions[4].score for text in texts)
    assert lone > usual
