"""Writes a suggested word as its surroundings are written: capitals, apostrophes, long s."""

from typing import Final

from corrector.suspicion.forms import Case
from corrector.suspicion.link_words import LINK_WORDS
from corrector.suspicion.places import Place

_MOSTLY: Final = 0.8
_ENOUGH_TOKENS: Final = 2
_ALWAYS_CAPITAL: Final = frozenset(
    [
        "i",
        "i'm",
        "i'll",
        "i've",
        "mr",
        "mrs",
        "dr",
        "prof",
        "hon",
        "english",
        "german",
        "french",
        "american",
        "british",
        "russian",
        "italian",
        "polish",
        "hungarian",
        "austrian",
        "bulgarian",
        "greek",
        "turkish",
        "spanish",
        "dutch",
        "swiss",
        "european",
        "jewish",
        "christian",
        "january",
        "february",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "germany",
        "france",
        "england",
        "britain",
        "europe",
        "america",
        "russia",
        "italy",
        "poland",
        "hungary",
        "austria",
        "berlin",
        "london",
        "paris",
        "vienna",
        "washington",
        "moscow",
    ]
)
"""English words that are written with a capital wherever they stand."""
_STOPS: Final = frozenset(".!?:")


def styled(word: str, place: Place, *, capital: bool = False) -> str:
    """Return `word` (small letters) with the case and apostrophes that fit `place`.

    Args:
        word: to be put there.
        place: where it is to stand.
        capital: whether it is known to be written with a capital wherever it stands.
    """
    shown = _cased(word, place, capital=capital or word in _ALWAYS_CAPITAL)
    return shown.replace("'", "’") if "’" in place.token.text else shown


def _cased(word: str, place: Place, *, capital: bool) -> str:
    case = place.form.case
    in_capitals = place.capitals >= _MOSTLY and place.line_tokens > _ENOUGH_TOKENS
    if in_capitals or (case is Case.CAPITALS and len(place.form.anatomy.core) > 1):
        return word.upper()
    if capital and case is not Case.TITLE:
        return word[:1].upper() + word[1:]
    core = place.form.anatomy.core
    if case is Case.TITLE or (case is Case.ODD and core[:1].isupper()):
        inside = not begins_sentence(place) and not place.first
        return word if inside and word in LINK_WORDS else _capitalised(word, core)
    return word


def begins_sentence(place: Place) -> bool:
    """Tell whether the token before ends a sentence, or there is none."""
    if place.before is None:
        return True
    trail = place.before.anatomy.trail.rstrip("\"'”’)")
    return trail[-1:] in _STOPS and bool(trail)


def _capitalised(word: str, model: str) -> str:
    """Return `word` with a capital first, and in its parts where those of `model` have one."""
    parts, models = word.split("-"), model.split("-")
    if len(parts) != len(models):
        return word[:1].upper() + word[1:]
    pairs = zip(parts, models, strict=True)
    return "-".join(
        part[:1].upper() + part[1:] if like[:1].isupper() else part for part, like in pairs
    )
