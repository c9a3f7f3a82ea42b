"""What lexicons in the window ask for, run by workers, which load the tasks when they are asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from corrector.gui.wording import word

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection
    from corrector.tasks.learned_list import Lesson
    from corrector.tasks.lexicons import KeptLexicon
    from corrector.tasks.review import Reviewer


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lexicon is meant.

    Attributes:
        personal: the person's own, not that of the collection.
        language: for texts in which language; empty for all.
        learned: not a lexicon but what was learned in the collection.
        forgotten: of that, what was forgotten and can be learned again.
    """

    personal: bool
    language: str = ""
    learned: bool = False
    forgotten: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """A lexicon as it is now.

    Attributes:
        where: which it is.
        words: in it.
        languages: for which there are word lists, those with words in this lexicon first.
    """

    where: Wanted
    words: tuple[str, ...]
    languages: tuple[str, ...]


def shelf_of(collection: "Collection", where: Wanted) -> Shelf:
    """Return what is in a lexicon."""
    from corrector.tasks.languages import known_languages

    lexicon = _lexicon(collection, where)
    languages = dict.fromkeys((*filter(None, lexicon.languages()), *known_languages()))
    return Shelf(where, lexicon.words(where.language), tuple(languages))


def shelf_of_learned(collection: "Collection", where: Wanted, reviewer: "Reviewer") -> Shelf:
    """Return what was learned, from what is not saved yet, too, or was forgotten, as lines."""
    lines = _lines_forgotten(collection) if where.forgotten else _lines_learned(reviewer)
    return Shelf(where, tuple(lines), ())


def forget_lines(
    collection: "Collection", where: Wanted, reviewer: "Reviewer", lines: Sequence[str]
) -> int:
    """Let what these lines say be learned no more."""
    from corrector.tasks.learned_list import forget

    del where
    known = _lines_learned(reviewer)
    count = forget(collection, [known[line] for line in lines if line in known], reviewer)
    reviewer.read_lexicons_again()
    return count


def recall_lines(
    collection: "Collection", where: Wanted, reviewer: "Reviewer", lines: Sequence[str]
) -> int:
    """Let what these lines say be learned again."""
    from corrector.tasks.learned_list import recall

    del where
    known = _lines_forgotten(collection)
    count = recall(collection, [known[line] for line in lines if line in known])
    reviewer.read_lexicons_again()
    return count


def export_learned(
    collection: "Collection", where: Wanted, reviewer: "Reviewer", path: Path
) -> int:
    """Write what was learned as a table and return how many lines it has."""
    from corrector.tasks.learned_list import learned_by, write_learned

    del collection, where
    lessons = learned_by(reviewer)
    write_learned(path, lessons)
    return len(lessons)


def add_words_of(collection: "Collection", where: Wanted, text: str) -> int:
    """Add the words of a stretch of text, without the marks around them."""
    from corrector.tasks.lexicons import words_of_text

    return _lexicon(collection, where).add(words_of_text(text), where.language)


def add_typed(collection: "Collection", where: Wanted, typed: str) -> int:
    """Add what was typed; words are parted by blanks."""
    from corrector.tasks.lexicons import typed_words

    return _lexicon(collection, where).add(typed_words(typed.split()), where.language)


def remove_words(collection: "Collection", where: Wanted, words: Sequence[str]) -> int:
    """Remove words."""
    return _lexicon(collection, where).remove(words, where.language)


def import_words(collection: "Collection", where: Wanted, path: Path) -> int:
    """Add the words of a plain list or a Hunspell `.dic` file."""
    from corrector.tasks.lexicons import words_of_file

    return _lexicon(collection, where).add(words_of_file(path), where.language)


def export_words(collection: "Collection", where: Wanted, path: Path) -> int:
    """Write the words as a plain list and return how many they are."""
    from corrector.tasks.lexicons import write_words

    words = _lexicon(collection, where).words(where.language)
    write_words(path, words)
    return len(words)


def _lines_learned(reviewer: "Reviewer") -> "dict[str, Lesson]":
    """Return what was learned by the line that shows it, with how often."""
    from corrector.tasks.learned_list import learned_by

    lessons = learned_by(reviewer).items()
    return {line if one.read == "" else f"{line}  ({times})": one
            for one, times in lessons for line in [_line_of(one)]}  # fmt: skip


def _lines_forgotten(collection: "Collection") -> "dict[str, Lesson]":
    from corrector.tasks.learned_list import forgotten_list

    return {_line_of(one): one for one in forgotten_list(collection)}


def _line_of(lesson: "Lesson") -> str:
    """Return a lesson as a line; letters in capitals stand in capitals, marks with their place."""
    from corrector.tasks.learned_list import OF_MARKS, What

    if lesson.what is What.WORD:
        return lesson.true
    true = lesson.true or QCoreApplication.translate("Lexicons", "nothing")
    said = f"{lesson.read} → {true}"
    if lesson.what in OF_MARKS:
        return f"{said}  {word(lesson.what)}"
    return said.upper() if lesson.what is What.CAPITALS else said


def _lexicon(collection: "Collection", where: Wanted) -> "KeptLexicon":
    from corrector.tasks.collection_lexicon import CollectionLexicon
    from corrector.tasks.personal_lexicon import PersonalLexicon

    return PersonalLexicon() if where.personal else CollectionLexicon(collection)
