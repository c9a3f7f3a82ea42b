"""Lexicons: words that persons know to be right, of their own and of a collection, by language.

They are plain lists, one word a line, which any editor opens: a person's own in the folder of the
settings, those of a collection in Corrector's data, under the collection's identifier.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from corrector.atomic import write_whole
from corrector.errors import InputError, UsageError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.paths import data_folder, settings_folder
from corrector.scans.texts import read_text_file
from corrector.suspicion.lexicon_files import looked_up, text_of, words_in, words_in_hunspell
from corrector.suspicion.named_languages import named_languages
from corrector.tasks.collection import Collection

_FOLDER: Final = "lexicons"
_ALL_LANGUAGES: Final = "all"
_HUNSPELL: Final = ".dic"


class LexiconPlace:
    """Where the lexicons of a person, or of one collection, lie: one file a language."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, which need not exist yet."""
        self.folder = folder

    def file_for(self, language: str | None) -> Path:
        """Return the file of the words of `language`; of words of all languages without one.

        Raises:
            UsageError: if several languages are named.
            MissingProgramError: if there is no word list for `language`.
        """
        if not language:
            return self.folder / f"{_ALL_LANGUAGES}.txt"
        codes = named_languages(language)
        if len(codes) != 1:
            raise UsageError(
                QT_TRANSLATE_NOOP(
                    "Errors", "A lexicon is for one language; “{language}” names another number."
                ),
                language=language,
            )
        return self.folder / f"{codes[0]}.txt"


def personal_lexicons() -> LexiconPlace:
    """Return where the person's own lexicons lie."""
    return LexiconPlace(settings_folder() / _FOLDER)


def lexicons_of(collection: Collection) -> LexiconPlace:
    """Return where the lexicons of `collection` lie."""
    return LexiconPlace(data_folder() / _FOLDER / collection.record.identifier)


def changeable_lexicons_of(collection: Collection) -> LexiconPlace:
    """Return the same, to be written to.

    Raises:
        UsageError: if the collection has no record yet, by whose identifier it is found again.
    """
    if collection.record.path is None and not collection.record.shared:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{path}” has no record yet, so it cannot have a lexicon. Open it once, or use "
                "your personal lexicon.",
            ),
            path=str(collection.root),
        )
    return lexicons_of(collection)


def words_of(place: LexiconPlace, language: str | None = None) -> tuple[str, ...]:
    """Return the words of a lexicon in alphabetical order; none where there is no lexicon yet.

    Raises:
        InputError: if the lexicon cannot be read.
    """
    path = place.file_for(language)
    return words_in("".join(read_text_file(path).parts)) if path.exists() else ()


def add_words(place: LexiconPlace, words: Iterable[str], language: str | None = None) -> int:
    """Add `words` to a lexicon and return how many are new.

    Raises:
        InputError: if the lexicon cannot be read; nothing is changed.
        OutputError: if it cannot be written; it is as it was.
    """
    before = words_of(place, language)
    after = dict.fromkeys((*before, *words_in("\n".join(words))))
    if len(after) > len(before):
        write_whole(place.file_for(language), [text_of(after).encode("utf-8")])
    return len(after) - len(before)


def remove_words(place: LexiconPlace, words: Iterable[str], language: str | None = None) -> int:
    """Remove `words`, in whatever case, from a lexicon and return how many were there.

    Raises:
        InputError: if the lexicon cannot be read; nothing is changed.
        OutputError: if it cannot be written; it is as it was.
    """
    before = words_of(place, language)
    unwanted = {word.casefold() for word in words}
    after = [word for word in before if word.casefold() not in unwanted]
    if len(after) < len(before):
        write_whole(place.file_for(language), [text_of(after).encode("utf-8")])
    return len(before) - len(after)


def import_words(place: LexiconPlace, path: Path, language: str | None = None) -> int:
    """Add the words of a plain list or a Hunspell `.dic` file; return how many are new.

    Raises:
        InputError: if the file cannot be read or holds no word.
        OutputError: if the lexicon cannot be written; it is as it was.
    """
    text = "\n".join(read_text_file(path).parts)
    words = words_in_hunspell(text) if path.suffix.lower() == _HUNSPELL else words_in(text)
    if not words:
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "There is no word in “{path}”; nothing was imported."),
            path=str(path),
        )
    return add_words(place, words, language)


def known_words(languages: Iterable[str], *places: LexiconPlace) -> frozenset[str]:
    """Return the words of all lexicons at `places` for `languages`, as tokens are looked up."""
    wanted = (None, *languages)
    return looked_up(
        word for place in places for language in wanted for word in words_of(place, language)
    )
