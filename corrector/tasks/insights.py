"""What was said later about saved corrections: added as notes, so that nothing is rewritten."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from corrector.record.entries import Cause, Certainty
from corrector.record.remarks import Note

CAUSE: Final = "cause"
CERTAINTY: Final = "certainty"
"""Names of a note's details that say something about its correction anew."""


@dataclass(frozen=True, slots=True)
class Insight:
    """What somebody said later about a saved correction; the correction itself stays as it was.

    Attributes:
        cause: why the old reading was wrong, where that was said; else None.
        certainty: how sure the person is, where that was said; else None.
        author: who said the last of it.
        time: when, ISO 8601 with zone.
    """

    cause: Cause | None
    certainty: Certainty | None
    author: str
    time: str


def insights(found: Iterable[Note]) -> dict[tuple[int, int], Insight]:
    """Return what was said later of corrections, by version and number of the correction."""
    said: dict[tuple[int, int], Insight] = {}
    for note in found:
        about, details = note.subject, note.details
        if about.version is None or about.correction is None or not details:
            continue
        place = (about.version, about.correction)
        before = said.get(place) or Insight(None, None, "", "")
        cause = _known_cause(details.get(CAUSE, "")) or before.cause
        certainty = _known_certainty(details.get(CERTAINTY, "")) or before.certainty
        said[place] = Insight(cause, certainty, note.author.name, note.time)
    return said


def _known_cause(word: str) -> Cause | None:
    return Cause(word) if word in {one.value for one in Cause} else None


def _known_certainty(word: str) -> Certainty | None:
    return Certainty(word) if word in {one.value for one in Certainty} else None
