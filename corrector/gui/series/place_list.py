"""The list of places of a series; Space or a click on its box ticks a place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from corrector.gui.series.delegate import SeriesDelegate


class PlaceList(QListView):
    """Tells which row is to be ticked or not; rows are chosen with Up and Down."""

    ticked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Places of the wrong reading"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.ticked.emit(self.currentIndex().row())
        elif event.text().strip() and event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()  # letters do not search among thousands of lines
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index, delegate = self.indexAt(point), self.itemDelegate()
        if index.isValid() and isinstance(delegate, SeriesDelegate):
            box = delegate.tick_area(self.visualRect(index)).adjusted(-4, -4, 4, 4)
            if box.contains(point):
                self.ticked.emit(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
