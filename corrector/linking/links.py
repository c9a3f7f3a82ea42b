"""Links: which words of a reading a token of the text is, and where it stands on the scan."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from corrector.scans.geometry import Box
from corrector.text.tokens import Span


@dataclass(frozen=True, slots=True)
class Link:
    """A token of a text tied to the words that an engine read in its place.

    Attributes:
        span: the token, in code points of the text.
        words: indices into `Reading.words`, ascending; empty for an unlinked token.
        confidence: how sure the tie is, 0..1: 1 where token and words read the same, 0 unlinked.
        box: around the words, in pixels of the stored file; for words on several lines (divided
            at a line end) around those of the first. None where nobody knows the place.
        interpolated: the box is only the place between neighbours; then there are no words.
    """

    span: Span
    words: tuple[int, ...]
    confidence: float
    box: Box | None
    interpolated: bool = False


def united(boxes: Iterable[Box | None]) -> Box | None:
    """Return the smallest box around all that are boxes, or None where none is."""
    known = [box for box in boxes if box is not None]
    return reduce(Box.united, known) if known else None


def line_box(links: Iterable[Link], text: str, position: int) -> Box | None:
    """Return the box around the linked tokens of the line of `text` that `position` stands in."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    line = Span(start, end if end >= 0 else len(text))
    return united(link.box for link in links if line.start <= link.span.start < line.end)
