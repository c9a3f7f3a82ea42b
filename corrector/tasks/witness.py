"""What a reading of the scan says about a text: links, confidences, and where it disagrees."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from corrector.linking.align import align
from corrector.linking.interpolation import placed
from corrector.linking.line_direction import direction_of
from corrector.linking.links import Link
from corrector.linking.living import LivingLinks
from corrector.ocr.words import Reading
from corrector.record import readings
from corrector.record.entries import Page
from corrector.tasks.collection import Collection
from corrector.text.tokens import Span

__all__ = ["NO_WITNESS", "LivingLinks", "Witness", "latest_reading", "witness_of"]

OWN_READING: Final = 0.97
"""Share of linked tokens read just as they stand, from which the text is taken for this very
reading: then agreement is no second opinion."""
LEAST_READ: Final = 0.6
"""Share of linked tokens from which it means something that the engine read nothing."""
LEAST_LIKENESS: Final = 0.5
"""Below this a word in the same place is hardly another reading of the token: a stamp, a blot."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A text tied to a reading of its scan.

    Attributes:
        reading: what the engine read; None where the scan was not recognised.
        links: one a token of the text; empty without a reading.
        confidences: the engine's, 0..1, for tokens that it read just as they stand.
        disagreements: what the engine read for tokens that stand otherwise in the text.
        readings: what a reading other than the text's own says of its tokens, agreeing or not; of
            the text's own reading only the disagreements.
        sureness: the engine's confidence in `readings`, where it gives one.
        own: whether the text is this very reading, but for a few corrections.
    """

    reading: Reading | None
    links: tuple[Link, ...]
    confidences: dict[Span, float]
    disagreements: dict[Span, str]
    readings: dict[Span, str] = field(default_factory=dict)
    sureness: dict[Span, float] = field(default_factory=dict)
    own: bool = True

    def living_links(self, text: str) -> LivingLinks | None:
        """Return the links of `text`, to be kept alive while it is edited; None without a reading.

        Tokens that the engine did not see stand between their neighbours.
        """
        if self.reading is None:
            return None
        links = placed(self.links, text, direction_of(self.reading.words))
        return LivingLinks(links, text, self.reading)


NO_WITNESS = Witness(None, (), {}, {})


def latest_reading(collection: Collection, page: Page) -> Reading | None:
    """Return the newest reading of the scan of `page`, or None."""
    with collection.record.reading() as connection:
        return readings.latest_reading(connection, page.id)


def witness_of(text: str, reading: Reading | None) -> Witness:
    """Tie `text` to `reading` and say what the reading adds."""
    if reading is None:
        return NO_WITNESS
    links = align(text, reading)
    confidences: dict[Span, float] = {}
    disagreements: dict[Span, str] = {}
    agreements: dict[Span, str] = {}
    sureness: dict[Span, float] = {}
    for link in links:
        words = [reading.words[index] for index in link.words]
        read = "".join(word.text for word in words)
        known = [word.confidence for word in words if word.confidence is not None]
        if not read or (read != link.span.of(text) and link.confidence < LEAST_LIKENESS):
            continue
        if known:
            sureness[link.span] = min(known)
        if read != link.span.of(text):
            disagreements[link.span] = " ".join(word.text for word in words)
        else:
            agreements[link.span] = read
            if known:
                confidences[link.span] = min(known)
    linked = sum(bool(link.words) for link in links)
    if len(agreements) >= OWN_READING * linked:
        return Witness(reading, links, confidences, disagreements, disagreements)
    readings = _unseen(links, linked) | agreements | disagreements
    return Witness(reading, links, confidences, disagreements, readings, sureness, own=False)


def _unseen(links: Sequence[Link], linked: int) -> dict[Span, str]:
    """Return the tokens in whose places the engine read nothing, if it read most of the page."""
    if linked < LEAST_READ * len(links):
        return {}
    return {link.span: "" for link in links if not link.words}
