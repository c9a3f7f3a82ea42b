"""A page as running text: lines joined, divided words made whole, blank lines between blocks."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from corrector.formats.line_ends import LineEnd, line_end_between
from corrector.formats.rewriting import Rewriting, within_lines
from corrector.formats.shown_marks import stand_in
from corrector.text.marks import Mark
from corrector.text.phenomena import PHENOMENON_BY_NAME
from corrector.text.phenomenon import Reading

BLOCK_END: Final = "\n\n"
BLOCK_KINDS: Final = frozenset(
    (
        *("heading", "byline", "dateline", "address", "salutation", "paragraph", "table"),
        *("closing", "signature", "postscript", "trailer"),
    )
)
"""Marks whose text is a block of its own."""
_TOGETHER: Final = BLOCK_KINDS | {"handwriting", "footnote"}
_DIVISION: Final = "division"
_LINES_KEPT: Final = frozenset({"address", "table"})

LeftOut = Callable[[Mark], bool]


def left_out(mark: Mark) -> bool:
    """Tell whether the mark's text is no part of a reading text."""
    phenomenon = PHENOMENON_BY_NAME.get(mark.kind)
    return phenomenon is not None and phenomenon.reading is Reading.LEFT_OUT


def reading_text(text: str) -> str:
    """Return `text` with the lines of each block joined and an empty line between blocks."""
    return reading_of(text, ())[0]


def reading_of(
    text: str, marks: Sequence[Mark], leave_out: LeftOut = left_out
) -> tuple[str, tuple[Mark, ...]]:
    """Return the running text of a page, and its marks where they stand in it.

    What `leave_out` says is gone with its marks, and errors of the source read as corrected. Line
    feeds in it stand only in pairs between blocks, and single ones between lines of an address or a
    table. Abbreviations are spelt out.
    """
    whole = [mark for mark in marks if 0 <= mark.span.start <= mark.span.end <= len(text)]
    return _joined(*_emended(text, whole, leave_out))


def _emended(text: str, marks: Sequence[Mark], leave_out: LeftOut) -> tuple[str, tuple[Mark, ...]]:
    """Return the text without what is left out and with what reads otherwise in its place."""
    gone = [mark for mark in marks if leave_out(mark)]
    mended = [mark for mark in marks if _read_as(mark)]
    unsaid = {id(mark) for mark in (*gone, *mended)}
    kept = [mark for mark in marks if id(mark) not in unsaid]
    rewriting = Rewriting(text)
    position = 0
    dropped = _dropped(text, gone, {mark.span.start for mark in kept if stand_in(mark)})
    for start, end, new in sorted([*dropped, *_replaced(mended, gone)]):
        if start < position:
            continue
        rewriting.take(start)
        rewriting.drop(end)
        rewriting.put(new)
        position = end
    return rewriting.result(kept)


def _read_as(mark: Mark) -> str:
    """Return what the reading text has in place of the mark's text; empty where that stays."""
    phenomenon = PHENOMENON_BY_NAME.get(mark.kind)
    field = phenomenon.read_as if phenomenon is not None else ""
    return " ".join(mark.value(field).split()) if field else ""


def _replaced(mended: Iterable[Mark], gone: Sequence[Mark]) -> Iterable[tuple[int, int, str]]:
    for mark in mended:
        if mark.span.length and not any(
            one.span.start < mark.span.end and mark.span.start < one.span.end for one in gone
        ):
            yield mark.span.start, mark.span.end, _read_as(mark)


def _dropped(text: str, gone: Iterable[Mark], shown: set[int]) -> Iterable[tuple[int, int, str]]:
    """Yield what is left out, lines of which nothing remains with their line ends."""
    merged: list[list[int]] = []
    for start, end in sorted((mark.span.start, mark.span.end) for mark in gone):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(end, merged[-1][1])
        elif start < end:
            merged.append([start, end])
    rest = Rewriting(text)
    for start, end in merged:
        rest.take(start)
        rest.drop(end)
        rest.put("".join(one if one == "\n" else " " for one in text[start:end]))
    remaining, _ = rest.result(())
    for start, end in merged:
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", end)
        last = len(text) if last < 0 else last
        if remaining[first:last].strip() or any(at in shown for at in range(first, last + 1)):
            yield start, end, ""
        else:
            yield first, min(last + 1, len(text)), ""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that says something: where it begins and ends, and its number."""

    index: int
    start: int
    end: int
    text: str


def _joined(text: str, marks: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
    said = _lines(text, marks)
    rewriting = Rewriting(text)
    if not said:
        rewriting.drop(len(text))
        return rewriting.result(marks)
    together = [mark for mark in marks if mark.kind in _TOGETHER and mark.span.length]
    divisions = (mark.span.start for mark in marks if mark.kind == _DIVISION)
    borders = _Borders(text, together, divisions)
    rewriting.drop(said[0].start)
    for line, following in pairwise(said):
        separator, hyphen = borders.between(line, following)
        rewriting.take(line.end - hyphen)
        rewriting.drop(following.start)
        rewriting.put(separator)
    rewriting.take(said[-1].end)
    rewriting.drop(len(text))
    return rewriting.result(marks)


def _lines(text: str, marks: Sequence[Mark]) -> list[_Line]:
    """Return the lines that are not blank, or show the stand-in of a mark."""
    shown = {mark.span.start for mark in marks if stand_in(mark)}
    lines = text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return [
        _Line(index, start, start + len(line), line)
        for index, (line, start) in enumerate(zip(lines, starts, strict=False))
        if line.strip()
        or any(position in shown for position in range(start, start + len(line) + 1))
    ]


class _Borders:
    """What stands between two lines of the running text."""

    def __init__(self, text: str, together: Sequence[Mark], divisions: Iterable[int]) -> None:
        spans = [(mark, *within_lines(text, mark.span.start, mark.span.end)) for mark in together]
        self._edges = {edge for _, *edges in spans for edge in edges} | set(divisions)
        self._together = _depths(text, [(start, end) for _, start, end in spans])
        kept = [(start, end) for mark, start, end in spans if mark.kind in _LINES_KEPT]
        self._lines_kept = _depths(text, kept)

    def between(self, line: _Line, following: _Line) -> tuple[str, int]:
        """Return the separator, and how many characters at the end of `line` it replaces."""
        gap = range(line.end, following.start)
        if all(self._together[position] for position in gap):
            written = line.text.strip() and following.text.strip()
            if written and all(self._lines_kept[position] for position in gap):
                return "\n", 0
        elif self._parted(line, following):
            return BLOCK_END, 0
        end = line_end_between(line.text, following.text)
        if end is LineEnd.WORD_GOES_ON:
            return "", 1
        return (" " if end is LineEnd.WORD_ENDS else ""), 0

    def _parted(self, line: _Line, following: _Line) -> bool:
        blank = following.index > line.index + 1
        unwritten = not line.text.strip() or not following.text.strip()
        return (
            blank
            or unwritten
            or any(edge in self._edges for edge in range(line.end, following.start + 1))
        )


def _depths(text: str, spans: Iterable[tuple[int, int]]) -> list[int]:
    """Return for each character of `text` how many of `spans` hold it."""
    steps = [0] * (len(text) + 1)
    for start, end in spans:
        if start < end:
            steps[start] += 1
            steps[end] -= 1
    return list(accumulate(steps))
