"""Proposes how the text of a whole document is divided among its pages; cuts may be moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corrector.linking.division import divide
from corrector.ocr.engine import Engine
from corrector.ocr.words import EngineDescription, Reading
from corrector.record.entries import Page
from corrector.tasks.collection import Collection
from corrector.tasks.engines import engine_for
from corrector.tasks.placing import read_places
from corrector.tasks.progress import NO_PROGRESS, Progress
from corrector.tasks.witness import latest_reading
from corrector.text.tokens import Span

_NOTHING = Reading("", (), 0, 0, EngineDescription("", "", ()))


@dataclass(frozen=True, slots=True)
class ProposedPart:
    """The part of a text that a page would get.

    Attributes:
        page: which page.
        span: of the whole text; from the start of a line, empty where nothing stands on the scan.
        confidence: that it begins at the right line, 0..1; of use to show doubtful cuts first.
    """

    page: Page
    span: Span
    confidence: float


def propose_division(
    collection: Collection,
    pages: Sequence[Page],
    text: str,
    *,
    languages: str | None,
    usual: str | None = None,
    time_limit: float,
    engine: Engine | None = None,
    progress: Progress = NO_PROGRESS,
) -> tuple[ProposedPart, ...]:
    """Return which part of `text` stands on which of `pages`; together they are all of it.

    Scans that nobody has read yet are read for their places, and the readings are kept, so that
    stopped work can go on. No text is saved. A page without a scan gets nothing.

    Args:
        collection: opened for work.
        pages: of one document, in the order of the text.
        text: of the whole document.
        languages: asked for just now; None to go by what is set for each page.
        usual: languages where nothing is set; None to have them guessed from the text.
        time_limit: in seconds, for one scan.
        engine: another than the one that is installed.
        progress: hears of every page and may stop the task between pages.

    Raises:
        MissingProgramError: if the engine is not installed.
        InputError: if a scan cannot be read.
        CancelledError: if the person stopped the task.
    """
    # Borders are found from some of the words, so that nobody waits for poor scans to be bettered.
    engine = engine or engine_for(languages or usual)
    found: list[Reading] = []
    for page, known in _with_progress(collection, pages, progress):
        reading = known or read_places(
            collection,
            page,
            text,
            languages=languages,
            usual=usual,
            time_limit=time_limit,
            engine=engine,
        )
        found.append(reading or _NOTHING)
    return tuple(
        ProposedPart(page, part.span, part.confidence)
        for page, part in zip(pages, divide(text, found), strict=True)
    )


def _with_progress(
    collection: Collection, pages: Sequence[Page], progress: Progress
) -> Iterator[tuple[Page, Reading | None]]:
    """Yield each page and what is known of its scan, between which the person may stop."""
    for done, page in enumerate(pages):
        progress.step(done, len(pages), page.label)
        progress.raise_if_cancelled()
        yield page, latest_reading(collection, page)
