"""Signal `recurrence`: what recurs is right; what stands once beside a frequent twin is not."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log10

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.anatomy import Kind
from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.neighbours import costs_of_one_error
from corrector.suspicion.places import Place

SIGNAL = "recurrence"
_OFTEN = 3
_TIMES_MORE = 3
_RARE = 3.0
_NOT_RARE = 4.8
_SHORTEST_TWIN = 4
_MOST_KEPT = 5_000


def of_place(place: Place) -> Features:
    """Return how often the word recurs, if it is no common one."""
    form = place.form
    if form.anatomy.kind is Kind.INITIALS:
        return {"recurrence.initials_again": 1.0} if place.count > 1 else {}
    if not form.is_word or form.zipf > _NOT_RARE or _has_doubtful_stop(place):
        return {}
    kind = "unknown" if form.is_unknown else "rare" if form.zipf <= _RARE else "listed"
    kind = f"{kind}_capitals" if form.case is Case.CAPITALS else kind
    found = {f"recurrence.{kind}": between(log10(place.count), 0.0, 1.0)}
    if place.count > 1:
        found[f"recurrence.{kind}_again"] = 1.0
    if has_twin(place):
        found["recurrence.twin"] = 1.0
    return found


def _has_doubtful_stop(place: Place) -> bool:
    """Tell whether a stop stands before a small letter: that the word recurs says nothing then."""
    after = place.after
    stopped = place.form.anatomy.trail[:1] == "." and after is not None
    return stopped and after is not None and after.case is Case.SMALL and not after.anatomy.lead


def has_twin(place: Place) -> bool:
    """Tell whether a rare word stands beside one that recurs and looks like it."""
    return place.form.zipf <= _RARE and place.form.is_word and bool(twin_of(place))


def twin_of(place: Place) -> str:
    """Return a word one error away that recurs much more often, or an empty string."""
    word, counts = place.form.anatomy.word, place.counts
    if counts is None or len(word) < _SHORTEST_TWIN:
        return ""
    near = counts.recurring_like(word)
    if not near:
        return ""
    capitals = place.form.case is Case.CAPITALS
    return _twin_among(word, tuple(near.items()), place.count, capitals=capitals)


@lru_cache(maxsize=_MOST_KEPT)
def _twin_among(word: str, near: tuple[tuple[str, int], ...], own: int, *, capitals: bool) -> str:
    """Return the twin of `word`, which stands there `own` times, among words with their counts."""
    alike = {other: count for other, count in near if _is_alike(word, other, own, count)}
    costs = costs_of_one_error(word, alike, capitals=capitals) if alike else {}
    return max((other for other in alike if other in costs), key=alike.__getitem__, default="")


def costs_of(form: Form, others: Iterable[str]) -> Mapping[str, float]:
    """Return the costs of those of `others` that are one error away from the word of `form`."""
    return costs_of_one_error(form.anatomy.word, others, capitals=form.case is Case.CAPITALS)


def _is_alike(word: str, other: str, own: int, count: int) -> bool:
    often = other != word and count >= max(_TIMES_MORE * own, 2)
    return often and not _is_inflected(word, other)


def _is_inflected(word: str, other: str) -> bool:
    """Tell whether the two differ by an ending only, as singular and plural do."""
    shorter, longer = sorted((word, other), key=len)
    return longer.startswith(shorter) and longer[len(shorter) :] in {"s", "e", "n", "'s", "r", "d"}


def sentence(place: Place) -> Message:
    """Return what recurs, for the person."""
    twin = twin_of(place)
    count = place.counts.of(twin) if place.counts else 0
    core = place.form.anatomy.core
    twin = twin.upper() if place.form.case is Case.CAPITALS else twin
    template = QT_TRANSLATE_NOOP(
        "Reasons", "“{other}” stands here far more often than “{word}” ({count} to {own})."
    )
    return message(template, word=core, own=place.count, other=twin, count=count)
