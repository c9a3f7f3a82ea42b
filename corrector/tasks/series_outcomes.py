"""What became of the pages that a series was to change, each of them wholly or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from corrector.errors import CorrectorError
from corrector.record import drafts, versions
from corrector.record.claims import ClaimedError
from corrector.record.conflicts import ConflictError
from corrector.record.entries import Page, Version
from corrector.tasks.collection import Collection
from corrector.tasks.progress import Progress
from corrector.tasks.saving import Saving, save

Thing = TypeVar("Thing")


class Fate(StrEnum):
    """What became of a page that a series was to change, or to be taken back from."""

    DONE = "done"
    OTHER_TEXT = "its text is another by now"
    UNSAVED = "it has unsaved typing"
    CLAIMED = "somebody else edits it"
    FAILED = "it could not be saved"
    NOT_REACHED = "it was not reached"


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """What became of one page.

    Attributes:
        page: which page.
        fate: whether it is changed; if not, it is wholly as it was.
        places: how many were to be changed.
        version: that was made; None where none was.
        error: what failed, or who is in the way; of a page that is changed, what failed after.
    """

    page: Page
    fate: Fate
    places: int
    version: Version | None = None
    error: CorrectorError | None = None

    @property
    def failed(self) -> bool:
        """Whether the record could not be written, so that it is no use to go on."""
        return self.fate is Fate.FAILED or (self.fate is Fate.DONE and self.error is not None)


def page_by_page(
    things: Sequence[Thing],
    page_of: Callable[[Thing], Page],
    change: Callable[[Thing], PageOutcome],
    progress: Progress,
) -> tuple[PageOutcome, ...]:
    """Change one page after the other until all are done, one fails, or the person stops it."""
    outcomes: list[PageOutcome] = []
    stopped = False
    for done, thing in enumerate(things):
        page = page_of(thing)
        progress.step(done, len(things), page.label)
        stopped = stopped or progress.cancelled()
        if stopped:
            outcomes.append(PageOutcome(page, Fate.NOT_REACHED, 0))
            continue
        try:
            outcomes.append(change(thing))
        except CorrectorError as error:  # the record cannot even be read
            outcomes.append(PageOutcome(page, Fate.FAILED, 0, error=error))
        stopped = outcomes[-1].failed
    return tuple(outcomes)


def state_of(collection: Collection, page: Page) -> tuple[Version | None, bool]:
    """Return the newest version of a page, and whether unsaved typing of it lies on the disk."""
    with collection.record.reading() as connection:
        return (
            versions.latest(connection, page.id),
            drafts.draft_of(connection, page.id) is not None,
        )


def saved(collection: Collection, page: Page, saving: Saving, places: int) -> PageOutcome:
    """Save a version of `page` for a series and say what became of it."""
    try:
        # Unsaved typing that came meanwhile is somebody's, and is not what is saved here.
        version = save(collection, page, saving, keep_draft=True)
    except ConflictError as error:
        return PageOutcome(page, Fate.OTHER_TEXT, places, error=error)
    except ClaimedError as error:
        return PageOutcome(page, Fate.CLAIMED, places, error=error)
    except CorrectorError as error:
        return _after_failure(collection, page, saving, places, error)
    return PageOutcome(page, Fate.DONE, places, version)


def _after_failure(
    collection: Collection, page: Page, saving: Saving, places: int, error: CorrectorError
) -> PageOutcome:
    """Say what is true of a page: what failed may have come after the version was there."""
    try:
        newest, _ = state_of(collection, page)
    except CorrectorError:
        newest = None
    if newest is not None and dict(newest.details) == dict(saving.details):
        return PageOutcome(page, Fate.DONE, places, newest, error)
    return PageOutcome(page, Fate.FAILED, places, error=error)
