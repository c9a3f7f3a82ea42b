"""Signal `confidence`: how sure the engine was when it read the token."""

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.places import Place, is_odd

SIGNAL = "confidence"


def of_place(place: Place) -> Features:
    """Return how unsure the engine was; nothing where that is not known."""
    sure = place.confidence
    if sure is None:
        return {}
    usual = place.usual_confidence or sure
    found = {
        "confidence.below_95": between(0.95 - sure, 0.0, 0.1),
        "confidence.below_85": between(0.85 - sure, 0.0, 0.25),
        "confidence.below_60": between(0.60 - sure, 0.0, 0.3),
        "confidence.below_30": between(0.30 - sure, 0.0, 0.3),
        "confidence.below_usual": between(usual - sure, 0.0, 0.3),
    }
    if is_odd(place.word):
        found["confidence.odd_sure"] = between(sure, 0.8, 0.96)
        found["confidence.odd_unsure"] = between(0.8 - sure, 0.0, 0.5)
    return found


def sentence(place: Place) -> Message:
    """Return how unsure the engine was, for the person."""
    template = QT_TRANSLATE_NOOP("Reasons", "The engine was only {percent} % sure of “{text}”.")
    return message(template, percent=round(100 * (place.confidence or 0)), text=place.form.text)
