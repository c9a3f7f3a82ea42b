"""What the list of pages shows of one page."""

from dataclasses import dataclass

from corrector.record.entries import Status
from corrector.scans.listing import ScanSource


@dataclass(frozen=True, slots=True)
class PageRow:
    """One row of the list.

    Attributes:
        number: of the page in the collection, from 1; unique.
        label: of the page.
        document: label of the document that the page belongs to; may be empty.
        status: how far the work on the page is.
        suspicions: how many are left; None while nobody has looked.
        unsaved: whether there is typing that is not in a version yet.
        source: where the scan is; None for a page without one.
        claimed: who else edits it just now, translated; empty if nobody does.
        problem: why the scan or the text is not used, translated; empty if all is well.
    """

    number: int
    label: str
    document: str
    status: Status
    suspicions: int | None = None
    unsaved: bool = False
    source: ScanSource | None = None
    problem: str = ""
    claimed: str = ""
