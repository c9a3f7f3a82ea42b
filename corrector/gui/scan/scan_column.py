"""A pane of the window that holds the scan and a bar below it, and goes away with the scan."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

_GONE_WITH_THE_SCAN = {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}


class ScanColumn(QWidget):
    """Takes the scan's place in a splitter; others still show and hide the scan itself."""

    def __init__(self, splitter: QSplitter, scan: QWidget, bar: QWidget) -> None:
        super().__init__()
        self._scan = scan
        at = splitter.indexOf(scan)
        splitter.replaceWidget(at, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(scan, 1)
        layout.addWidget(bar)
        scan.show()
        splitter.setStretchFactor(at, 1)
        scan.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._scan and event.type() in _GONE_WITH_THE_SCAN:
            self.setVisible(not self._scan.isHidden())
        return super().eventFilter(watched, event)
