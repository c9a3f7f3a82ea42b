"""The lexicon of a collection as a task: it lies in the record and goes wherever that goes."""

from collections.abc import Iterable

from corrector.record.lexicon import (
    add_to_lexicon,
    lexicon_authors,
    lexicon_languages,
    lexicon_words,
    remove_from_lexicon,
)
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection


class CollectionLexicon:
    """Words that count in one collection, for everybody who works on it."""

    def __init__(self, collection: Collection) -> None:
        """Take the collection; only one that is open for work can be changed."""
        self._record, self._owner = collection.record, collection.owner

    def words(self, language: str = "") -> tuple[str, ...]:
        """Return the words for texts in `language`."""
        with self._record.reading() as connection:
            return lexicon_words(connection, language)

    def languages(self) -> tuple[str, ...]:
        """Return the languages that have words."""
        with self._record.reading() as connection:
            return lexicon_languages(connection)

    def authors(self, language: str = "") -> dict[str, str]:
        """Return who added each word for texts in `language`."""
        with self._record.reading() as connection:
            return lexicon_authors(connection, language)

    def add(self, words: Iterable[str], language: str = "") -> int:
        """Add words, and tell how many are new.

        Raises:
            OutputError: if the record cannot be written; it is as it was.
        """
        with self._record.writing() as connection:
            return add_to_lexicon(connection, words, language, self._owner, now=now())

    def remove(self, words: Iterable[str], language: str = "") -> int:
        """Remove words, in whatever case, and tell how many were there.

        Raises:
            OutputError: if the record cannot be written; it is as it was.
        """
        with self._record.writing() as connection:
            return remove_from_lexicon(connection, words, language)
