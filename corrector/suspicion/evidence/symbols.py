"""Signal `symbols`: signs that specks and torn letters become."""

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.evidence.features import Features
from corrector.suspicion.forms import Form
from corrector.suspicion.places import Place

SIGNAL = "symbols"
_HARD = frozenset("®©™~_\\|^{}<>=¥•¬¦¤¢»«■□●►◄†‡¶`´¨¯¸·")
_SOFT = frozenset("#*+@$£€%&§°")
_LIKE_AMPERSAND = frozenset({"A", "k", "K", "4", "6", "fc", "*", "$"})
_FIRMS = frozenset({"co", "sons", "son", "bros", "brothers", "cie"})
_FINE_ALONE = frozenset({"&", "+", "%", "§", "*", "/", "§§", "***", "* * *", "=", "#"})


def odd_symbols(text: str) -> str:
    """Return the signs of `text` that hardly ever stand in typed text, each once."""
    return "".join(dict.fromkeys(sign for sign in text if sign in _HARD))


def of_form(form: Form) -> Features:
    """Return which odd signs `form` has."""
    text = form.text
    if text.isalnum():
        return {}
    signs = set(text)
    if signs & _HARD:
        return {"symbols.hard" if form.anatomy.core else "symbols.hard_alone": 1.0}
    if not signs & _SOFT:
        return {}
    if not form.anatomy.core:
        return {"symbols.soft_alone" if text in _FINE_ALONE else "symbols.soft_marks": 1.0}
    digits = any(sign.isdigit() for sign in text)
    return {} if digits else {"symbols.soft": 1.0}


def of_place(place: Place) -> Features:
    """Return whether a letter stands where firms have the sign & (Carr A Co.), or & is right."""
    if is_misread_ampersand(place):
        return {"symbols.ampersand": 1.0}
    return {"symbols.and": 1.0} if _is_meant_as_and(place) else {}


def _is_meant_as_and(place: Place) -> bool:
    """Tell whether the sign & stands between two names, or before c. (&c. is et cetera)."""
    form, before, after = place.form, place.before, place.after
    if form.anatomy.lead == "&" and form.anatomy.word == "c":
        return True
    if form.text != "&" or before is None or after is None or place.first or place.last:
        return False
    return before.capitals > 0 and after.capitals > 0


def is_misread_ampersand(place: Place) -> bool:
    """Tell whether a sign of like shape stands for & between a name and the word for a firm."""
    before, after = place.before, place.after
    if place.form.text not in _LIKE_AMPERSAND or before is None or after is None:
        return False
    named = before.capitals > 0 and not before.anatomy.trail
    return named and after.capitals > 0 and after.anatomy.word in _FIRMS


def sentence(form: Form) -> Message:
    """Return which signs of `form` are odd, for the person."""
    signs = " ".join(sign for sign in dict.fromkeys(form.text) if sign in _HARD | _SOFT)
    template = QT_TRANSLATE_NOOP("Reasons", "Such a text hardly ever has this: {signs}")
    return message(template, signs=signs)
