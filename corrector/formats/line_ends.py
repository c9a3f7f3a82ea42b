"""Judges whether a word goes on over a line end: surely, perhaps, or not."""

import re
from enum import StrEnum
from typing import Final

HYPHENS: Final = "-\u00ad\u2010\u00ac\u2e17"
"""Hyphen-minus, soft hyphen, hyphen, the not sign of older encodings, the double oblique hyphen."""

_DIVIDED: Final = re.compile(rf"[^\W\d_][\u0300-\u036f]*[{HYPHENS}]$")
_FIRST_WORD: Final = re.compile(r"[^\W_]+")
_AFTER_SUSPENDED: Final = frozenset(
    ("and", "or", "to", "und", "oder", "bis", "bzw", "sowie", "et", "ou", "à", "y", "o", "e")
)
"""Words that follow a hyphen standing for a left-out part, as in “two- or threefold”."""


class LineEnd(StrEnum):
    """Whether a line end is also the end of a word; the values are those of TEI's `break`."""

    WORD_ENDS = "yes"
    WORD_GOES_ON = "no"
    UNSURE = "maybe"


def line_end_between(line: str, following: str) -> LineEnd:
    """Tell whether the last word of `line` goes on in the line `following`.

    It is sure only where a letter and a hyphen end the line and the next begins with a small
    letter that is not one of the words after a suspended hyphen.
    """
    first = _FIRST_WORD.match(following)
    if first is None or not _DIVIDED.search(line):
        return LineEnd.WORD_ENDS
    if first[0][0].islower() and first[0] not in _AFTER_SUSPENDED:
        return LineEnd.WORD_GOES_ON
    return LineEnd.UNSURE
