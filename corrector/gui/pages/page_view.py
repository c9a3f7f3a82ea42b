"""The list itself: arrows move, typed characters find, a chosen page is announced."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from corrector.gui.pages.delegate import PageDelegate
from corrector.gui.pages.model import PageModel

_MOVE: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect


class PageView(QListView):
    """Shows a `PageModel`."""

    chosen = Signal(int)
    """The person moved to the page with this number."""

    def __init__(self, model: PageModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = model
        self._typed = ""
        self._since = QElapsedTimer()
        self._quiet = False
        self.setModel(model)
        self.setItemDelegate(PageDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._moved)
        self.setAccessibleName(self.tr("Pages"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move from page to page; type a number or label to find one.")
        )

    def show_current(self, number: int) -> None:
        """Move to the page `number` without announcing it; away from all if it is not shown."""
        self._quiet = True
        index = self._pages.index_of(number)
        self.selectionModel().setCurrentIndex(index, _MOVE)
        if index.isValid():
            self.scrollTo(index)
        self._quiet = False

    def _moved(self, current: QModelIndex) -> None:
        number = self._pages.number_at(current)
        if number is not None and not self._quiet:
            self.chosen.emit(number)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 -- Qt's name
        """Move to the page that the characters typed in a row name, by number or label."""
        pause = QApplication.keyboardInputInterval()
        if not self._since.isValid() or self._since.elapsed() > pause:
            self._typed = ""
        self._since.start()
        self._typed += search
        index = self._pages.find(self._typed, max(0, self.currentIndex().row()))
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _MOVE)
