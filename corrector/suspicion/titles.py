"""Offers titles and initials for what is left of them before names: Mi's. Smith, II. Jones."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from corrector.suspicion.forms import Case
from corrector.suspicion.misreading_costs import Reading, in_company
from corrector.suspicion.places import Place

_TITLES: Final = {
    "en": ("Mr.", "Mrs.", "Miss", "Messrs.", "Dr.", "Rev.", "Sir", "Lady", "Capt.", "Hon."),
    "de": ("Herr", "Frau", "Dr.", "Hr.", "Fr.", "Prof."),
    "fr": ("M.", "Mme", "Mlle", "MM.", "Dr.", "Mgr"),
}
"""What stands before names, as it is printed; the full words of a language among them."""
_LONGEST: Final = 7
"""Signs; longer tokens are no titles."""
_DEAREST: Final = 5.5
"""Cost of the misreading; beyond it any short word would be a title."""
_MERIT_OF_TITLE: Final = -1.4
_STOP_GIVEN: Final = 0.4
"""How much less probable a title is that differs in its stop."""
_INITIAL: Final = re.compile(r"([A-Z])[^\w.\s]{1,2}")
"""A capital with specks for its stop."""
_MERIT_OF_INITIAL: Final = -2.5
_J: Final = re.compile(r"[.,][17TIl]\.?")
"""What J, which hangs below its line, falls into."""
_MERIT_OF_J: Final = -3.0
_DAMAGED: Final = {"II.": "H.", "Il.": "H.", "ll.": "H.", "13.": "B.", "0.": "O."}
"""Initials of which two strokes were read as two letters, or a round one as a digit."""
_MERIT_OF_DAMAGED: Final = -4.0


def titles_and_initials(place: Place, language: str) -> Iterator[tuple[str, float]]:
    """Yield what the whole token of `place` may be before a name, with merits.

    Args:
        place: the suspected token.
        language: the main one (ISO 639-1); titles are known in some only.
    """
    after, text = place.after, place.token.text
    if after is None or after.case not in {Case.TITLE, Case.CAPITALS}:
        return
    if found := _INITIAL.fullmatch(text):
        yield found[1] + ".", _MERIT_OF_INITIAL
    if _J.fullmatch(text):
        yield "J.", _MERIT_OF_J
    if text in _DAMAGED:
        yield _DAMAGED[text], _MERIT_OF_DAMAGED
    begins = text[:1].isupper() or text.endswith(".")  # M falls apart into small letters
    if len(text) <= _LONGEST and begins and not text.isupper():
        for title, cost in _costs_of_titles(text.rstrip(".,;:"), language):
            other = title.endswith(".") != text.endswith(".")
            yield title, _MERIT_OF_TITLE - cost - _STOP_GIVEN * other


@lru_cache(maxsize=2_000)
def _costs_of_titles(text: str, language: str) -> tuple[tuple[str, float], ...]:
    """Return the titles that `text` may be a misreading of, with costs."""
    reading = Reading(text.lower(), capitals=False)
    costs = [
        (title, in_company(reading.cost_of(title.rstrip(".").lower())))
        for title in _TITLES.get(language, ())
    ]
    return tuple([one for one in costs if one[1] <= _DEAREST])
