"""The outline of a document: where its divisions, openers and closers begin and end.

TEI orders the parts of a letter: what opens it comes before its paragraphs, what closes it after.
Blocks that stand elsewhere than TEI lets them are plain blocks with the kind of the mark as type.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from corrector.formats.tei.divisions import division_type
from corrector.formats.tei.forms import Part
from corrector.formats.tei.regions import Item


class Written(StrEnum):
    """How an item is written."""

    LOOSE = "loose"
    """Without an element around it."""
    OWN = "own"
    """In the element of its mark."""
    PLAIN = "plain"
    """In a block that says no more than the kind of its mark."""


@dataclass(slots=True)
class Frame:
    """What is written around one item.

    Attributes:
        written: how the item itself is written.
        opens: the elements that begin before it, with their attributes.
        closes: how many of those that are open end after it.
    """

    written: Written
    opens: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    closes: int = 0


_OPENING = frozenset({Part.TOP, Part.EITHER, Part.BYLINE})
_CLOSING = frozenset({Part.BOTTOM, Part.EITHER, Part.POSTSCRIPT})
_OF_LETTER = frozenset({Part.TOP, Part.BOTTOM, Part.POSTSCRIPT})
_WITHOUT_WRAPPER = frozenset({Part.HEAD, Part.BYLINE, Part.POSTSCRIPT})


def outline(pages: Sequence[Sequence[Item]]) -> list[list[Frame]]:
    """Return the frames of the items of all pages of a document."""
    items = [item for page in pages for item in page]
    frames = [Frame(Written.LOOSE if item.loose else Written.OWN) for item in items]
    entries = list(zip(items, frames, strict=True))
    if any(item.part is not Part.MIDDLE or item.division for item in items):
        sections = list(_sections(entries))
        for section in sections:
            _outline_section(section, last=section is sections[-1])
    else:
        for _, frame in entries:
            frame.written = Written.OWN
    rest = iter(frames)
    return [[next(rest) for _ in page] for page in pages]


_Entry = tuple[Item, Frame]


def _sections(entries: Sequence[_Entry]) -> Iterator[list[_Entry]]:
    """Yield the divisions: marked ones, and each heading that follows more than openers."""
    section: list[_Entry] = []
    for entry in entries:
        begun = any(
            not item.loose and item.part not in (Part.HEAD, *_OPENING) for item, _ in section
        )
        headed = entry[0].part is Part.HEAD and begun
        if headed or (entry[0].division is not None and section):
            yield section
            section = []
        section.append(entry)
    yield section


def _outline_section(section: list[_Entry], *, last: bool) -> None:
    first_item, first_frame = section[0]
    if all(item.loose and item.division is None for item, _ in section) and not last:
        return
    first_frame.opens.append(("div", division_type(first_item) or _kind_of(section)))
    written = [entry for entry in section if not entry[0].loose]
    start, end = _body(written)
    for item, frame in written[start:end]:
        if item.part is not Part.MIDDLE:
            frame.written = Written.PLAIN
    _wrap(written[:start], "opener", Part.TOP if end > start else None)
    _wrap(written[end:], "closer", Part.BOTTOM)
    section[-1][1].closes += 1


def _kind_of(section: Sequence[_Entry]) -> dict[str, str]:
    """Return what the parts of a division tell of its type."""
    parts = {item.part for item, _ in section}
    if parts & _OF_LETTER:
        return {"type": "letter"}
    return {"type": "article"} if Part.BYLINE in parts else {}


def _body(written: Sequence[_Entry]) -> tuple[int, int]:
    """Return which of the items, from and up to, are neither opener nor closer.

    Without a body between them TEI knows no closer; then all parts open the division.
    """
    parts = [item.part for item, _ in written]
    if not any(part in (Part.MIDDLE, Part.POSTSCRIPT) for part in parts):
        return len(parts), len(parts)
    first = next(
        (at for at, part in enumerate(parts) if part not in (Part.HEAD, *_OPENING)), len(parts)
    )
    last = len(parts)
    while last > first + 1 and parts[last - 1] in _CLOSING:
        last -= 1
    return first, last


def _wrap(written: Sequence[_Entry], element: str, needed: Part | None) -> None:
    """Put runs of parts of a letter into `element`; addresses alone need none."""
    for own, group in groupby(written, lambda one: one[0].part in _WITHOUT_WRAPPER):
        run = list(group)
        wanted = needed is None or any(item.part is needed for item, _ in run)
        if not own and wanted:
            run[0][1].opens.append((element, {}))
            run[-1][1].closes += 1
