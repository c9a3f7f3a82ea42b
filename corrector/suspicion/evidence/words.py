"""Signal `words`: is the word listed, how frequent is it, and is a likelier word near?"""

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.letters import strangeness

SIGNAL = "words"
_VOWELS = frozenset("aeiouyäöüàâéèêëîïôùûœæ")
_QUOTES = frozenset('"“”„»«')
_SHORT = 3
_FREQUENT = 4.0
_RARE = 3.0


def of_form(form: Form) -> Features:
    """Return what word lists say of the word of `form`."""
    if not form.is_word:
        return {}
    if form.is_initial:
        return {"words.initial": 1.0}
    found = _of_unknown(form) if form.is_unknown else _of_listed(form)
    if form.zipf < _RARE and _is_quoted(form):
        found["words.rare_quoted"] = 1.0
    return found


def _is_quoted(form: Form) -> bool:
    """Tell whether the word stands in quotation marks by itself, as foreign and coined ones do."""
    anatomy = form.anatomy
    return anatomy.lead[-1:] in _QUOTES and not _QUOTES.isdisjoint(anatomy.trail)


def _of_unknown(form: Form) -> Features:
    word = form.anatomy.word
    name = form.case.value
    found = {
        f"words.unknown_{name}": 1.0,
        f"words.unknown_gain_{name}": between(form.gain, 0.0, 2.0),
        "words.unknown_gain_high": between(form.gain, 2.0, 4.0),
        "words.unknown_length": between(len(word), 3, 12),
    }
    if form.case is Case.SMALL:  # names of the world have unusual letters by right
        found["words.unknown_unfamiliar_small"] = between(1.6 - form.mean_letters, 0.0, 1.6)
    found.update(_of_letters(word, name))
    if len(word) <= _SHORT:
        found[f"words.unknown_short_{name}"] = 1.0
    if not form.neighbours:
        found["words.unknown_alone"] = 1.0
    if form.rarest_letters <= 0.0:
        found["words.unknown_letters"] = 1.0
    if not _VOWELS.intersection(word):
        found["words.unknown_vowelless"] = 1.0
    return found


def _of_letters(word: str, name: str) -> Features:
    strange = strangeness(word)
    return {
        f"words.letters_low_{name}": between(strange, -5.0, -1.0),
        f"words.letters_mid_{name}": between(strange, -1.0, 1.5),
        "words.letters_high": between(strange, 1.5, 5.0),
    }


def _of_listed(form: Form) -> Features:
    zipf, word = form.zipf, form.anatomy.word
    name = "title" if form.case is Case.TITLE else "listed"
    found = {
        f"words.{name}_rare": between(_FREQUENT - zipf, 0.0, 1.5),
        f"words.{name}_rarer": between(_FREQUENT - zipf, 1.5, 3.0),
        f"words.{name}_likelier": between(form.gain, -1.0, 1.0),
        f"words.{name}_much_likelier": between(form.gain, 1.0, 3.0),
        "words.listed_unlikelier": between(form.gain, -4.0, -1.0),
        "words.listed_frequent": between(zipf, 5.0, 7.0),
    }
    if len(word) <= _SHORT and not form.is_abbreviation:
        found["words.listed_short"] = between(5.5 - zipf, 0.0, 2.0)
        found["words.listed_short_likelier"] = between(form.gain, 0.0, 2.0)
    if zipf < _FREQUENT:
        found["words.letters_rare"] = between(strangeness(word), -3.0, 2.0)
    if zipf < _RARE and form.rarest_letters <= 0.0:
        found["words.listed_letters"] = 1.0
    return found


def sentence(form: Form) -> Message:
    """Return what word lists say of `form`, for the person."""
    core = form.anatomy.core
    if not form.neighbours or form.gain <= 0:
        template = QT_TRANSLATE_NOOP("Reasons", "“{word}” is in no word list.")
        rare = QT_TRANSLATE_NOOP("Reasons", "“{word}” is a rare word.")
        return message(template if form.is_unknown else rare, word=core)
    near = form.neighbours[0].word
    near = near.upper() if form.case is Case.CAPITALS else near
    if form.is_unknown:
        template = QT_TRANSLATE_NOOP(
            "Reasons", "“{word}” is in no word list; “{other}” is and looks much like it."
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "Reasons", "“{word}” is rare; “{other}” is common and looks much like it."
        )
    return message(template, word=core, other=near)
