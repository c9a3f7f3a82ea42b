"""What the words of a reading are for linking: compared forms and direction, worked out once."""

from dataclasses import dataclass
from typing import Self

from corrector.linking.anchors import plain
from corrector.linking.line_direction import Direction, direction_of
from corrector.ocr.words import Reading, Word


@dataclass(frozen=True, slots=True)
class ReadWords:
    """The words of one reading.

    Attributes:
        words: as the engine gave them.
        plain: how each is compared.
        direction: which way the lines of the scan run.
    """

    words: tuple[Word, ...]
    plain: tuple[str, ...]
    direction: Direction

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """Return the words of `reading`."""
        words = reading.words
        return cls(words, tuple(plain(word.text) for word in words), direction_of(words))
