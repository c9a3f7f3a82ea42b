"""Other languages on the same page are left alone: whole lines, and phrases that letters use."""

import pytest

from corrector.suspicion.checker import Checker
from corrector.text.edits import Edit
from corrector.text.tokens import Span

ENGLISH = "The consul wrote to the minister that the letter had been sent in the spring.\n"


def shown(checker: Checker, text: str) -> list[str]:
    return [one.text for one in checker.check(text).suspicions]


@pytest.mark.parametrize(
    "line",
    [
        "Le ministre des affaires étrangères a répondu que la question serait examinée sans délai.",
        "Der Botschafter hat heute mit dem Staatssekretär über die Frage der Ausfuhr gesprochen.",
        "Il ministro ha detto che la questione della frontiera non si può discutere per ora.",
        "El embajador de España ha dicho que no se puede aceptar la propuesta por el momento.",
        "De minister heeft met de gezant over het verdrag gesproken, dat niet op tijd gereed is.",
    ],
)
def test_a_line_in_another_language_is_left_alone(english: Checker, line: str) -> None:
    assert shown(english, ENGLISH + line + "\n" + ENGLISH) == []


@pytest.mark.parametrize(
    "line",
    [
        "The chargé d'affaires handed over an aide-mémoire and a note verbale.",
        "It was agreed ad referendum, inter alia, that the status quo ante be restored.",
        "The Auswärtiges Amt spoke of a fait accompli and of a modus vivendi.",
        "They sang Te Deum laudamus, and on the stone stood Hic jacet.",
    ],
)
def test_phrases_of_diplomacy_and_books_are_left_alone(english: Checker, line: str) -> None:
    assert shown(english, line) == []


def test_a_misread_english_line_is_not_taken_for_another_language(english: Checker) -> None:
    text = ENGLISH + "Tbe consul de wrote la to tbe minister abont tbe barbour.\n" + ENGLISH
    assert {"Tbe", "abont"} <= set(shown(english, text))


def test_english_inside_a_german_letter_is_left_alone(german: Checker) -> None:
    text = (
        "Der Gesandte schrieb gestern an den Minister über die Frage der Ausfuhr.\n"
        "I have the honour to inform you that the matter was settled by the parties.\n"
        "Er wird die Antwort in der nächsten Woche erhalten.\n"
    )
    assert shown(german, text) == []


def test_a_text_in_a_language_whose_grammar_is_not_known_is_checked_all_the_same() -> None:
    text = "Disse que a carta de Lisboa se perdeu no porto e que veio para o consul.\n"
    checker = Checker(("pt",))
    assert not any("words.foreign" in features for _, features in checker.features(text * 3))


def test_the_window_can_say_why_a_foreign_word_is_not_suspected(english: Checker) -> None:
    text = ENGLISH + "Le ministre des affaires étrangères a dit que la question est réglée.\n"
    start = text.index("étrangères")
    grounds = english.grounds(text, next(s for s, _ in english.features(text) if s.start == start))
    assert grounds is not None
    assert any("another language" in str(reason.message) for reason in grounds.right)


def test_a_line_stays_foreign_when_another_one_is_edited(english: Checker) -> None:
    foreign = "Le ministre des affaires étrangères a dit que la question est réglée.\n"
    text = ENGLISH + foreign
    first = english.check(text)
    edit = Edit(Span(4, 10), "envoy")
    after = text[:4] + "envoy" + text[10:]
    assert english.recheck(first, after, [edit]).suspicions == english.check(after).suspicions == ()


def test_a_sentence_in_another_language_is_left_alone_in_a_text_without_line_ends(
    english: Checker,
) -> None:
    own = "The minister wrote to the office that he would come on the second day of the month. "
    other = "Der Minister hat dem Amt nicht mit einem Brief und auch nicht mit einer Karte "
    text = own * 3 + other * 2 + own * 3
    assert not {"nicht", "einem", "einer", "auch"} & {
        one.text for one in english.check(text).suspicions
    }
