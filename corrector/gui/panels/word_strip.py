"""Shows a strip of the scan, one line of writing high, with one word outlined."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

_HEIGHT: Final = 40
_LARGEST_ZOOM: Final = 3.0
"""Strips of low scans are not blown up further: it shows no more and hides the neighbours."""


class WordStrip(QWidget):
    """A crop of the scan around the suspected word, fitted in height, the word in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip: QImage | None = None
        self._word = QRect()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(self.tr("Line on the scan"))

    def sizeHint(self) -> QSize:
        return QSize(4 * _HEIGHT, _HEIGHT)

    def show_strip(self, strip: QImage | None, word: QRect) -> None:
        """Show `strip`, or say that there is none; `word` is in pixels of the strip."""
        self._strip = strip if strip is not None and not strip.isNull() else None
        self._word = word
        self.setAccessibleDescription(self._missing() if self._strip is None else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        if self._strip is None:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._missing())
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._placed(QRectF(self._strip.rect())), self._strip)
        if self._word.isValid():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(self._placed(QRectF(self._word)).adjusted(-2, -1, 2, 1))

    def _missing(self) -> str:
        return self.tr("No place on the scan is known")

    def _placed(self, part: QRectF) -> QRectF:
        """Return where `part` of the strip is painted."""
        zoom, left, top = self._fit()
        return QRectF(
            left + part.left() * zoom,
            top + part.top() * zoom,
            part.width() * zoom,
            part.height() * zoom,
        )

    def _fit(self) -> tuple[float, float, float]:
        """Return the zoom of the strip and where its top left corner is painted."""
        strip = self._strip.size() if self._strip is not None else QSize(1, 1)
        zoom = min(_LARGEST_ZOOM, self.height() / strip.height())
        wide = strip.width() * zoom
        spare = self.width() - wide
        middle = self._word.center().x() if self._word.isValid() else strip.width() / 2
        left = self.width() / 2 - middle * zoom
        left = spare / 2 if spare >= 0 else min(0.0, max(left, spare))
        return zoom, left, (self.height() - strip.height() * zoom) / 2
