"""Makes one reading of a scan out of several: the surer word at each place, and lost words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corrector.ocr.layout import FoundWord
from corrector.ocr.lost_words import put_in
from corrector.ocr.places import Places, Under
from corrector.ocr.quality import IsKnown

_KNOWN: Final = 0.2
"""A listed word counts as if the engine were surer of it by this much. Measured on five sets of
pages; .1 and .3 do nearly as well."""
_MARKS: Final = ".,;:!?()-\"'«»„“”’"
"""What stands around a word and is not looked up with it."""

Held = tuple[FoundWord, int]
"""A word, and the number of the reading that it is of."""


@dataclass(frozen=True, slots=True)
class Combined:
    """What came of several readings.

    Attributes:
        words: in reading order, each with the box and the confidence that it was read with.
        taken: how many words are of each reading, in the order of the readings.
    """

    words: tuple[FoundWord, ...]
    taken: tuple[int, ...]


def combined(readings: Sequence[Sequence[FoundWord]], is_known: IsKnown) -> Combined:
    """Return the first of some readings of a scan, bettered by the others.

    A word of another reading in the same place takes the place of one of the first where more
    speaks for it; words that stand where the first has none are put in where the other reading
    has them, in its order. Blank words are left out.

    Args:
        readings: at least one, the best of them first; boxes in pixels of the stored scan.
        is_known: tells words of the language, in small letters.
    """
    held: list[Held] = [(word, 0) for word in _with_text(readings[0])]
    for number, other in enumerate(readings[1:], 1):
        held = _bettered(held, _with_text(other), number, is_known)
    counts = Counter(number for _, number in held)
    taken = tuple(counts[number] for number in range(len(readings)))
    return Combined(tuple(word for word, _ in held), taken)


def _with_text(words: Iterable[FoundWord]) -> list[FoundWord]:
    return [word for word in words if word.text.strip()]


def _bettered(
    held: list[Held], other: list[FoundWord], number: int, is_known: IsKnown
) -> list[Held]:
    """Return what is held, bettered by one other reading."""
    words = [word for word, _ in held]
    places = Places(words)
    under = [places.under(word.box) for word in other]
    better = _better(words, other, under, is_known)
    kept = [
        (_in_the_line_of(one[0], better[at]), number) if at in better else one
        for at, one in enumerate(held)
    ]
    nearest = [one.nearest for one in under]
    return put_in(kept, [(word, number) for word in other], nearest)


def _better(
    words: Sequence[FoundWord],
    other: Sequence[FoundWord],
    under: Sequence[Under],
    is_known: IsKnown,
) -> Mapping[int, FoundWord]:
    """Return the words of the other reading that are better, by the place of the worse one."""
    better: dict[int, FoundWord] = {}
    wanted = Counter(there.nearest for there in under)
    for word, there in zip(other, under, strict=True):
        at = there.nearest
        # Where a word stands for several, they are parted in another way: nothing is exchanged.
        if at is None or not there.same or wanted[at] > 1 or word.text == words[at].text:
            continue
        if _speaks_for(word, is_known) > _speaks_for(words[at], is_known):
            better[at] = word
    return better


def _speaks_for(word: FoundWord, is_known: IsKnown) -> float:
    bare = word.text.strip(_MARKS).lower()
    return (word.confidence or 0.0) + (_KNOWN if bare and is_known(bare) else 0.0)


def _in_the_line_of(word: FoundWord, other: FoundWord) -> FoundWord:
    return replace(other, block=word.block, paragraph=word.paragraph, line=word.line)
