"""What those who carry work from the desk into the record need of the desk."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from corrector.gui.journalling import Journalling
from corrector.gui.page_work import PageWork
from corrector.record.entries import Person

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection

Result = TypeVar("Result")


class WorkingDesk(Protocol):
    """A collection, the page that is worked on, and a turn in the work on the record."""

    collection: "Collection | None"
    work: PageWork | None
    person: Person
    journal: Journalling

    def run(
        self,
        task: Callable[..., Result],
        *arguments: object,
        done: Callable[[Result], object],
        failed: Callable[[Exception], object],
    ) -> None: ...
