"""Takes a series back: the text before it is restored wherever nothing was saved since."""

from collections.abc import Mapping, Sequence

from corrector.record import versions
from corrector.record.entries import Origin, Page, Person, Version
from corrector.tasks.changing_series import SERIES
from corrector.tasks.collection import Collection
from corrector.tasks.progress import NO_PROGRESS, Progress
from corrector.tasks.saving import Saving
from corrector.tasks.series_outcomes import Fate, PageOutcome, page_by_page, saved, state_of


def take_back_series(
    collection: Collection,
    pages: Sequence[Page],
    identifier: str,
    author: Person,
    progress: Progress = NO_PROGRESS,
) -> tuple[PageOutcome, ...]:
    """Restore the text before a series on those of `pages` whose newest version is still of it.

    Args:
        collection: opened for work.
        pages: that may have been changed by it.
        identifier: of the series.
        author: who takes it back.
        progress: hears of each page.
    """

    def change(page: Page) -> PageOutcome:
        return _taken_back(collection, page, identifier, author)

    return page_by_page(pages, lambda page: page, change, progress)


def pages_of_series(
    collection: Collection, pages: Sequence[Page], identifier: str
) -> tuple[Page, ...]:
    """Return those of `pages` that have a version of the series, the newest or an older one.

    Raises:
        InputError: if the record cannot be read.
    """
    with collection.record.reading() as connection:
        return tuple(
            page
            for page in pages
            if page.versions > 1
            and any(is_of(one, identifier) for one in versions.history(connection, page.id))
        )


def is_of(version: Version | None, identifier: str) -> bool:
    """Tell whether a series made a version."""
    return (
        version is not None
        and version.origin is Origin.SERIES
        and version.details.get(SERIES) == identifier
    )


def said_of_taking_back(number: int, identifier: str) -> Mapping[str, str]:
    """Return what a version says that restores version `number` from before a series."""
    return {"restored": str(number), SERIES: identifier}


def _taken_back(collection: Collection, page: Page, identifier: str, author: Person) -> PageOutcome:
    newest, unsaved = state_of(collection, page)
    if newest is None or newest.parent is None or not is_of(newest, identifier):
        return PageOutcome(page, Fate.OTHER_TEXT, 0)
    places = len(newest.details["places"].split())
    if unsaved:
        return PageOutcome(page, Fate.UNSAVED, places)
    with collection.record.reading() as connection:
        before = versions.version(connection, page.id, newest.parent)
    if before is None:
        return PageOutcome(page, Fate.OTHER_TEXT, places)
    saving = Saving(
        text=before.text,
        author=author,
        parent=newest.number,
        origin=Origin.RESTORED,
        details=said_of_taking_back(before.number, identifier),
        marks=before.marks,
    )
    return saved(collection, page, saving, places)
