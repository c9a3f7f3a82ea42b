"""Signal `case`: capitals inside words, and words that stand against the case of their line."""

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.places import Place

SIGNAL = "case"
_MOSTLY = 0.8
_HARDLY = 0.25
_FREQUENT_WORD = 5.3
_USUAL_WORD = 3.5
_SAME_SHAPE = frozenset("SCOVWXZKPU")
"""Capitals that look like their small letters, but for size."""
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


def of_place(place: Place) -> Features:
    """Return whether the token stands against the case of its line."""
    form = place.form
    if not form.is_word or place.line_tokens <= _FEWEST_OTHERS:
        return {}
    if place.capitals >= _MOSTLY:
        if form.case in {Case.SMALL, Case.ODD}:
            return {"case.small_in_capitals": 1.0}
        return {"case.title_in_capitals": 1.0} if _is_long_title(form) else {}
    return _in_small_letters(place)


def _is_long_title(form: Form) -> bool:
    return form.case is Case.TITLE and len(form.anatomy.core) > 1


def _in_small_letters(place: Place) -> Features:
    form, before = place.form, place.before
    if place.capitals > _HARDLY:
        return {}
    if form.case is Case.CAPITALS and form.is_unknown:
        return {"case.capitals_in_small": 1.0}
    if before is None or not before.anatomy.core:
        return {}
    ends = before.anatomy.trail[:1]
    if form.case is Case.TITLE and not ends and before.case is Case.SMALL:
        return _capital_inside(place)
    if form.case is Case.SMALL and ends in {".", "!", "?"} and before.is_word:
        return {"case.small_after_stop": 1.0} if len(before.anatomy.core) > _FEWEST_OTHERS else {}
    return {}


def _capital_inside(place: Place) -> Features:
    form, after = place.form, place.after
    if form.anatomy.lead or form.anatomy.core in {"I", "I'm", "I’m"}:
        return {}
    found: Features = {}
    if form.zipf > _FREQUENT_WORD:
        found["case.capital_inside"] = 1.0
    alone = after is None or after.case is not Case.TITLE
    if alone and form.zipf > _USUAL_WORD and form.anatomy.core[0] in _SAME_SHAPE:
        found["case.same_shape_inside"] = between(form.zipf, _USUAL_WORD, _FREQUENT_WORD)
        if form.anatomy.core[0] in "SCOVW":
            found["case.small_shape_inside"] = 1.0
    return found


def sentence(place: Place) -> Message:
    """Return what is odd about the case of the token, for the person."""
    if place.capitals >= _MOSTLY:
        template = QT_TRANSLATE_NOOP("Reasons", "“{word}” has small letters in a line of capitals.")
    elif place.form.case is Case.ODD:
        template = QT_TRANSLATE_NOOP("Reasons", "“{word}” has a capital where none belongs.")
    else:
        template = QT_TRANSLATE_NOOP(
            "Reasons", "Small letters and capitals do not fit around “{word}”."
        )
    return message(template, word=place.form.anatomy.core)
