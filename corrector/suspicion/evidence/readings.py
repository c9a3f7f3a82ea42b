"""Signal `reading`: another recognition of the same scan agrees or read something else."""

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.evidence import punctuation
from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.forms import Form
from corrector.suspicion.places import FormOf, Place, is_odd

SIGNAL = "reading"
_USUALLY_SURE = 0.8
_SHOWN_BY_TYPE = frozenset(
    f"punctuation.{mark}"
    for mark in ("comma_before_capital", "comma_at_end", "comma_of_list", "number_of_list")
)
"""Worn type itself shows such marks so: two engines read the same, and both err."""
_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-"})


@lru_cache(maxsize=20_000)
def _plain(text: str) -> str:
    return text.translate(_ALIKE)


def of_place(place: Place, form_of: FormOf) -> Features:
    """Return how the other reading compares; nothing where there is none."""
    if place.reading is None:
        return {}
    if _plain(place.reading) == _plain(place.form.text):
        return _agreement(place)
    if not place.reading.strip():
        return {"reading.nothing_odd" if is_odd(place.word) else "reading.nothing": 1.0}
    return {"reading.differs": 1.0, **_comparison(place, form_of(place.reading.split()[0]))}


def _agreement(place: Place) -> Features:
    """Return how far an equal reading speaks for the token: two sure ones seldom err alike."""
    ending = "_odd" if is_odd(place.word) else ""
    found = {f"reading.agrees{ending}": 1.0}
    if place.sureness is not None:
        found[f"reading.agrees_unsure{ending}"] = between(0.93 - place.sureness, 0.0, 0.3)
        both = min(place.sureness, place.confidence or 1.0)
        found[f"reading.agrees_sure{ending}"] = between(both, 0.9, 0.96)
    if _has_odd_marks(place):
        found["reading.agrees_on_odd_mark"] = 1.0
    return found


def _has_odd_marks(place: Place) -> bool:
    if place.form.text.isalpha():
        return False
    return not _SHOWN_BY_TYPE.isdisjoint(punctuation.of_place(place))


def _comparison(place: Place, other: Form) -> Features:
    """Return what the other reading has that the token has not."""
    form, found = place.form, Features()
    sure = place.sureness if place.sureness is not None else _USUALLY_SURE
    if other.anatomy.word == form.anatomy.word:
        found["reading.differs_in_marks"] = 1.0
        found["reading.differs_in_marks_sure"] = between(sure, 0.6, 0.95)
        if other.anatomy.core == form.anatomy.core:
            found["reading.same_core"] = 1.0
        return found
    unlike = Levenshtein.normalized_distance(other.text, form.text)
    found["reading.unlike"] = between(unlike, 0.3, 1.0)
    found["reading.differs_sure"] = between(sure, 0.4, 0.95)
    if place.confidence is not None:
        found["reading.surer"] = between(sure - place.confidence, 0.0, 0.4)
        found["reading.less_sure"] = between(place.confidence - sure, 0.0, 0.4)
    if other.is_word and other.share > 0:
        found["reading.listed"] = 1.0
        if other.anatomy.word in place.word.neighbours.words:
            found["reading.is_neighbour"] = 1.0
    if other.is_word and other.zipf > form.zipf + 1:
        found["reading.likelier"] = between(other.zipf - form.zipf, 0.0, 3.0)
    elif other.zipf + 1 < form.zipf:
        found["reading.unlikelier"] = between(form.zipf - other.zipf, 0.0, 3.0)
    return found


def sentence(place: Place) -> Message:
    """Return what the other recognition read, for the person."""
    if not (place.reading or "").strip():
        template = QT_TRANSLATE_NOOP("Reasons", "Another recognition read nothing here.")
        return message(template)
    template = QT_TRANSLATE_NOOP("Reasons", "Another recognition read “{other}” here.")
    return message(template, other=place.reading or "")
