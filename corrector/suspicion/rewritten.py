"""Offers the token written otherwise: cut at marks inside it, without ligatures and accents."""

import re
import unicodedata
from collections.abc import Iterator
from math import log10
from typing import Final

from corrector.suspicion.anatomy import is_lookable
from corrector.suspicion.damaged import without_accents
from corrector.suspicion.evidence.punctuation import has_inner_mark
from corrector.suspicion.link_words import LINK_WORDS
from corrector.suspicion.places import FormOf, Place

_LEAST_SHARE: Final = 1e-7
"""Of a part that no list knows."""
_UNFOLDED: Final = 1.0
_FRACTION_STROKE: Final = "\u2044"
"""What fractions are written out with, and nobody types."""
_MERIT_UNDOUBLED: Final = -3.0
_LOST_BLANK: Final = 0.3
_BLANK_AND_MARK: Final = 0.5
_LINKED_BLANK: Final = 0.6
"""Cost of a blank behind the mark, of one in its place, and of the less likely of the two behind a
link word, which no mark follows."""
_SPECK: Final = 1.0
_INNER_MARK: Final = re.compile(r"(?<=\w)([.,;:!?]+)(?=\w)(?!(?<=\d.)\d)")
_DOUBLED: Final = re.compile("['’‘]{2,}")


def merit_of(text: str, form_of: FormOf) -> float:
    """Return the merit of a whole token as it stands."""
    shares = [form_of(token).share for token in text.split()]
    return log10(max(min(shares, default=0.0), _LEAST_SHARE))


def unfolded(place: Place, form_of: FormOf) -> Iterator[tuple[str, float]]:
    """Yield the core with ligatures written out and accents taken off."""
    core = place.form.anatomy.core
    if core.isascii():
        return
    plain = unicodedata.normalize("NFKC", core)
    for text in dict.fromkeys((plain, without_accents(core))):
        if text != core and text.strip() == text and _FRACTION_STROKE not in text:
            yield text, merit_of(text, form_of) - _UNFOLDED


def at_inner_marks(core: str, form_of: FormOf) -> Iterator[tuple[str, float]]:
    """Yield the core cut at marks inside it, with and without the mark."""
    if not has_inner_mark(core) or not is_lookable(core):
        return
    undoubled = _DOUBLED.sub(lambda found: found[0][-1], core)
    if undoubled != core:
        yield undoubled, _MERIT_UNDOUBLED
    parts = _INNER_MARK.split(core)[::2]
    merit = min(merit_of(part, form_of) for part in parts)
    spaced = _INNER_MARK.sub(lambda found: found[1] + " ", core)
    runs_on = parts[0].lower() in LINK_WORDS
    yield spaced, merit - (_LINKED_BLANK if runs_on else _LOST_BLANK)
    yield _INNER_MARK.sub(" ", core), merit - (_LOST_BLANK if runs_on else _BLANK_AND_MARK)
    yield _INNER_MARK.sub("", core), merit_of("".join(parts), form_of) - _SPECK
