"""Signal `reading`: another recognition of the same scan agrees or read something else."""

from functools import lru_cache

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.evidence.features import Features
from corrector.suspicion.forms import Form
from corrector.suspicion.places import FormOf, Place, is_odd

SIGNAL = "reading"
_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-"})


@lru_cache(maxsize=20_000)
def _plain(text: str) -> str:
    return text.translate(_ALIKE)


def of_place(place: Place, form_of: FormOf) -> Features:
    """Return how the other reading compares; nothing where there is none."""
    if place.reading is None:
        return {}
    if _plain(place.reading) == _plain(place.form.text):
        return {"reading.agrees_odd" if is_odd(place.word) else "reading.agrees": 1.0}
    if not place.reading.strip():
        return {"reading.nothing": 1.0}
    return {"reading.differs": 1.0, **_comparison(place, form_of(place.reading.split()[0]))}


def _comparison(place: Place, other: Form) -> Features:
    form = place.form
    if other.anatomy.word == form.anatomy.word:
        return {"reading.differs_in_marks": 1.0}
    if other.is_word and other.zipf > form.zipf + 1:
        return {"reading.likelier": 1.0}
    return {"reading.unlikelier": 1.0} if other.zipf + 1 < form.zipf else {}


def sentence(place: Place) -> Message:
    """Return what the other recognition read, for the person."""
    if not (place.reading or "").strip():
        template = QT_TRANSLATE_NOOP("Reasons", "Another recognition read nothing here.")
        return message(template)
    template = QT_TRANSLATE_NOOP("Reasons", "Another recognition read “{other}” here.")
    return message(template, other=place.reading or "")
