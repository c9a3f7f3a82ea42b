"""How many suspicions of each kind the pages have, and which kinds are hidden just now."""

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from corrector.suspicion.findings import CheckResult
from corrector.tasks.kinds import Kind, kind_of

if TYPE_CHECKING:
    from corrector.tasks.counting import Tally


class Tallies(QObject):
    """Counts by page; hidden kinds are counted, but not among those that are shown."""

    counted = Signal(int, int)
    """Number of a page, and how many suspicions it shows."""
    changed = Signal()
    """A count is another than before, or other kinds are hidden."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[int, Tally] = {}
        self.hidden: frozenset[Kind] = frozenset()

    def clear(self) -> None:
        """Forget all counts, because another collection was opened."""
        self._pages.clear()
        self.changed.emit()

    def take(self, number: int, tally: "Tally") -> None:
        """Hear what was counted on the page `number`."""
        self._pages[number] = tally
        self.counted.emit(number, self._shown(tally))
        self.changed.emit()

    def hide(self, kinds: frozenset[Kind]) -> None:
        """Leave suspicions of these kinds out from now on."""
        self.hidden = kinds
        for number, tally in self._pages.items():
            self.counted.emit(number, self._shown(tally))
        self.changed.emit()

    def of_page(self, number: int) -> "Tally":
        """Return what was counted on a page; nothing where it was not counted yet."""
        return self._pages.get(number, Counter())

    def of_all(self) -> Counter[Kind]:
        """Return the sum over all pages that were counted."""
        total: Counter[Kind] = Counter()
        for tally in self._pages.values():
            total.update(tally)
        return total

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

    def _shown(self, tally: "Tally") -> int:
        return sum(count for kind, count in tally.items() if kind not in self.hidden)
