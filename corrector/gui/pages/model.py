"""The rows of the page list for Qt, filtered by label and status."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from corrector.gui.pages.rows import PageRow
from corrector.gui.pages.thumbnails import Thumbnails
from corrector.gui.wording import word
from corrector.record.entries import Status
from corrector.scans.listing import ScanSource

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
"""The `PageRow` itself, for the delegate."""

HEAD_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The document's label where a new document begins in what is shown, else an empty string."""

FAILED_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""Why there is no thumbnail, for a row that ought to have one; else an empty string."""


class PageModel(QAbstractListModel):
    """All pages of a collection, of which those that pass the filter are rows."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._pages: dict[int, PageRow] = {}
        self._numbers: dict[ScanSource, int] = {}
        self._shown: list[int] = []
        self._places: dict[int, int] = {}
        self._text = ""
        self._status: Status | None = None
        self._answers: dict[int, Callable[[PageRow], object]] = {
            ROW_ROLE: lambda row: row,
            FAILED_ROLE: self._reason,
            Qt.ItemDataRole.DisplayRole: lambda row: row.label,
            Qt.ItemDataRole.DecorationRole: self._thumbnail,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.ToolTipRole: self._tip,
        }
        thumbnails.ready.connect(self._thumbnail_is_ready)

    def show_pages(self, rows: Iterable[PageRow]) -> None:
        """Show these pages in place of all before."""
        self.beginResetModel()
        self._pages = {row.number: row for row in rows}
        self._numbers = {row.source: row.number for row in self._pages.values() if row.source}
        self._sift()
        self.endResetModel()

    def filter(self, text: str, status: Status | None) -> None:
        """Show only pages whose number, label or document contains `text`, with that status.

        Args:
            text: compared without regard to case; empty for any.
            status: None for any.
        """
        self.beginResetModel()
        self._text, self._status = text.casefold().strip(), status
        self._sift()
        self.endResetModel()

    def change(self, number: int, alter: Callable[[PageRow], PageRow]) -> None:
        """Put what `alter` makes of the page `number` in its place; ignore an unknown page.

        A page stays in view until the next filtering, even if it no longer passes the filter:
        it must not vanish from under the person's hands.
        """
        row = self._pages.get(number)
        if row is None:
            return
        changed = alter(row)
        if changed == row:
            return
        self._pages[number] = changed
        index = self.index_of(number)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def change_suspicions(self, counts: Mapping[int, int]) -> None:
        """Take how many suspicions many pages show; told to the view for all of them at once."""
        for number, count in counts.items():
            if number in self._pages:
                self._pages[number] = replace(self._pages[number], suspicions=count)
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def pages(self) -> tuple[PageRow, ...]:
        """Return all pages, shown or not."""
        return tuple(self._pages.values())

    def page(self, number: int) -> PageRow | None:
        """Return the page `number`, shown or not."""
        return self._pages.get(number)

    def index_of(self, number: int) -> QModelIndex:
        """Return where the page `number` is shown; invalid if it is not."""
        place = self._places.get(number)
        return QModelIndex() if place is None else self.index(place)

    def number_at(self, index: Index) -> int | None:
        """Return the number of the page at `index`."""
        return self._shown[index.row()] if index.isValid() else None

    def find(self, text: str, start: int) -> QModelIndex:
        """Return the next row from `start` on, going round, that `text` names; invalid if none.

        A row whose number is `text` is best, then one whose label begins with it, then one whose
        label contains it.
        """
        wanted = text.casefold()
        order = [*self._shown[start:], *self._shown[:start]]
        tests: tuple[Callable[[PageRow], bool], ...] = (
            lambda row: str(row.number) == wanted,
            lambda row: row.label.casefold().startswith(wanted),
            lambda row: wanted in row.label.casefold(),
        )
        for test in tests:
            for number in order:
                if test(self._pages[number]):
                    return self.index_of(number)
        return QModelIndex()

    def counts(self) -> tuple[int, int]:
        """Return how many pages are shown and how many there are."""
        return len(self._shown), len(self._pages)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._pages[self._shown[index.row()]]
        if role == HEAD_ROLE:
            return self._head(index.row(), row)
        answer = self._answers.get(role)
        return answer(row) if answer is not None else None

    def _sift(self) -> None:
        self._shown = [row.number for row in self._pages.values() if self._passes(row)]
        self._places = {number: place for place, number in enumerate(self._shown)}

    def _passes(self, row: PageRow) -> bool:
        if self._status is not None and row.status != self._status:
            return False
        text = self._text
        return (
            not text
            or text == str(row.number)
            or text in row.label.casefold()
            or text in row.document.casefold()
        )

    def _head(self, place: int, row: PageRow) -> str:
        before = self._pages[self._shown[place - 1]].document if place else ""
        return row.document if row.document != before else ""

    def _thumbnail(self, row: PageRow) -> QPixmap | None:
        return self._thumbnails.pixmap(row.source) if row.source else None

    def _thumbnail_is_ready(self, source: ScanSource) -> None:
        index = self.index_of(self._numbers.get(source, 0))
        if index.isValid():
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def _spoken(self, row: PageRow) -> str:
        parts = [self.tr("page {number}").format(number=row.number), row.label]
        parts.append(word(row.status))
        if row.suspicions is not None:
            parts.append(self.tr("suspicions: {count}").format(count=row.suspicions))
        if row.unsaved:
            parts.append(self.tr("unsaved typing"))
        if row.claimed:
            parts.append(row.claimed)
        if reason := self._reason(row):
            parts.append(reason)
        return ", ".join(parts)

    def _tip(self, row: PageRow) -> str:
        return "\n".join(part for part in (row.document, self._spoken(row)) if part)

    def _reason(self, row: PageRow) -> str:
        if row.problem or row.source is None:
            return row.problem
        return self._thumbnails.failure(row.source)
