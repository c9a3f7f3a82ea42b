"""What was learned, line by line, and without what persons want forgotten."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from corrector.suspicion.learning import Confusion, Learned

ONCE: Final = 1


class What(StrEnum):
    """What a lesson is about."""

    WORD = "word"
    READING = "reading"
    LETTERS = "letters"
    CAPITALS = "capitals"


@dataclass(frozen=True, slots=True, order=True)
class Lesson:
    """One thing that was learned.

    Attributes:
        what: a word that is right, a word that was corrected to another one, or letters that were
            corrected to others in small letters or in capitals.
        read: what stood there before, in small letters; empty for a word.
        true: what it was corrected to, or the word.
    """

    what: What
    read: str
    true: str


def lessons_of(learned: Learned) -> dict[Lesson, int]:
    """Return each thing that was learned, and how often; words count once."""
    found = {Lesson(What.WORD, "", word): ONCE for word in learned.words | learned.confirmed}
    for (old, new), times in learned.readings.items():
        found[Lesson(What.READING, old, new)] = times
    for confusion, times in learned.confusions.items():
        found[_of_letters(confusion)] = times
    return dict(sorted(found.items()))


def without(learned: Learned, forgotten: Iterable[Lesson]) -> Learned:
    """Return what is left of `learned`; a word goes with the only readings that taught it."""
    gone = frozenset(forgotten)
    if not gone:
        return learned
    readings = {
        (old, new): times
        for (old, new), times in learned.readings.items()
        if Lesson(What.READING, old, new) not in gone
    }
    orphans = _new(learned.readings) - _new(readings)
    unwanted = {lesson.true for lesson in gone if lesson.what is What.WORD}
    return Learned(
        {one: times for one, times in learned.confusions.items() if _of_letters(one) not in gone},
        readings,
        learned.words - orphans - unwanted,
        learned.confirmed - unwanted,
    )


def _of_letters(confusion: Confusion) -> Lesson:
    read, true, capitals = confusion
    return Lesson(What.CAPITALS if capitals else What.LETTERS, read, true)


def _new(readings: Mapping[tuple[str, str], int]) -> frozenset[str]:
    return frozenset(new for _, new in readings)
