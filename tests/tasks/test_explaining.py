"""Why a word is flagged or not is said in sentences: its rank, who confirmed it, how it recurs."""

from pathlib import Path

import pytest

from corrector.suspicion.signals import _SENTENCES
from corrector.tasks.collection_lexicon import CollectionLexicon
from corrector.tasks.explaining import Explained, Wording, explain
from corrector.tasks.kinds import KIND_OF_SIGNAL
from corrector.tasks.opening import open_for_work
from corrector.tasks.personal_lexicon import PersonalLexicon
from corrector.tasks.review import Reviewer
from corrector.tasks.witness import NO_WITNESS, Witness
from corrector.text.marks import Mark
from corrector.text.tokens import Span

_TEXT = "The captain saw tbe harbour of Qwrtzov and the captain left Qwrtzov in the morning.\n"


def place(word: str, text: str = _TEXT) -> Span:
    start = text.index(word)
    return Span(start, start + len(word))


def sentences(found: Explained, side: str) -> str:
    return " ".join(str(one) for one in getattr(found, side))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page1.txt").write_text(_TEXT, encoding="utf-8")
    return tmp_path


def explained(
    folder: Path,
    word: str,
    *,
    text: str = _TEXT,
    marks: tuple[Mark, ...] = (),
    witness: Witness = NO_WITNESS,
    mine: str = "",
    shared: str = "",
) -> Explained:
    with open_for_work(folder, "Ada Example") as collection:
        PersonalLexicon().add([mine] if mine else [])
        CollectionLexicon(collection).add([shared] if shared else [])
        reviewer = Reviewer(collection, "en")
        page = collection.pages()[0]
        wording = Wording(page.id, text, _TEXT, marks, witness)
        found = explain(reviewer, wording, place(word, text))
    assert found is not None
    return found


def test_a_flagged_word_says_what_speaks_against_it(folder: Path) -> None:
    found = explained(folder, "tbe")

    assert found.flagged
    assert found.score >= found.threshold
    assert "“the” is common and looks much like it" in sentences(found, "wrong")
    assert not found.settled


def test_an_unflagged_word_says_its_rank_and_how_it_recurs(folder: Path) -> None:
    found = explained(folder, "captain")

    assert not found.flagged
    assert found.score < found.threshold
    assert "“captain” is in the word list for “en”, at place" in sentences(found, "right")
    assert "Places where “captain” stands in this collection: 2." in sentences(found, "right")


def test_the_commonest_word_has_the_first_rank(folder: Path) -> None:
    assert "at place 1 by" in sentences(explained(folder, "the"), "right")


def test_who_confirmed_it_is_named(folder: Path) -> None:
    mark = Mark("confirmed", place("Qwrtzov"), "Bo Sample", "2026-03-04")
    found = explained(folder, "Qwrtzov", marks=(mark,))

    assert not found.flagged
    assert "Bo Sample confirmed it here." in sentences(found, "settled")


def test_a_word_that_a_person_typed_says_so(folder: Path) -> None:
    text = _TEXT.replace("tbe", "tzbe")
    found = explained(folder, "tzbe", text=text)

    assert not found.flagged
    assert "A person typed it here." in sentences(found, "settled")


def test_lexicons_are_named_with_who_put_the_word_there(folder: Path) -> None:
    assert "is in your lexicon" in sentences(
        explained(folder, "Qwrtzov", mine="Qwrtzov"), "settled"
    )
    found = explained(folder, "Qwrtzov", shared="qwrtzov")
    assert "lexicon of the collection; Ada Example put it there" in sentences(found, "settled")


def test_the_engine_and_another_reading_are_heard(folder: Path) -> None:
    sure = Witness(None, (), {place("captain"): 0.97}, {})
    found = explained(folder, "captain", witness=sure)

    assert "The engine was 97 % sure of “captain”." in sentences(found, "right")


def test_between_words_there_is_nothing_to_explain(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        wording = Wording(collection.pages()[0].id, _TEXT, _TEXT, (), NO_WITNESS)
        assert explain(Reviewer(collection, "en"), wording, Span(len(_TEXT), len(_TEXT))) is None


def test_every_signal_belongs_to_a_kind() -> None:
    assert set(_SENTENCES) <= set(KIND_OF_SIGNAL)
