"""What dividing a text asks for, run by workers, which load the tasks when they are asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corrector.errors import CorrectorError, InputError, MissingProgramError
from corrector.record.entries import Page
from corrector.settings import Settings
from corrector.tasks.progress import Progress

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection
    from corrector.tasks.whole_documents import WholeDocument


@dataclass(frozen=True, slots=True)
class ProposedDivision:
    """How the text of a document could be divided among its pages.

    Attributes:
        whole: the document.
        text: the whole text.
        lines: where its lines start, in code points; the last one may be empty.
        borders: with which of those lines the second and later pages begin.
        confidences: that a border is right, 0..1.
        hindrance: why nobody looked at the scans, so that the borders are a mere guess; or None.
    """

    whole: "WholeDocument"
    text: str
    lines: tuple[int, ...]
    borders: tuple[int, ...]
    confidences: tuple[float, ...]
    hindrance: CorrectorError | None = None


def file_of(collection: "Collection", page: Page) -> tuple[str, int] | None:
    """Return the file of one text for all pages of the page's document, and their number."""
    from corrector.tasks.whole_documents import whole_document_of

    whole = whole_document_of(collection, page)
    return None if whole is None else (whole.source.path, len(whole.pages))


def propose(
    collection: "Collection", page: Page, settings: Settings, *, progress: Progress
) -> ProposedDivision | None:
    """Return how the text could be divided; None where the document has no such text."""
    from corrector.tasks.borders import starts_of_lines
    from corrector.tasks.dividing import propose_division
    from corrector.tasks.whole_documents import text_of, whole_document_of

    whole = whole_document_of(collection, page)
    if whole is None:
        return None
    text = text_of(collection, whole)
    lines = starts_of_lines(text)
    try:
        parts = propose_division(
            collection,
            whole.pages,
            text,
            languages=None,
            usual=settings.languages or None,
            time_limit=settings.time_limit,
            progress=progress,
        )
    except (InputError, MissingProgramError) as error:
        return _evenly(whole, text, lines, error)
    at = {start: line for line, start in enumerate(lines)} | {len(text): len(lines) - 1}
    return ProposedDivision(
        whole,
        text,
        tuple(lines),
        tuple(at[part.span.start] for part in parts[1:]),
        tuple(part.confidence for part in parts[1:]),
    )


def accept(
    collection: "Collection", proposal: ProposedDivision, borders: Sequence[int], by: str
) -> tuple[Page, ...]:
    """Give each page the part that `borders` say."""
    from corrector.tasks.accepting import accept_division

    starts, proposed = (
        [proposal.lines[line] for line in some] for some in (borders, proposal.borders)
    )
    hints = None if proposal.hindrance is not None else proposed
    return accept_division(collection, proposal.whole, starts, proposed=hints, by=by)


def leave_aside(collection: "Collection", page: Page) -> None:
    """Remember that the text of the page's document is not to be divided."""
    from corrector.tasks.accepting import leave_aside
    from corrector.tasks.whole_documents import whole_document_of

    whole = whole_document_of(collection, page)
    if whole is not None:
        leave_aside(collection, whole)


def _evenly(
    whole: "WholeDocument", text: str, lines: Sequence[int], error: CorrectorError
) -> ProposedDivision:
    """Return borders that give each page as many lines; a person has to move them."""
    pages = len(whole.pages)
    borders = tuple(len(lines) * page // pages for page in range(1, pages))
    return ProposedDivision(whole, text, tuple(lines), borders, (0.0,) * (pages - 1), error)
