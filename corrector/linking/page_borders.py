"""Chooses the line that begins a page among lines too short, or not read, to be found on a scan.

Those are what stands at the borders of pages: numbers, the first word of the next page written
below the last line (catchword), dates, signatures.
"""

import re
from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import Levenshtein

from corrector.linking.anchors import plain
from corrector.linking.lines_of_document import Line

_DASHES: Final = "-–—_=~"
_LONGEST_NUMBER: Final = 10
_MOST_SIGNS: Final = 4
"""Letters and digits of a page number: "123", or "Page" before one, in the worst case misread."""
_NAMED: Final = re.compile(
    r"(?:page|p|seite|s|blatt|bl|folio|fol|f)\W{0,3}\d{1,4}\W*", re.IGNORECASE
)
_BARE: Final = re.compile(r"\W*\d+\W*")
_FOR_DASH: Final = 0.4
_FOR_DIGIT: Final = 0.3
"""What a dash at an end, and a digit, say for a number of a page."""
_LIKE: Final = 0.6
"""How much a catchword is like the beginning of the next page, at least."""
_LONGEST_CATCHWORD: Final = 30
_FOR_NUMBER: Final = 1.0
_FOR_CATCHWORD: Final = 1.0
_FOR_FOUND: Final = 0.5
_FOR_EARLIER: Final = 0.05
"""Weights of what speaks for a border; the last one a line that is left on the earlier page."""


def page_number(text: str) -> float:
    """Return how much a line looks like the number of a page, 0..1."""
    if _NAMED.fullmatch(text):
        return 1.0
    signs = sum(map(str.isalnum, text))
    if len(text) > _LONGEST_NUMBER or signs > _MOST_SIGNS:
        return 0.0
    dashes = (text[0] in _DASHES) + (text[-1] in _DASHES)
    if not dashes and not _BARE.fullmatch(text):
        return 0.0
    return _FOR_DASH * dashes + _FOR_DIGIT * any(map(str.isdigit, text))


def numbers_stand_below(lines: Sequence[Line]) -> bool:
    """Tell whether the pages of a document have their numbers at the bottom."""
    return bool(lines) and page_number(lines[-1].text) > page_number(lines[0].text)


def best_border(
    lines: Sequence[Line], first: int, last: int, pages: tuple[int, int], *, below: bool
) -> tuple[int, float]:
    """Return the line that begins a page, and how much speaks for it against its rivals, 0..1.

    Args:
        lines: of the document.
        first: the first line of which it is not known on which page it stands.
        last: the first line that is known to stand on the later page.
        pages: the earlier and the later scan.
        below: page numbers stand at the bottom.
    """
    if first == last:
        return last, 1.0
    scores = {
        at: _found(lines[first:at], lines[at:last], pages)
        + _FOR_EARLIER * (at - first)
        + _for_number(lines, first, at, last, below=below)
        for at in range(first, last + 1)
    }
    best = max(scores, key=lambda at: (scores[at], at))
    rival = max(score for at, score in scores.items() if at != best)
    return best, min(0.5 + scores[best] - rival, 1.0)


def _found(above: Sequence[Line], below: Sequence[Line], pages: tuple[int, int]) -> float:
    """Return how much of the lines was found where they stand rather than on the other page."""
    earlier, later = pages
    gained = sum(line.share(earlier) - line.share(later) for line in above)
    return _FOR_FOUND * (gained + sum(line.share(later) - line.share(earlier) for line in below))


def _for_number(lines: Sequence[Line], first: int, at: int, last: int, *, below: bool) -> float:
    """Return how much a page number and a catchword speak for a page that begins with line `at`."""
    score = 0.0
    number = at - below
    if first <= number < last:
        score += _FOR_NUMBER * page_number(lines[number].text)
    if number > first:
        score += _FOR_CATCHWORD * _is_catchword(lines, number - 1, at, last)
    return score


def _is_catchword(lines: Sequence[Line], before: int, at: int, last: int) -> bool:
    """Tell whether a line repeats the beginning of the page: of its first line but the number."""
    first = next((one for one in range(at, last) if not page_number(lines[one].text)), last)
    word, beginning = plain(lines[before].text), plain(lines[first].text)
    if not word.isalnum() or len(word) > _LONGEST_CATCHWORD:
        return False
    return Levenshtein.normalized_similarity(word, beginning[: len(word)]) >= _LIKE
