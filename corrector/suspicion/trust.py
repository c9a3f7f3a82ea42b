"""Tells which tokens a person called right, so that they are never suspected."""

from typing import Final

from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.evidence.punctuation import has_inner_mark, lead_is_odd, trail_is_odd
from corrector.suspicion.evidence.symbols import odd_symbols
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.link_words import LINK_WORDS
from corrector.suspicion.places import Place

_COMMON: Final = 4.5
"""Zipf. A word more frequent than this is right only where it was confirmed: `or` may be `on`. A
name is right with its capital, even if the word without one is common ..."""
_GRAMMAR: Final = 6.2
"""... unless it is so common (`On`, `Will`) that it hardly is a name: May is the commonest name."""
_IN_CAPITALS: Final = 0.8
"""Share of capitals in a line where names stand in capitals, too."""
_NOUNS_IN_CAPITALS: Final = frozenset({"de", "lb"})
"""Languages in which a capital tells no name."""


class Trusted:
    """What persons called right: spans of this text, and words of lexicons and of the collection.

    A word is trusted with usual marks around it and in usual case; a stray mark is still shown.
    """

    def __init__(self, evidence: Evidence, language: str = "") -> None:
        """Collect spans and words; `language` is the main one of the text (ISO 639-1)."""
        self._known = evidence.known_words
        self._names = frozenset() if language in _NOUNS_IN_CAPITALS else evidence.learned.names
        self._confirmed = evidence.learned.confirmed
        self._typed = evidence.learned.words
        self._spans = {
            place for span in evidence.confirmed for place in range(span.start, span.end)
        }

    def covers(self, place: Place) -> bool:
        """Tell whether the whole token, or its word with usual marks, was called right."""
        if self._spans and self._spans.issuperset(
            range(place.token.span.start, place.token.span.end)
        ):
            return True
        return bool(self._known or self._confirmed or self._typed) and self._knows(place)

    def _knows(self, place: Place) -> bool:
        word = place.form.anatomy.word
        if not word or not _is_usual(place.form):
            return False
        return any(self._has(one, place) for one in (word, word.removesuffix("'s")))

    def _has(self, word: str, place: Place) -> bool:
        form = place.form
        if word in self._known:
            return True
        if word in self._confirmed:
            return form.zipf < _COMMON or self._is_name(word, place)
        return word in self._typed and form.share <= 0

    def _is_name(self, word: str, place: Place) -> bool:
        """Tell whether a name was confirmed that is a common word, too, and stands as a name."""
        form = place.form
        if word not in self._names or word in LINK_WORDS or form.zipf > _GRAMMAR:
            return False
        if form.case is Case.CAPITALS:
            return place.capitals >= _IN_CAPITALS or place.line_tokens == 1
        return form.case is Case.TITLE


def _is_usual(form: Form) -> bool:
    anatomy = form.anatomy
    return not (
        form.case is Case.ODD
        or lead_is_odd(anatomy.lead)
        or trail_is_odd(anatomy.trail)
        or odd_symbols(form.text)
        or has_inner_mark(anatomy.core)
    )
