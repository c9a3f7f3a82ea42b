"""Signal `case`: capitals inside words, and words that stand against the case of their line."""

from functools import lru_cache

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.paths import resources
from corrector.suspicion.abbreviations import ABBREVIATIONS
from corrector.suspicion.anatomy import Kind
from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.places import Place

SIGNAL = "case"
_MOSTLY = 0.8
HARDLY = 0.25
"""Share of capitals in a line up to which it counts as one in small letters."""
_FREQUENT_WORD = 5.3
_USUAL_WORD = 3.5
_SAME_SHAPE = frozenset("SCOVWXZKPU")
"""Capitals that look like their small letters, but for size."""
_READ_WITH_I = frozenset({"in", "is", "it", "if", "its", "into"})
"""Words of grammar whose small i is often read as a capital."""
_FEWEST_OTHERS = 2


def of_form(form: Form) -> Features:
    """Return whether capitals stand oddly inside `form`."""
    if form.case is not Case.ODD:
        return {}
    found = {"case.odd": 1.0}
    if form.share > 0:
        found["case.odd_listed"] = 1.0
        if _has_same_shape_inside(form.anatomy.core):
            found["case.odd_same_shape"] = 1.0
    return found


def _has_same_shape_inside(core: str) -> bool:
    """Tell whether the capitals after the first letter are all shaped like small ones."""
    inside = [letter for letter in core[1:] if letter.isupper()]
    return bool(inside) and _SAME_SHAPE.issuperset(inside)


@lru_cache(maxsize=8)
def names_of(language: str) -> frozenset[str]:
    """Return words that have a capital wherever they stand (tests/evaluation/make_names.py)."""
    path = resources() / "suspicion" / f"names_{language}.txt"
    return frozenset(path.read_text(encoding="utf-8").split()) if path.is_file() else frozenset()


def of_place(place: Place, language: str) -> Features:
    """Return whether the token stands against the case of its line, or of its word."""
    form = place.form
    if not form.is_word:
        return {}
    if form.case is Case.SMALL and form.anatomy.word in names_of(language):
        return {"case.name_in_small": 1.0}
    if place.line_tokens <= _FEWEST_OTHERS:
        return {}
    if place.capitals >= _MOSTLY:
        if form.case in {Case.SMALL, Case.ODD} and _has_small_letters(form):
            return {"case.small_in_capitals": 1.0}
        return {"case.title_in_capitals": 1.0} if _is_long_title(form) else {}
    return _in_small_letters(place, language)


def _has_small_letters(form: Form) -> bool:
    return any(letter.islower() for letter in form.anatomy.core)


def _is_long_title(form: Form) -> bool:
    return form.case is Case.TITLE and len(form.anatomy.core) > 1


def _in_small_letters(place: Place, language: str) -> Features:
    form, before = place.form, place.before
    if place.capitals > HARDLY:
        return {}
    if form.case is Case.CAPITALS and form.is_unknown:
        return {"case.capitals_in_small": 1.0}
    if before is None or not before.anatomy.core:
        return {}
    ends = before.anatomy.trail[:1]
    if form.case is Case.TITLE and not ends and before.case is Case.SMALL:
        return _capital_inside(place, language)
    ended = ends in {".", "!", "?"} and before.anatomy.word not in ABBREVIATIONS
    if form.case is Case.SMALL and ended and before.is_word:
        return {"case.small_after_stop": 1.0} if len(before.anatomy.core) > _FEWEST_OTHERS else {}
    return {}


def _capital_inside(place: Place, language: str) -> Features:
    word, core = place.form.anatomy.word, place.form.anatomy.core
    if place.form.anatomy.lead or core in {"I", "I'm", "I’m"}:
        return {}
    if word in _READ_WITH_I:
        return {"case.i_inside": 1.0}
    if word in ABBREVIATIONS or _is_before_number(place):
        return {}
    return {"case.name_inside": 1.0} if word in names_of(language) else _capital_of_word(place)


def _capital_of_word(place: Place) -> Features:
    """Return how odd the capital of a word that is no name is inside a sentence."""
    form, after, found = place.form, place.after, Features()
    if form.zipf > _FREQUENT_WORD:
        found["case.capital_inside"] = 1.0
    if form.anatomy.core[0] == "I" and form.share > 0:
        found["case.i_word_inside"] = 1.0
    alone = after is None or after.case is not Case.TITLE
    if alone and form.zipf > _USUAL_WORD and form.anatomy.core[0] in _SAME_SHAPE:
        found["case.same_shape_inside"] = between(form.zipf, _USUAL_WORD, _FREQUENT_WORD)
        if form.anatomy.core[0] in "SCOVW":
            found["case.small_shape_inside"] = 1.0
    if place.first and form.share > 0:
        found["case.capital_first"] = 1.0
    return found


def _is_before_number(place: Place) -> bool:
    """Tell whether a number follows, as after months and numbered things."""
    return place.after is not None and place.after.anatomy.kind is Kind.NUMBER


def sentence(place: Place) -> Message:
    """Return what is odd about the case of the token, for the person."""
    if place.capitals >= _MOSTLY and _has_small_letters(place.form):
        template = QT_TRANSLATE_NOOP("Reasons", "“{word}” has small letters in a line of capitals.")
    elif place.form.case is Case.ODD:
        template = QT_TRANSLATE_NOOP("Reasons", "“{word}” has a capital where none belongs.")
    else:
        template = QT_TRANSLATE_NOOP(
            "Reasons", "Small letters and capitals do not fit around “{word}”."
        )
    return message(template, word=place.form.anatomy.core)
