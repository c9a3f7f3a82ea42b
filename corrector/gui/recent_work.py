"""The pages lately worked on: they come back to the desk with the steps that can be undone."""

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from corrector.gui.page_work import PageWork

if TYPE_CHECKING:
    from corrector.tasks.desk import PageContent

PAGES_WITH_STEPS: Final = 20
"""Pages lately worked on whose steps can still be undone when they are shown again."""


class RecentWork:
    """Remembers the work on some pages, so that nothing of it is lost by turning them."""

    def __init__(self) -> None:
        self._recent: OrderedDict[int, PageWork] = OrderedDict()

    def forget(self) -> None:
        """Forget everything, because another collection is opened."""
        self._recent.clear()

    def work_on(
        self, content: "PageContent", here: PageWork | None, kept_back: PageWork | None
    ) -> PageWork:
        """Return the work on a page: as it is in the record, unless typing did not get there.

        Args:
            content: the page as the record has it.
            here: the work on the page that lies on the desk.
            kept_back: the work on this page whose typing did not get into the record.
        """
        work = self._found(content, here, kept_back)
        self._recent[content.page.id] = work
        self._recent.move_to_end(content.page.id)
        while len(self._recent) > PAGES_WITH_STEPS:
            self._recent.popitem(last=False)
        return work

    def _found(
        self, content: "PageContent", here: PageWork | None, kept_back: PageWork | None
    ) -> PageWork:
        page_id = content.page.id
        if here is not None and here.content.page.id == page_id and here.is_unsaved:
            here.content = replace(content, draft=here.content.draft)
            return here
        if kept_back is not None:
            kept_back.content = content
            return kept_back
        work, earlier = PageWork.begin(content), self._recent.get(page_id)
        if earlier is not None and not work.take_steps_of(earlier) and earlier is here:
            work.caret = min(earlier.caret, len(work.text))
        return work
