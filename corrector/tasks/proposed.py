"""What a new reading of a scan proposes for a text: changes by line, as plain data."""

from collections.abc import Iterator
from dataclasses import dataclass

from corrector.scans.geometry import Box
from corrector.text.tokens import Span


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """One place where the new reading differs from the text.

    Attributes:
        span: of the old words in the text as it is; empty where words would only be added.
        old: what stands there; empty where words would be added.
        new: what the new reading has; empty where it found nothing.
        box: where to look on the scan, in pixels of the stored file; None where nobody knows.
        line: number of the line of the text, from 0.
        locked: a person corrected or confirmed this place, or a neighbour of what would be added.
        own_line: `new` is a line of its own that the text does not have.
        confidence: the engine's own in the new words, 0..1, the lowest; None where it has none.
    """

    span: Span
    old: str
    new: str
    box: Box | None
    line: int
    locked: bool
    own_line: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """The changes of one line of the text, or one line that would be added.

    Attributes:
        number: of the line, from 0; that of the line before where a line would be added.
        span: of the line without its line break; empty where a line would be added.
        old: the line as it is; empty where a line would be added.
        new: the line with every change that is not locked.
        box: around what is known of the line and its changes on the scan, or None.
        changes: at least one, in order.
    """

    number: int
    span: Span
    old: str
    new: str
    box: Box | None
    changes: tuple[ProposedChange, ...]

    @property
    def locked(self) -> bool:
        """Whether all its changes are locked."""
        return all(change.locked for change in self.changes)


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that a new reading of a page, or of a region of it, would change.

    Attributes:
        lines: those with changes, in the order of the text.
        region: which rectangle was read, in pixels of the stored scan; None for the whole page.
    """

    lines: tuple[ProposedLine, ...]
    region: Box | None = None

    @property
    def changes(self) -> Iterator[ProposedChange]:
        """All changes, in the order of the text."""
        return (change for line in self.lines for change in line.changes)
