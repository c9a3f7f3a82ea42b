"""Offers what a token without letters and digits may be: other marks, or a letter."""

from collections.abc import Iterator
from typing import Final

from corrector.suspicion.places import Place

_USUALLY: Final = {
    "-~-": "--",
    "-_-": "--",
    "=": "-",
    "_": "-",
    "~": "-",
    "«": "a",
    "»": "a",
    "|": "I",
}
"""What such signs mostly are: worn dashes, and words of one letter."""
_MERIT_OF_USUAL: Final = -3.0
_OTHER_MARK: Final = {",": ";", ";": ",", ":": ";", ".": ","}
"""The mark that differs by one speck."""
_MERIT_OF_OTHER_MARK: Final = -5.2
"""Less than that it belongs to the word before it."""
_MERIT_OF_DASH: Final = -2.2
_MERIT_OF_STOP: Final = -3.5
"""Of the dashes, and of the first stop, in a token that has specks, too."""


def other_marks(place: Place) -> Iterator[tuple[str, float]]:
    """Yield what the token of `place`, which has no letter or digit, may be, with merits."""
    text = place.token.text
    if text in _USUALLY:
        yield _USUALLY[text], _MERIT_OF_USUAL
    if text in _OTHER_MARK:
        yield _OTHER_MARK[text], _MERIT_OF_OTHER_MARK
    if len(text) > 1 and "-" in text:
        yield "-" * text.count("-"), _MERIT_OF_DASH
    stop = next((mark for mark in text if mark in ".,;:"), "")
    if stop and len(text) > 1:
        yield stop, _MERIT_OF_STOP
