"""Signal `shape`: digits among letters, letters among digits."""

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.anatomy import Kind
from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.forms import Form
from corrector.suspicion.places import Place

SIGNAL = "shape"
_DIGITS_OF_LETTERS = str.maketrans("OoQDIlijSBZGbh", "00001111582664")
_FREQUENT = 1e-4
_SHORT_CODE = 4
_MANY_NUMBERS = 0.3
_USUAL_INITIALS = frozenset([
    "i.e", "e.g", "a.m", "p.m", "q.v", "a.i", "n.b", "p.p", "z.b", "d.h", "u.a", "s.o", "s.u",
    "i.a", "c.i.f", "f.o.b", "s.a", "v.s",
])  # fmt: skip
"""Abbreviations of several words in small letters, in English, German and French."""


def of_form(form: Form) -> Features:
    """Return how letters and digits are mixed in `form`."""
    kind, word = form.anatomy.kind, form.anatomy.word
    found: Features = {}
    if kind is Kind.MIXED:
        found["shape.mixed"] = 1.0
    elif kind is Kind.CODE:
        pieces = sum(not sign.isalnum() for sign in word)
        found["shape.shelfmark" if pieces > 1 or len(word) > _SHORT_CODE else "shape.code"] = 1.0
    elif kind is Kind.NUMBER:
        found = _of_number(word)
    elif kind is Kind.INITIALS:
        usual = form.anatomy.core.isupper() or word in _USUAL_INITIALS
        found["shape.initials_usual" if usual else "shape.initials"] = 1.0
    elif kind is Kind.ROMAN:
        found["shape.roman"] = 1.0
    if kind in {Kind.MIXED, Kind.CODE} and form.neighbours and len(form.anatomy.parts) == 1:
        near = form.neighbours[0]
        if near.share > _FREQUENT and " " not in near.word:
            found["shape.word_with_digits"] = 1.0
    return found


def _of_number(word: str) -> Features:
    found = {"shape.number": 1.0}
    if word[-1].isalpha():
        found["shape.number_with_letter"] = 1.0
    if len(word) == 1:
        found["shape.digit"] = 1.0
    return found


def of_place(place: Place) -> Features:
    """Return whether a number counts pages, stands alone, or among others, as in a table."""
    if place.page_number:
        return {"shape.page_number": 1.0}
    if place.form.anatomy.kind is not Kind.NUMBER:
        return {}
    found = {"shape.lone_number": 1.0} if place.line_tokens == 1 else Features()
    if place.numbers_near and len(place.form.anatomy.core) == 1:
        found["shape.digit_among_numbers"] = between(place.numbers_near, 0.0, _MANY_NUMBERS)
    return found


def as_number(core: str) -> str:
    """Return `core` with letters that look like digits read as these."""
    return core.translate(_DIGITS_OF_LETTERS)


def sentence(form: Form) -> Message:
    """Return what is odd about the shape of `form`, for the person."""
    if form.anatomy.kind in {Kind.MIXED, Kind.CODE}:
        template = QT_TRANSLATE_NOOP("Reasons", "“{word}” mixes letters and digits.")
    else:
        template = QT_TRANSLATE_NOOP("Reasons", "“{word}” is a number or an abbreviation.")
    return message(template, word=form.anatomy.core)
