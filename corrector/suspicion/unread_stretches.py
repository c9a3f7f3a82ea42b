"""Forgets that another recognition read nothing where it missed whole lines of sound words."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from corrector.suspicion.places import Place, is_odd

_FEWEST: Final = 2
"""Tokens in a row; a single one may be a speck that only one of the two took for letters."""
_LEAST_SOUND: Final = 0.5
"""Share of them that look like words; of debris hardly any does."""


def forget_unread_stretches(places: Sequence[Place]) -> None:
    """Take away empty readings of tokens in a row of which most look sound: nobody read there."""
    for unread, found in groupby(places, key=_is_unread):
        stretch = list(found) if unread else []
        sound = sum(not is_odd(place.word) for place in stretch)
        if len(stretch) >= _FEWEST and sound >= _LEAST_SOUND * len(stretch):
            for place in stretch:
                place.reading = None


def _is_unread(place: Place) -> bool:
    return place.reading == ""
