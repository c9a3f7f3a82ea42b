"""Signal `joins`: words run together, and one word torn in two."""

from math import log10

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.collocations import collocations_of
from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.places import Place

SIGNAL = "joins"
_WHOLE = 1e-6
_SHORTEST_WHOLE = 6
"""Letters; in lists there is any shorter one, be it by chance."""
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


def agreed(place: Place) -> Features:
    """Return whether a word that another recognition read alike may still be two.

    It saw the same letters, and the same narrow blank. Names are left to it.
    """
    form = place.form
    if form.case is not Case.SMALL or place.reading != form.text:
        return {}
    likely = of_form(form).get("joins.split_likely", 0.0)
    return {"joins.split_agreed": likely} if likely else {}


def _say_torn(found: Features, where: str, first: Form, second: Form, lexicon: Lexicon) -> None:
    whole = _share_of_whole(first, second, lexicon)
    long = len(first.anatomy.word) + len(second.anatomy.word) >= _SHORTEST_WHOLE
    if whole > 0 and long and (first.is_unknown or second.is_unknown):
        found[f"joins.unknown_with_{where}"] = 1.0
    if whole < _WHOLE:
        return
    if min(first.zipf, second.zipf) <= _RARE_PART:
        found[f"joins.with_{where}"] = 1.0
        return
    gain = _gain_of_one_word(whole, first, second, lexicon)
    if gain > _LITTLE:
        found[f"joins.perhaps_with_{where}"] = between(gain, _LITTLE, _MUCH)
        found[f"joins.surely_with_{where}"] = between(gain, _MUCH, _VERY_MUCH)


def _share_of_whole(first: Form, second: Form, lexicon: Lexicon) -> float:
    """Return the share of running text of both as one word; 0 where they cannot be one."""
    if not first.is_word or not second.is_word or second.anatomy.lead:
        return 0.0
    return lexicon.listed(first.anatomy.word + second.anatomy.word)


def _gain_of_one_word(whole: float, first: Form, second: Form, lexicon: Lexicon) -> float:
    """Return how much more probable one word of the share `whole` is than these two.

    A decimal logarithm.
    """
    counted = collocations_of(lexicon.main)
    fit = counted.fit(first.anatomy.word, second.anatomy.word) if counted else 0.0
    return log10(whole) + _ZIPF - (first.zipf + second.zipf - _ZIPF + fit)


def sentence(place: Place) -> Message:
    """Return what is joined or torn, for the person."""
    split = next((near.word for near in place.form.neighbours if " " in near.word), "")
    if split:
        template = QT_TRANSLATE_NOOP("Reasons", "“{text}” may be two words: “{words}”.")
        return message(template, text=place.form.anatomy.core, words=split)
    template = QT_TRANSLATE_NOOP("Reasons", "“{text}” and its neighbour may be one word.")
    return message(template, text=place.form.anatomy.core)
