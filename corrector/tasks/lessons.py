"""What persons taught in a collection: read from its record once, then kept up to date."""

from collections.abc import Iterable, Iterator, Mapping
from threading import Lock
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection

from corrector.record.entries import Correction
from corrector.record.forgotten import forgotten_lessons
from corrector.record.taught import (
    Stretch,
    corrected_texts,
    human_corrections,
    marked_texts,
    stretch_of,
)
from corrector.suspicion.forgetting import Lesson, What, without
from corrector.suspicion.learning import (
    NOTHING_LEARNED,
    CalledRight,
    Learned,
    Taught,
    learned_from,
    merged,
)
from corrector.suspicion.mark_changes import standing_marks
from corrector.tasks.settled import CONFIRMED
from corrector.text.marks import Mark

_MOST_TEXTS: Final = 60
"""Pages; on so many is counted which marks persons left, at 2 ms each."""
_ALL_OTHERS: Final = 0
"""Stands for all further pages; the record counts its pages from 1."""
_NONE_STANDING: Final[Mapping[int, Learned]] = MappingProxyType({})
_NOTHING: Final[Mapping[Lesson, int]] = MappingProxyType({})


class Lessons:
    """Corrections of the whole collection, and what is confirmed on each page as it is now."""

    def __init__(
        self,
        corrected: Learned,
        confirmed: dict[int, Learned],
        forgotten: Mapping[Lesson, int] = _NOTHING,
        standing: Mapping[int, Learned] = _NONE_STANDING,
    ) -> None:
        """Take what the record says; `lessons_in` reads it."""
        self._changing = Lock()  # a version may be saved while a page is checked
        self._corrected = corrected
        self._confirmed = confirmed
        self._unsaved: dict[int, Learned] = {}
        self._standing = dict(standing)
        self.forgotten = forgotten
        self.ever: Learned = NOTHING_LEARNED
        """All that was ever taught, also what was forgotten."""
        self.learned = self._all()

    def learn(self, page_id: int, text: str, corrections: Iterable[Correction]) -> None:
        """Learn from the corrections of a version that was just saved with `text`."""
        taught = learned_from(_taught_by(text, corrections))
        with self._changing:
            self._corrected = merged(self._corrected, taught)
            self._standing[page_id] = _marks_left(text)
            self._unsaved.pop(page_id, None)
            self.learned = self._all()

    def learn_anew(self, page_id: int, corrected: Learned) -> None:
        """Take what all corrections of the collection teach, after an old text was restored."""
        with self._changing:
            self._corrected = corrected
            self._unsaved.pop(page_id, None)
            self._standing.pop(page_id, None)
            self.learned = self._all()

    def heed(
        self,
        page_id: int,
        text: str,
        marks: Iterable[Mark],
        unsaved: Iterable[Correction] = (),
    ) -> None:
        """Take what is confirmed and corrected on a page now in place of what was before.

        Args:
            page_id: which page.
            text: as it is now, saved or not.
            marks: as they stand in it.
            unsaved: what differs from its newest version.
        """
        spans = (stretch_of(text, mark.span) for mark in marks if mark.kind == CONFIRMED)
        confirmed = learned_from((), map(_called_right, spans))
        taught = learned_from(_taught_by(text, unsaved))
        with self._changing:
            known = tuple(
                one.get(page_id, NOTHING_LEARNED) for one in (self._confirmed, self._unsaved)
            )
            if known == (confirmed, taught):
                return
            self._confirmed[page_id], self._unsaved[page_id] = confirmed, taught
            self.learned = self._all()

    def forget(self, lessons: Mapping[Lesson, int]) -> None:
        """Leave these lessons out, as often as they had been taught then, and no others."""
        with self._changing:
            if lessons != self.forgotten:
                self.forgotten = lessons
                self.learned = self._all()

    def _all(self) -> Learned:
        self.ever = merged(
            self._corrected,
            *self._confirmed.values(),
            *self._unsaved.values(),
            *(self._standing.values() if self._corrected.changes else ()),
        )
        return without(self.ever, self.forgotten) or NOTHING_LEARNED


def lessons_in(connection: Connection) -> Lessons:
    """Return what the record behind `connection` teaches."""
    spans: dict[int, list[CalledRight]] = {}
    for page_id, stretch in marked_texts(connection, CONFIRMED):
        spans.setdefault(page_id, []).append(_called_right(stretch))
    confirmed = {page: learned_from((), found) for page, found in spans.items()}
    corrected = learned_in(connection)
    standing = _standing_in(connection) if corrected.changes else {}
    return Lessons(corrected, confirmed, lessons_forgotten(connection), standing)


def _standing_in(connection: Connection) -> dict[int, Learned]:
    """Return which marks persons left by page; those of pages beyond the latest are estimated."""
    texts, count = corrected_texts(connection, _MOST_TEXTS)
    found = {page_id: _marks_left(text) for page_id, text in texts}
    if count > len(texts):
        read = merged(*found.values()).kept
        more = (count - len(texts)) / len(texts)
        found[_ALL_OTHERS] = Learned(kept={marks: round(n * more) for marks, n in read.items()})
    return found


def _marks_left(text: str) -> Learned:
    return Learned(kept=standing_marks(text))


def learned_in(connection: Connection) -> Learned:
    """Return what the corrections teach that persons saved and that still stand."""
    return learned_from(
        Taught(old, new.text, origin.value, new.before, new.after)
        for old, new, origin in human_corrections(connection)
    )


def _taught_by(text: str, corrections: Iterable[Correction]) -> Iterator[Taught]:
    for one in corrections:
        around = stretch_of(text, one.span)
        yield Taught(one.old, one.new, one.origin.value, around.before, around.after)


def _called_right(stretch: Stretch) -> CalledRight:
    return CalledRight(stretch.text, stretch.after)


def lessons_forgotten(connection: Connection) -> dict[Lesson, int]:
    """Return what persons took back, and how often it had been taught when they did.

    Entries of a newer program are passed over.
    """
    known = set(What)
    return {
        Lesson(What(what), read, true): times
        for what, read, true, times in forgotten_lessons(connection)
        if what in known
    }
