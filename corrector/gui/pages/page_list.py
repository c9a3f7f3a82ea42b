"""The pane of pages: a filter above, the list below."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from corrector.gui.background import Background
from corrector.gui.pages.model import PageModel
from corrector.gui.pages.page_view import PageView
from corrector.gui.pages.rows import PageRow
from corrector.gui.pages.thumbnails import Thumbnails
from corrector.gui.wording import word
from corrector.record.entries import Status


class PageList(QWidget):
    """Shows the pages of a collection and lets the person choose one."""

    page_chosen = Signal(int)
    """The person moved to the page with this number."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = Thumbnails(background, self)
        self._model = PageModel(self._thumbnails, self)
        self.view = PageView(self._model, self)
        self.words = QLineEdit(self)
        self.status = QComboBox(self)
        self._count = QLabel(self)
        self._current = 0
        self._build()
        self.view.chosen.connect(self._choose)
        self.words.textChanged.connect(self._filter)
        self.words.returnPressed.connect(self._go_to_first)
        self.status.currentIndexChanged.connect(self._filter)

    @property
    def current(self) -> int:
        """Number of the page that the person moved to; 0 for none."""
        return self._current

    def show_pages(self, rows: Iterable[PageRow]) -> None:
        """Show these pages in place of all before; no page is current."""
        self._thumbnails.forget()
        self._current = 0
        self._model.show_pages(rows)
        self._say_count()

    def show_current(self, number: int) -> None:
        """Move to the page `number` without announcing it."""
        self._current = number
        self.view.show_current(number)

    def set_suspicions(self, number: int, count: int | None) -> None:
        """Show how many suspicions are left on the page `number`."""
        self._model.change(number, lambda row: replace(row, suspicions=count))

    def set_many_suspicions(self, counts: Mapping[int, int]) -> None:
        """Show how many suspicions many pages show now."""
        self._model.change_suspicions(counts)

    def set_status(self, number: int, status: Status) -> None:
        """Show the status of the page `number`."""
        self._model.change(number, lambda row: replace(row, status=status))

    def set_unsaved(self, number: int, unsaved: bool) -> None:
        """Show whether the page `number` has typing that is not in a version."""
        self._model.change(number, lambda row: replace(row, unsaved=unsaved))

    def set_claimed(self, number: int, words: str) -> None:
        """Show who else edits the page `number`; empty where nobody does."""
        self._model.change(number, lambda row: replace(row, claimed=words))

    def rows(self) -> tuple[PageRow, ...]:
        """Return what is shown of all pages, whether or not they pass the filter."""
        return self._model.pages()

    def _build(self) -> None:
        self.words.setPlaceholderText(self.tr("Filter pages"))
        self.words.setClearButtonEnabled(True)
        self.words.setAccessibleName(self.tr("Filter pages by label, document or number"))
        self.status.setAccessibleName(self.tr("Filter pages by status"))
        self.status.addItem(self.tr("every status"), None)
        for status in Status:
            self.status.addItem(word(status), status)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addWidget(self.words)
        layout.addWidget(self.status)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._count)
        self.setFocusProxy(self.view)

    def _choose(self, number: int) -> None:
        self._current = number
        self.page_chosen.emit(number)

    def _filter(self) -> None:
        self._model.filter(self.words.text(), self.status.currentData())
        self.view.show_current(self._current)
        self._say_count()

    def _go_to_first(self) -> None:
        self.view.setFocus()
        first = self._model.index(0)
        if first.isValid() and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(first)

    def _say_count(self) -> None:
        shown, every = self._model.counts()
        if shown == every:
            self._count.setText(self.tr("Pages: {count}").format(count=every))
        else:
            words = self.tr("Pages: {shown} of {all}")
            self._count.setText(words.format(shown=shown, all=every))
