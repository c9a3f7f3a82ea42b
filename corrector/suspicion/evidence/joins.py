"""Signal `joins`: words run together, and one word torn in two."""

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.forms import Form
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.places import Place

SIGNAL = "joins"
_WHOLE = 1e-6
_RARE_PART = 3.8
_WEAK_MERIT = -11.0


def of_form(form: Form) -> Features:
    """Return whether `form` may be two words without their blank."""
    if form.share > 0 or not form.is_word:
        return {}
    split = next((near for near in form.neighbours if " " in near.word), None)
    if split is None:
        return {}
    return {"joins.split": 1.0, "joins.split_likely": between(split.merit, _WEAK_MERIT, -7.0)}


def of_place(place: Place, lexicon: Lexicon) -> Features:
    """Return whether the token and the one before or after are one torn word."""
    found: Features = {}
    form = place.form
    if place.after and not form.anatomy.trail and _torn(form, place.after, lexicon):
        found["joins.with_next"] = 1.0
    if place.before and not place.before.anatomy.trail and _torn(place.before, form, lexicon):
        found["joins.with_previous"] = 1.0
    return found


def _torn(first: Form, second: Form, lexicon: Lexicon) -> bool:
    if not first.is_word or not second.is_word or second.anatomy.lead:
        return False
    if min(first.zipf, second.zipf) > _RARE_PART:
        return False
    return lexicon.listed(first.anatomy.word + second.anatomy.word) > _WHOLE


def sentence(place: Place) -> Message:
    """Return what is joined or torn, for the person."""
    split = next((near.word for near in place.form.neighbours if " " in near.word), "")
    if split:
        template = QT_TRANSLATE_NOOP("Reasons", "“{text}” may be two words: “{words}”.")
        return message(template, text=place.form.anatomy.core, words=split)
    template = QT_TRANSLATE_NOOP("Reasons", "“{text}” and its neighbour may be one word.")
    return message(template, text=place.form.anatomy.core)
