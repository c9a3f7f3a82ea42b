"""What a collection learned as a list: to be seen, exported, forgotten and learned again."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from corrector.atomic import write_whole
from corrector.record.forgotten import set_forgotten
from corrector.suspicion.forgetting import Lesson, What, lessons_of
from corrector.tasks.collection import Collection
from corrector.tasks.lessons import lessons_forgotten, lessons_in
from corrector.tasks.review import Reviewer

__all__ = [
    "OF_MARKS",
    "Lesson",
    "What",
    "forget",
    "forgotten_list",
    "learned_by",
    "learned_list",
    "lessons_named",
    "recall",
    "table_of",
    "write_learned",
]

OF_MARKS: Final = frozenset(
    {What.BEFORE_WORD, What.BEFORE_CAPITAL, What.BEFORE_SMALL, What.LINE_END}
)
"""Lessons about marks around words."""
_SIGN: Final = "="
"""Between what was read and what it was corrected to, where a person names a lesson."""
_HEAD: Final = ("what", "read", "true", "times")


def learned_by(reviewer: Reviewer) -> dict[Lesson, int]:
    """Return what a reviewer learned until now, from what is not saved yet, too."""
    return lessons_of(reviewer.learned)


def learned_list(collection: Collection) -> dict[Lesson, int]:
    """Return what saved corrections and confirmations taught, and how often; in order."""
    with collection.record.reading() as connection:
        return lessons_of(lessons_in(connection).learned)


def forgotten_list(collection: Collection) -> tuple[Lesson, ...]:
    """Return what is not to be learned, in order."""
    with collection.record.reading() as connection:
        return tuple(sorted(lessons_forgotten(connection)))


def forget(
    collection: Collection, lessons: Iterable[Lesson], reviewer: Reviewer | None = None
) -> int:
    """Let these be learned no more until they are taught again; tell how many were until now.

    Args:
        collection: that learned them.
        lessons: to be forgotten.
        reviewer: who knows what is not saved yet, too; None to go by what is.

    Raises:
        OutputError: if the record cannot be written; it is as it was.
    """
    with collection.record.writing() as connection:
        lessons_now = reviewer.lessons if reviewer else lessons_in(connection)
        ever, known = lessons_of(lessons_now.ever), lessons_of(lessons_now.learned)
        before = lessons_forgotten(connection)
        gone = [lesson for lesson in set(lessons) if lesson in known]
        _set(connection, before, before | {lesson: ever.get(lesson, 0) for lesson in gone})
    return len(gone)


def recall(collection: Collection, lessons: Iterable[Lesson]) -> int:
    """Let these be learned again, and tell how many were forgotten.

    Raises:
        OutputError: if the record cannot be written; it is as it was.
    """
    with collection.record.writing() as connection:
        before = lessons_forgotten(connection)
        after = {one: times for one, times in before.items() if one not in set(lessons)}
        _set(connection, before, after)
    return len(before) - len(after)


def lessons_named(named: str, lessons: Iterable[Lesson]) -> list[Lesson]:
    """Return those of `lessons` that a person means: ``word``, ``read=true``, ``B=H``.

    Letters in capitals are named in capitals; words in any way.
    """
    at = named.find(_SIGN, 1)
    read, true = (named[:at], named[at + 1 :]) if at > 0 else ("", named)
    small = read.lower(), true.lower()
    other = What.LETTERS if named.isupper() else What.CAPITALS
    return [one for one in lessons if (one.read, one.true) == small and one.what is not other]


def table_of(lessons: Mapping[Lesson, int]) -> str:
    """Return a table of what was learned, its columns parted by tabs; the first line names them."""
    table = io.StringIO()
    writer = csv.writer(table, delimiter="\t", lineterminator="\n")
    writer.writerow(_HEAD)
    writer.writerows((one.what.value, one.read, one.true, n) for one, n in lessons.items())
    return table.getvalue()


def write_learned(path: Path, lessons: Mapping[Lesson, int]) -> None:
    """Write the table, whole or not at all.

    Raises:
        OutputError: if it cannot be written; what was there is as it was.
    """
    write_whole(path, [table_of(lessons).encode("utf-8")])


def _set(connection: Connection, before: Mapping[Lesson, int], after: Mapping[Lesson, int]) -> None:
    if after != before:
        entries = ((one.what.value, one.read, one.true, times) for one, times in after.items())
        set_forgotten(connection, entries)
