"""What was learned, line by line, and without what persons want forgotten."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeVar

from corrector.suspicion.learning import Confusion, Learned
from corrector.suspicion.mark_changes import MarkChange

_ONCE: Final = 1
_Thing = TypeVar("_Thing")


class What(StrEnum):
    """What a lesson is about."""

    WORD = "word"
    READING = "reading"
    LETTERS = "letters"
    CAPITALS = "capitals"
    BEFORE_WORD = "marks-before-word"
    BEFORE_CAPITAL = "marks-before-capital"
    BEFORE_SMALL = "marks-before-small"
    LINE_END = "marks-line-end"


@dataclass(frozen=True, slots=True, order=True)
class Lesson:
    """One thing that was learned.

    Attributes:
        what: a word that is right, a word that was corrected to another one, letters that were
            corrected to others in small letters or in capitals, or marks that were, by where they
            stood: before a word, or behind one with a capital or a small letter to follow, or at
            the end of a line.
        read: what stood there before, in small letters; empty for a word.
        true: what it was corrected to, or the word.
    """

    what: What
    read: str
    true: str


def lessons_of(learned: Learned) -> dict[Lesson, int]:
    """Return each thing that was learned, and how often; in order."""
    found = {
        Lesson(What.WORD, "", word): max(times, _ONCE) for word, times in _words_of(learned).items()
    }
    for (old, new), times in learned.readings.items():
        found[Lesson(What.READING, old, new)] = times
    for confusion, times in learned.confusions.items():
        found[_of_letters(confusion)] = times
    for change, times in learned.changes.items():
        if change[0]:  # marks that were missing are not searched for elsewhere
            found[_of_marks(change)] = times
    return dict(sorted(found.items()))


def without(learned: Learned, forgotten: Mapping[Lesson, int]) -> Learned:
    """Return what is left of `learned`, and what was learned again.

    A word goes with the only readings that taught it.

    Args:
        learned: all that was ever taught.
        forgotten: how often each of these had been taught when it was to be forgotten.
    """
    if not forgotten:
        return learned
    readings = _left(learned.readings, forgotten, lambda one: Lesson(What.READING, *one))
    orphans = _new(learned.readings) - _new(readings)
    words = {Lesson(What.WORD, "", word): times for word, times in _words_of(learned).items()}
    unwanted = {one.true for one, times in words.items() if times <= forgotten.get(one, -1)}
    confirmed = learned.confirmed - unwanted
    return replace(
        learned,
        confusions=_left(learned.confusions, forgotten, _of_letters),
        readings=readings,
        words=learned.words - orphans - unwanted,
        confirmed=confirmed,
        names=learned.names & confirmed,
        changes=_left(learned.changes, forgotten, _of_marks),
    )


def _words_of(learned: Learned) -> dict[str, int]:
    """Return how often words were confirmed or typed in place of others."""
    found = dict.fromkeys(learned.words | learned.confirmed, 0)
    for word, times in learned.confirmations.items():
        if word in found:
            found[word] += times
    for (_, new), times in learned.readings.items():
        if new in found:
            found[new] += times
    return found


def _left(
    counts: Mapping[_Thing, int],
    forgotten: Mapping[Lesson, int],
    lesson_of: Callable[[_Thing], Lesson],
) -> dict[_Thing, int]:
    """Return how often each was taught since it was forgotten, where it was."""
    left = {one: times - forgotten.get(lesson_of(one), 0) for one, times in counts.items()}
    return {one: times for one, times in left.items() if times > 0}


def _of_marks(change: MarkChange) -> Lesson:
    read, true, where = change
    return Lesson(What(where.value), read, true)


def _of_letters(confusion: Confusion) -> Lesson:
    read, true, capitals = confusion
    return Lesson(What.CAPITALS if capitals else What.LETTERS, read, true)


def _new(readings: Mapping[tuple[str, str], int]) -> frozenset[str]:
    return frozenset(new for _, new in readings)
