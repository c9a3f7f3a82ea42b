"""What persons taught in a collection: read from its record once, then kept up to date."""

from collections.abc import Iterable
from threading import Lock

from sqlalchemy import Connection

from corrector.record.entries import Correction
from corrector.record.forgotten import forgotten_lessons
from corrector.record.taught import human_corrections, marked_texts
from corrector.suspicion.forgetting import Lesson, What, without
from corrector.suspicion.learning import NOTHING_LEARNED, Learned, Taught, learned_from, merged
from corrector.tasks.settled import CONFIRMED
from corrector.text.marks import Mark


class Lessons:
    """Corrections of the whole collection, and what is confirmed on each page as it is now."""

    def __init__(
        self,
        corrected: Learned,
        confirmed: dict[int, frozenset[str]],
        forgotten: frozenset[Lesson] = frozenset(),
    ) -> None:
        """Take what the record says; `lessons_in` reads it."""
        self._changing = Lock()  # a version may be saved while a page is checked
        self._corrected = corrected
        self._confirmed = confirmed
        self._unsaved: dict[int, tuple[tuple[str, str, str], ...]] = {}
        self._of_unsaved: dict[int, Learned] = {}
        self.forgotten = forgotten
        self.learned = self._all()

    def learn(self, page_id: int, corrections: Iterable[Correction]) -> None:
        """Learn from the corrections of a version that was just saved."""
        taught = learned_from(Taught(one.old, one.new, one.origin.value) for one in corrections)
        with self._changing:
            self._corrected = merged(self._corrected, taught)
            self._unsaved.pop(page_id, None)
            self._of_unsaved.pop(page_id, None)
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
        texts = [mark.span.of(text) for mark in marks if mark.kind == CONFIRMED]
        words = learned_from((), texts).confirmed
        taught = tuple((one.old, one.new, one.origin.value) for one in unsaved)
        with self._changing:
            before = self._confirmed.get(page_id, frozenset()), self._unsaved.get(page_id, ())
            if before == (words, taught):
                return
            self._confirmed[page_id] = words
            self._unsaved[page_id] = taught
            self._of_unsaved[page_id] = learned_from(Taught(*one) for one in taught)
            self.learned = self._all()

    def forget(self, lessons: frozenset[Lesson]) -> None:
        """Leave these lessons out, and no others."""
        with self._changing:
            if lessons != self.forgotten:
                self.forgotten = lessons
                self.learned = self._all()

    def _all(self) -> Learned:
        confirmed = frozenset().union(*self._confirmed.values())
        found = merged(self._corrected, Learned(confirmed=confirmed))
        for unsaved in self._of_unsaved.values():
            found = merged(found, unsaved) if unsaved else found
        return without(found, self.forgotten) or NOTHING_LEARNED


def lessons_in(connection: Connection) -> Lessons:
    """Return what the record behind `connection` teaches."""
    taught = (Taught(old, new, origin.value) for old, new, origin in human_corrections(connection))
    texts: dict[int, list[str]] = {}
    for page_id, text in marked_texts(connection, CONFIRMED):
        texts.setdefault(page_id, []).append(text)
    confirmed = {page: learned_from((), found).confirmed for page, found in texts.items()}
    return Lessons(learned_from(taught), confirmed, lessons_forgotten(connection))


def lessons_forgotten(connection: Connection) -> frozenset[Lesson]:
    """Return the lessons that persons took back; entries of a newer program are passed over."""
    known = set(What)
    return frozenset(
        Lesson(What(what), read, true)
        for what, read, true in forgotten_lessons(connection)
        if what in known
    )
