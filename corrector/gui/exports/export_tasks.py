"""What the window asks of the tasks when something is exported; all of it in worker threads."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corrector.errors import CancelledError, CorrectorError
from corrector.gui.exports.answer import ExportAnswer
from corrector.record.entries import Page
from corrector.tasks.export_choice import Scope
from corrector.tasks.progress import Progress

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection
    from corrector.tasks.export_plan import Plan, Preview
    from corrector.tasks.exporting import Export, Exported


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an export.

    Attributes:
        exported: files that are complete.
        folder: where they are.
        stopped: why not all of them were written; None where they were.
    """

    exported: "tuple[Exported, ...]"
    folder: Path
    stopped: CorrectorError | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be exported, and from where.

    Attributes:
        collection: that is open.
        page: on the desk; None where there is none.
        answer: of the person.
    """

    collection: "Collection"
    page: Page | None
    answer: ExportAnswer

    def pages(self) -> Sequence[Page]:
        """Return the pages that are meant, as the record knows them now."""
        pages, here = self.collection.pages(), self.page
        if self.answer.scope is Scope.COLLECTION or here is None:
            return pages
        if self.answer.scope is Scope.PAGE:
            return [page for page in pages if page.id == here.id]
        return [page for page in pages if page.document == here.document]

    def wish(self) -> "Export":
        """Return the same in the words of the task."""
        from corrector.tasks.exporting import Export, Unit

        answer = self.answer
        unit = Unit(answer.unit) if answer.unit else None
        return Export(answer.format, answer.profile or None, unit, answer.wishes)


def plan_of(asked: Asked) -> "Plan":
    """Return what would be written."""
    from corrector.tasks.export_plan import plan

    return plan(asked.collection, asked.pages(), asked.wish(), asked.answer.folder)


def preview_of(asked: Asked, progress: Progress) -> "Preview":
    """Return how the file with the page on the desk begins."""
    from corrector.tasks.export_plan import preview

    near = asked.page.number if asked.page is not None else None
    return preview(asked.collection, asked.pages(), asked.wish(), near, progress)


def export(asked: Asked, progress: Progress) -> Outcome:
    """Export; where it is stopped or fails, say what was complete by then.

    Raises:
        CorrectorError: if it failed before anything was written.
    """
    from corrector.tasks.exporting import export_files

    answer = asked.answer
    done: list[Exported] = []
    written = export_files(asked.collection, asked.pages(), asked.wish(), answer.folder, progress)
    try:
        done.extend(written)
    except CancelledError as error:
        return Outcome(tuple(done), answer.folder, error)
    except CorrectorError as error:
        if not done:
            raise
        return Outcome(tuple(done), answer.folder, error)
    return Outcome(tuple(done), answer.folder, None)
