"""One page as another OCR program described it: its reading, and what is known besides."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from corrector.ocr.words import Reading
from corrector.scans.geometry import Box
from corrector.text.tokens import Span

NO_ALTERNATIVES: Final[Mapping[int, tuple[str, ...]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line or a block stands.

    Attributes:
        span: in the text of the reading.
        box: on the scan, in pixels of the page that the file describes; None where unknown.
    """

    span: Span
    box: Box | None


@dataclass(frozen=True, slots=True)
class OcrPage:
    """A page of a file of OCR made elsewhere.

    Attributes:
        reading: text, words and engine; words whose place is not known at all are only in the
            text. Width and height are those of the page that the file describes.
        image_name: of the scan, as the file calls it; None where it does not.
        size_known: whether the file gives the size of its page; if not, the size is what all the
            boxes need.
        lines: in order of the text; the number of a line is `Word.line`.
        blocks: in order of the text; the number of a block is `Word.block`.
        interpolated: indices of the words whose box was not in the file but computed from the box
            of their line or group, letter by letter.
        alternatives: further readings of a word, by its index, likeliest first.
    """

    reading: Reading
    image_name: str | None
    size_known: bool = True
    lines: tuple[Place, ...] = ()
    blocks: tuple[Place, ...] = ()
    interpolated: frozenset[int] = frozenset()
    alternatives: Mapping[int, tuple[str, ...]] = field(default_factory=lambda: NO_ALTERNATIVES)
