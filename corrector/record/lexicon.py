"""The lexicon of a collection: words that persons know to be right, by language."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from corrector.record.schema import LEXICON
from corrector.record.times import stamp
from corrector.record.versions import require_storable

ALL_LANGUAGES: Final = ""
"""The language of words that count in texts of every language."""


def lexicon_words(connection: Connection, language: str = ALL_LANGUAGES) -> tuple[str, ...]:
    """Return the words for texts in `language`, in alphabetical order."""
    wanted = select(LEXICON.c.word).where(LEXICON.c.language == language)
    return tuple(sorted(connection.scalars(wanted), key=lambda word: (word.lower(), word)))


def lexicon_languages(connection: Connection) -> tuple[str, ...]:
    """Return the languages that have words; `ALL_LANGUAGES` is one of them."""
    return tuple(sorted(connection.scalars(select(LEXICON.c.language).distinct())))


def lexicon_authors(connection: Connection, language: str) -> dict[str, str]:
    """Return who added each word for texts in `language`."""
    wanted = select(LEXICON.c.word, LEXICON.c.author).where(LEXICON.c.language == language)
    return {row.word: row.author for row in connection.execute(wanted)}


def add_to_lexicon(
    connection: Connection, words: Iterable[str], language: str, author: str, *, now: datetime
) -> int:
    """Add words, and tell how many are new.

    Raises:
        InputError: if a word holds NUL or half a surrogate pair.
    """
    known = set(lexicon_words(connection, language))
    new = [word for word in dict.fromkeys(words) if word not in known]
    for word in new:
        require_storable(word)
    rows = [
        {"word": word, "language": language, "author": author, "time": stamp(now)} for word in new
    ]
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    if rows:
        # Somebody else may have added the same word since it was looked for.
        connection.execute(insert(LEXICON).on_conflict_do_nothing(), rows)
    return len(rows)


def remove_from_lexicon(connection: Connection, words: Iterable[str], language: str) -> int:
    """Remove words, in whatever case, and tell how many were there."""
    unwanted = {word.casefold() for word in words}
    known = lexicon_words(connection, language)
    gone = [word for word in known if word.casefold() in unwanted]
    for word in gone:
        found = (LEXICON.c.word == word) & (LEXICON.c.language == language)
        connection.execute(delete(LEXICON).where(found))
    return len(gone)
