"""Writes a suggested word as its surroundings are written: capitals, apostrophes, long s."""

from typing import Final

from corrector.suspicion import confusions
from corrector.suspicion.evidence.case import names_of
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
_CAPITAL_BEGINS: Final = 0.4
_CAPITAL_INSIDE: Final = -1.3
_SMALL_INSIDE: Final = 0.2
_SMALL_DOUBTFUL: Final = -0.3
"""What the other case of a first letter adds to the merit of a candidate."""
_MORE_CAPITALS: Final = 0.6
_FEW_CAPITALS: Final = 2
"""A word in which more letters than this share, and than so many, are capitals is meant in them."""
_BEGINNINGS: Final = ("o'", "o’", "d'", "d’", "mc", "mac", "fitz")
"""Behind these, names have a second capital."""
_ALWAYS_FOLLOWED: Final = "mc"
_CAPITAL_UNDER_DIGIT: Final = 0.1
"""What a capital adds where a digit, as tall as one, was read."""
_SMALL_AS_CAPITAL: Final = ("b", "s")
"""A small s that is read as the capital B; S hardly ever is."""


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
    core = place.form.anatomy.core
    in_capitals = place.capitals >= _MOSTLY and place.line_tokens > _ENOUGH_TOKENS
    if in_capitals or (case is Case.CAPITALS and len(core) > 1) or _is_mostly_capitals(core):
        return word.upper()
    if capital and case is not Case.TITLE:
        return word[:1].upper() + word[1:]
    if case is Case.TITLE or (case is Case.ODD and core[:1].isupper()):
        inside = not begins_sentence(place) and not place.first
        return word if inside and word in LINK_WORDS else _capitalised(word, core)
    return word


def in_other_case(shown: str, place: Place, language: str) -> tuple[str, float]:
    """Return `shown` with its first letter in the other case, and what that adds to its merit.

    Where the first letter was misread, its case was, too: rather at a beginning, and rather inside
    a sentence where no capital looks like it and no name is beside (Bhort is short, Koyal Royal).

    Args:
        shown: the candidate; its first letter is another one than the token's.
        place: where it is to stand.
        language: of the names that always have a capital (ISO 639-1).
    """
    begins = begins_sentence(place)
    if not shown[0].isupper():
        if place.form.anatomy.core[0].isdigit():
            return shown[0].upper() + shown[1:], _CAPITAL_UNDER_DIGIT
        return shown[0].upper() + shown[1:], _CAPITAL_BEGINS if begins else _CAPITAL_INSIDE
    if begins or place.first or not shown[1:].islower() or shown.lower() in names_of(language):
        return shown, 0.0
    small, read = shown[0].lower(), place.form.anatomy.word[0]
    capitals = confusions.CAPITALS.get(read, ()) if (read, small) != _SMALL_AS_CAPITAL else ()
    alike = any(true == small for true, _ in capitals)
    beside = any(one is not None and one.case is Case.TITLE for one in (place.before, place.after))
    return small + shown[1:], _SMALL_DOUBTFUL if alike or beside else _SMALL_INSIDE


def begins_sentence(place: Place) -> bool:
    """Tell whether the token before ends a sentence, or there is none."""
    if place.before is None:
        return True
    trail = place.before.anatomy.trail.rstrip("\"'”’)")
    return trail[-1:] in _STOPS and bool(trail)


def _is_mostly_capitals(core: str) -> bool:
    """Tell whether small letters are the fewer ones in a word that has both: FrIDAY."""
    return sum(letter.isupper() for letter in core) > max(len(core) * _MORE_CAPITALS, _FEW_CAPITALS)


def _capitalised(word: str, model: str) -> str:
    """Return `word` with a capital first, and in its parts where those of `model` have one."""
    parts, models = word.split("-"), model.split("-")
    if len(parts) != len(models):
        return word[:1].upper() + word[1:]
    pairs = zip(parts, models, strict=True)
    return "-".join(_like_name(part, like) if like[:1].isupper() else part for part, like in pairs)


def _like_name(word: str, model: str) -> str:
    """Return `word` with a capital first, and behind O' and the like where `model` has one.

    Behind Mc one always stands.
    """
    for start in _BEGINNINGS:
        at = len(start)
        like = model[:at].lower() == start and model[at : at + 1].isupper()
        if word.startswith(start) and (like or start == _ALWAYS_FOLLOWED):
            return word[:1].upper() + word[1:at] + word[at : at + 1].upper() + word[at + 1 :]
    return word[:1].upper() + word[1:]
