"""Divides the text of a whole document among its scans, at line starts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corrector.linking.lines_of_document import Line, lines_of
from corrector.linking.page_borders import best_border, numbers_stand_below
from corrector.ocr.words import Reading
from corrector.text.tokens import Span

_TELLING: Final = 7
"""Letters of a line from which on finding it on a scan tells that it stands there."""

_LONG: Final = 20
"""Letters of a line from which on it is no catchword."""
_BEHIND_CATCHWORD: Final = 4
"""Lines behind a catchword within which the page begins: behind a number and a heading."""


@dataclass(frozen=True, slots=True)
class Division:
    """The part of a text that stands on one scan.

    Attributes:
        page: place of the scan among the readings.
        span: of the text; from the start of a line, empty where nothing stands on the scan.
        confidence: that it begins at the right line, 0..1: how much of the lines around its
            beginning was found on the scans where they should stand.
    """

    page: int
    span: Span
    confidence: float


def divide(text: str, readings: Sequence[Reading]) -> tuple[Division, ...]:
    """Return a division for each of `readings`, in order, which together are all of `text`.

    The scans must be in the order of the text. Where lines between two pages were found on
    neither, page numbers and catchwords decide; else they go to the earlier page.
    """
    if not readings:
        return ()
    lines = lines_of(text, readings)
    known = _known_pages(lines, len(readings))
    borders = _borders(text, lines, known, len(readings))
    ends = [*(start for start, _ in borders[1:]), len(text)]
    return tuple(
        Division(page, Span(start, end), confidence if start < end else 0.0)
        for page, ((start, confidence), end) in enumerate(zip(borders, ends, strict=True))
    )


def _known_pages(lines: Sequence[Line], pages: int) -> dict[int, int]:
    """Return the scan of each line that tells, so that most letters stand where they were found.

    Scans never go back from one line to the next.
    """
    found = [at for at, line in enumerate(lines) if any(line.found)]
    telling = [at for at in found if lines[at].letters >= _TELLING] or found
    best = [0] * pages
    steps: list[list[int]] = []
    for at in telling:
        best, step = _next_line(best, lines[at].found)
        steps.append(step)
    page = max(range(pages), key=best.__getitem__)
    known: dict[int, int] = {}
    for at, step in zip(reversed(telling), reversed(steps), strict=True):
        known[at] = page
        page = step[page]
    return dict(reversed(known.items()))


def _next_line(best: Sequence[int], found: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the most letters with a line on each scan, and the scan of the line before."""
    new: list[int] = []
    before: list[int] = []
    leading = 0
    for page, letters in enumerate(found):
        leading = page if best[page] > best[leading] else leading
        before.append(leading)
        new.append(best[leading] + letters)
    return new, before


def _borders(
    text: str, lines: Sequence[Line], known: dict[int, int], pages: int
) -> list[tuple[int, float]]:
    """Return where the part of each scan starts, and how sure that is."""
    below = numbers_stand_below(lines)
    borders: list[tuple[int, float]] = []
    before = -1
    for at, page in known.items():
        if before < 0:
            borders += [(0, lines[at].share(page))] * (page + 1)
        elif page > known[before]:
            around = known[before], page
            last = _first_long(at, lines, known)
            line, sure = best_border(lines, before + 1, last, around, below=below)
            sure *= min(lines[before].share(known[before]), lines[at].share(page))
            borders += [(lines[line].start, sure)] * (page - known[before])
        before = at
    borders = borders or [(0, 0.0)]
    return borders + [(len(text), 0.0)] * (pages - len(borders))


def _first_long(at: int, lines: Sequence[Line], known: dict[int, int]) -> int:
    """Return the line from which on a page is sure: a catchword is found on the next page."""
    if lines[at].letters >= _LONG:
        return at
    following = range(at + 1, min(at + _BEHIND_CATCHWORD, len(lines)))
    return next((one for one in following if known.get(one) == known[at]), at)
