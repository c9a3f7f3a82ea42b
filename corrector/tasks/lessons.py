"""What persons taught in a collection: read from its record once, then kept up to date."""

from collections.abc import Iterable

from sqlalchemy import Connection

from corrector.record.entries import Correction
from corrector.record.taught import human_corrections, marked_texts
from corrector.suspicion.learning import Learned, Taught, learned_from, merged
from corrector.tasks.settled import CONFIRMED
from corrector.text.marks import Mark


class Lessons:
    """Corrections of the whole collection, and what is confirmed on each page as it is now."""

    def __init__(self, corrected: Learned, confirmed: dict[int, frozenset[str]]) -> None:
        """Take what the record says; `lessons_in` reads it."""
        self._corrected = corrected
        self._confirmed = confirmed
        self.learned = self._all()

    def learn(self, corrections: Iterable[Correction]) -> None:
        """Learn from the corrections of a version that was just saved."""
        taught = (Taught(one.old, one.new, one.origin.value) for one in corrections)
        self._corrected = merged(self._corrected, learned_from(taught))
        self.learned = self._all()

    def heed(self, page_id: int, text: str, marks: Iterable[Mark]) -> None:
        """Take what is confirmed on a page now in place of what was confirmed there before."""
        texts = [mark.span.of(text) for mark in marks if mark.kind == CONFIRMED]
        words = learned_from((), texts).confirmed
        if words != self._confirmed.get(page_id, frozenset()):
            self._confirmed[page_id] = words
            self.learned = self._all()

    def _all(self) -> Learned:
        confirmed = frozenset().union(*self._confirmed.values())
        return merged(self._corrected, Learned(confirmed=confirmed))


def lessons_in(connection: Connection) -> Lessons:
    """Return what the record behind `connection` teaches."""
    taught = (Taught(old, new, origin.value) for old, new, origin in human_corrections(connection))
    texts: dict[int, list[str]] = {}
    for page_id, text in marked_texts(connection, CONFIRMED):
        texts.setdefault(page_id, []).append(text)
    confirmed = {page: learned_from((), found).confirmed for page, found in texts.items()}
    return Lessons(learned_from(taught), confirmed)
