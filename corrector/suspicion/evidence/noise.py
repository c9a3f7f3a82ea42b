"""Signal `noise`: single letters, short debris, and misread surroundings."""

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.abbreviations import ABBREVIATIONS
from corrector.suspicion.anatomy import Kind
from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.evidence.punctuation import is_rule
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.places import Place

SIGNAL = "noise"
_ONE_LETTER_WORDS = frozenset("aàyoiI")
_SHORT_FOR_WORDS = frozenset("bcdflmnpsv")
"""With a stop: versus, circa, denarii, folio, page and so on."""
_SHORT = 2
_SHORT_LINE = 2


def of_form(form: Form) -> Features:
    """Return whether `form` alone looks like debris."""
    core, found = form.anatomy.core, Features()
    if len(core) == 1 and core.isalpha():
        if core == "a":
            found["noise.article"] = 1.0
        elif core.islower():
            found[f"noise.{_small_letter(form)}"] = 1.0
        elif core != "I" and form.anatomy.trail[:1] not in {".", ")"}:
            found["noise.capital_word" if core == "A" else "noise.capital"] = 1.0
    if core and len(core) * 2 < len(form.text):
        found["noise.mostly_marks"] = 1.0
    if _has_run(core):
        found["noise.run"] = 1.0
    return found


def _small_letter(form: Form) -> str:
    """Return what a single small letter is: a word, short for one (v., c.), of a list, or debris.

    Debris has a stop, too, but rarely.
    """
    if form.anatomy.core in _ONE_LETTER_WORDS:
        return "letter_word"
    trail = form.anatomy.trail[:1]
    if trail == "." and form.anatomy.core in _SHORT_FOR_WORDS:
        return "letter_stopped"
    return "letter_of_list" if trail == ")" else "letter"


def _has_run(core: str) -> bool:
    letters = core.lower()
    triples = zip(letters, letters[1:], letters[2:], strict=False)
    return any(one == two == three and one.isalpha() for one, two, three in triples)


def of_place(place: Place) -> Features:
    """Return how much debris is around the token."""
    found = {
        "noise.near": between(place.oddity_near, 0.1, 0.6),
        "noise.page": between(place.oddity_page, 0.03, 0.3),
    }
    short = _is_short(place.form)
    if place.line_tokens <= _SHORT_LINE:
        found["noise.short_line"] = 1.0
        if short:
            found["noise.short_in_short_line"] = 1.0
    elif short and (place.first or place.last) and place.form.anatomy.kind is not Kind.MARKS:
        found["noise.short_first" if place.first else "noise.short_last"] = 1.0
    if _is_initial(place):
        found["noise.initial"] = 1.0
    if place.form.text == "I":
        found.update(_of_upright(place))
    if place.form.is_unknown:
        found["noise.unknown_near"] = between(place.oddity_near, 0.1, 0.6)
        if place.form.case is Case.TITLE:
            found["noise.unknown_title_near"] = between(place.oddity_near, 0.1, 0.6)
    return found


def _is_short(form: Form) -> bool:
    """Tell whether `form` is as short as debris is, and no abbreviation or typed line."""
    anatomy = form.anatomy
    if anatomy.trail[:1] == "." and anatomy.word in ABBREVIATIONS:
        return False
    return len(anatomy.core) <= _SHORT and not is_rule(form.text)


def _of_upright(place: Place) -> Features:
    """Return what is odd about an `I`, which an upright rule of the print is read as."""
    after, found = place.after, Features()
    if after is None or not after.is_word or after.case in {Case.TITLE, Case.CAPITALS}:
        found["noise.upright_before_capital"] = 1.0
    if place.first or place.last:
        found["noise.upright_first" if place.first else "noise.upright_last"] = 1.0
    return found


def _is_initial(place: Place) -> bool:
    """Tell whether a single capital stands before a name or another initial."""
    core, after = place.form.anatomy.core, place.after
    if len(core) != 1 or not core.isupper() or after is None:
        return False
    return after.case is Case.TITLE or (len(after.anatomy.core) == 1 and after.capitals == 1)


def sentence(place: Place) -> Message:
    """Return why the token looks like debris, for the person."""
    if len(place.form.anatomy.core) == 1 and place.form.anatomy.core.isalpha():
        template = QT_TRANSLATE_NOOP("Reasons", "“{text}” is a single letter.")
    elif place.line_tokens <= _SHORT_LINE:
        template = QT_TRANSLATE_NOOP(
            "Reasons", "“{text}” stands in a line of hardly anything else."
        )
    else:
        template = QT_TRANSLATE_NOOP("Reasons", "Much around “{text}” is misread.")
    return message(template, text=place.form.text)
