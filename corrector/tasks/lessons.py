"""What persons taught in a collection: read from its record once, then kept up to date."""

from collections.abc import Iterable

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
        self._corrected = corrected
        self._confirmed = confirmed
        self._unsaved: dict[int, tuple[tuple[str, str, str], ...]] = {}
        self._of_unsaved: dict[int, Learned] = {}
        self.forgotten = forgotten
        self.learned = self._all()

    def learn(self, page_id: int, corrections: Iterable[Correction]) -> None:
        """Learn from the corrections of a version that was just saved."""
        taught = (Taught(one.old, one.new, one.origin.value) for one in corrections)
        self._corrected = merged(self._corrected, learned_from(taught))
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
        if words == self._confirmed.get(page_id, frozenset()) and taught == self._unsaved.get(
            page_id, ()
        ):
            return
        self._confirmed[page_id] = words
        self._unsaved[page_id] = taught
        self._of_unsaved[page_id] = learned_from(Taught(*one) for one in taught)
        self.learned = self._all()

    def forget(self, lessons: frozenset[Lesson]) -> None:
        """Leave these lessons out, and no others."""
        if lessons != self.forgotten:
            self.forgotten = lessons
            self.learned = self._all()

    @property
    def all_learned(self) -> Learned:
        """What was learned, with what is to be forgotten."""
        confirmed = frozenset().union(*self._confirmed.values())
        found = merged(self._corrected, Learned(confirmed=confirmed))
        for unsaved in self._of_unsaved.values():
            found = merged(found, unsaved) if unsaved else found
        return found

    def _all(self) -> Learned:
        return without(self.all_learned, self.forgotten) or NOTHING_LEARNED


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
