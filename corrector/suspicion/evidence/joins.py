"""Signal `joins`: words run together, and one word torn in two."""

from math import log10

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.collocations import collocations_of
from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.forms import Form
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.places import Place

SIGNAL = "joins"
_WHOLE = 1e-6
_SHORTEST_WHOLE = 6
_RARE_PART = 3.8
_LITTLE, _MUCH, _VERY_MUCH = 0.3, 1.5, 3.5
_ZIPF = 9.0
"""A share of 1 on the scale of `Form.zipf`."""
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
    if place.after and not form.anatomy.trail:
        _say_torn(found, "next", form, place.after, lexicon)
    if place.before and not place.before.anatomy.trail:
        _say_torn(found, "previous", place.before, form, lexicon)
    return found


def _say_torn(found: Features, where: str, first: Form, second: Form, lexicon: Lexicon) -> None:
    if (first.is_unknown or second.is_unknown) and _are_one_word(first, second, lexicon):
        found[f"joins.unknown_with_{where}"] = 1.0
    gain = _gain_of_one_word(first, second, lexicon)
    if gain is None:
        return
    if min(first.zipf, second.zipf) <= _RARE_PART:
        found[f"joins.with_{where}"] = 1.0
    elif gain > _LITTLE:
        found[f"joins.perhaps_with_{where}"] = between(gain, _LITTLE, _MUCH)
        found[f"joins.surely_with_{where}"] = between(gain, _MUCH, _VERY_MUCH)


def _are_one_word(first: Form, second: Form, lexicon: Lexicon) -> bool:
    """Tell whether a list has both as one word, be it a rare one (gratui ties)."""
    if not first.is_word or not second.is_word or second.anatomy.lead:
        return False
    whole = first.anatomy.word + second.anatomy.word
    return len(whole) >= _SHORTEST_WHOLE and lexicon.listed(whole) > 0


def _gain_of_one_word(first: Form, second: Form, lexicon: Lexicon) -> float | None:
    """Return how much more probable one word is than these two, as a decimal logarithm.

    None where they cannot be one.
    """
    if not first.is_word or not second.is_word or second.anatomy.lead:
        return None
    before, after = first.anatomy.word, second.anatomy.word
    whole = lexicon.listed(before + after)
    if whole < _WHOLE:
        return None
    counted = collocations_of(lexicon.main)
    fit = counted.fit(before, after) if counted else 0.0
    return log10(whole) + _ZIPF - (first.zipf + second.zipf - _ZIPF + fit)


def sentence(place: Place) -> Message:
    """Return what is joined or torn, for the person."""
    split = next((near.word for near in place.form.neighbours if " " in near.word), "")
    if split:
        template = QT_TRANSLATE_NOOP("Reasons", "“{text}” may be two words: “{words}”.")
        return message(template, text=place.form.anatomy.core, words=split)
    template = QT_TRANSLATE_NOOP("Reasons", "“{text}” and its neighbour may be one word.")
    return message(template, text=place.form.anatomy.core)
