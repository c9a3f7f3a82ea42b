"""What a new reading proposes for a text: all that it takes to find out, for a worker thread."""

from dataclasses import dataclass

from corrector.linking.links import Link
from corrector.ocr.words import Reading
from corrector.scans.geometry import Box
from corrector.tasks.proposed import Proposal
from corrector.tasks.settled import settled_spans
from corrector.text.marks import Mark


@dataclass(frozen=True, slots=True)
class Comparison:
    """A text and a new reading of its scan.

    Attributes:
        text: as it is now.
        first_text: as it was imported or recognised.
        marks: as they stand in `text`.
        links: of `text`; empty where it is not tied to its scan yet.
        known: the reading that it is tied to then.
        reading: the new one.
        region: which part of the scan was read, in pixels of the stored file; None for all of it.
    """

    text: str
    first_text: str
    marks: tuple[Mark, ...]
    links: tuple[Link, ...]
    known: Reading | None
    reading: Reading
    region: Box | None

    def run(self) -> Proposal:
        """Return what the reading proposes."""
        from corrector.tasks.proposing import propose
        from corrector.tasks.witness import witness_of

        # A page that was just laid on the desk is not tied to its scan yet.
        links = self.links or witness_of(self.text, self.known).links
        settled = settled_spans(self.first_text, self.text, self.marks)
        return propose(self.text, links, self.reading, settled, self.region)
