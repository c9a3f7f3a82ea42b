"""How many suspicions of each kind the pages have, and which kinds are hidden just now."""

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from corrector.suspicion.findings import CheckResult
from corrector.tasks.kinds import Kind, kind_of

if TYPE_CHECKING:
    from corrector.tasks.counting import Tally

_AT_A_TIME: Final = 1000
"""Pages told of in one go; about ten milliseconds of work for the list of pages."""


class Tallies(QObject):
    """Counts by page; hidden kinds are counted, but not among those that are shown."""

    counted = Signal(int, int)
    """Number of a page, and how many suspicions it shows."""
    recounted = Signal(object)
    """dict of how many suspicions pages show now, by number: many at once."""
    changed = Signal()
    """A count is another than before, or other kinds are hidden."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[int, Tally] = {}
        self._total: Counter[Kind] = Counter()
        self._to_tell: list[int] = []
        self._slices = QTimer(self, singleShot=True, interval=0)
        self._slices.timeout.connect(self._tell_some)
        self.hidden: frozenset[Kind] = frozenset()

    def clear(self) -> None:
        """Forget all counts, because another collection was opened."""
        self._pages.clear()
        self._total.clear()
        self._to_tell = []
        self.changed.emit()

    def take(self, number: int, tally: "Tally") -> None:
        """Hear what was counted on the page `number`."""
        self._total.subtract(self.of_page(number))
        self._total.update(tally)
        self._pages[number] = tally
        self.counted.emit(number, self._shown(tally))
        self.changed.emit()

    def hide(self, kinds: frozenset[Kind]) -> None:
        """Leave suspicions of these kinds out from now on."""
        self.hidden = kinds
        self._to_tell = list(self._pages)
        self._tell_some()
        self.changed.emit()

    def of_page(self, number: int) -> "Tally":
        """Return what was counted on a page; nothing where it was not counted yet."""
        return self._pages.get(number, Counter())

    def of_all(self) -> Counter[Kind]:
        """Return the sum over all pages that were counted."""
        return +self._total

    def pages(self) -> int:
        """Return how many pages were counted."""
        return len(self._pages)

    def without_hidden(self, result: CheckResult) -> CheckResult:
        """Return `result` with the suspicions of hidden kinds not to be shown."""
        if not self.hidden:
            return result
        return replace(
            result,
            suspicions=tuple(
                replace(one, shown=one.shown and kind_of(one) not in self.hidden)
                for one in result.suspicions
            ),
        )

    def _tell_some(self) -> None:
        """Tell the counts of some pages, then let the window breathe."""
        some, self._to_tell = self._to_tell[:_AT_A_TIME], self._to_tell[_AT_A_TIME:]
        self.recounted.emit({number: self._shown(self.of_page(number)) for number in some})
        if self._to_tell:
            self._slices.start()

    def _shown(self, tally: "Tally") -> int:
        return sum(count for kind, count in tally.items() if kind not in self.hidden)
