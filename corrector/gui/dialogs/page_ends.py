"""Two pictures: the end of the scan of one page, and the beginning of the next one's."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from corrector.gui.background import Background, Ticket
from corrector.gui.failures import failure_text
from corrector.gui.pixels import image_of
from corrector.scans.listing import ScanSource

_WIDTH: Final = 400
_SHARE: Final = 0.36
"""How much of a page's height is shown of its end and of its beginning."""

Ends = tuple[QImage, QImage]
"""The beginning and the end of a scan."""


class PageEnds(QWidget):
    """Fetches the pictures of the border that is looked at, and keeps them."""

    def __init__(self, background: Background, sources: Sequence[ScanSource | None]) -> None:
        super().__init__()
        self._background, self._sources = background, tuple(sources)
        self._ends: dict[int, Ends | str] = {}
        self._running: dict[int, Ticket] = {}
        self._border, self._numbers = 0, (1, 2)
        self._captions, self._pictures = (QLabel(), QLabel()), (QLabel(), QLabel())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for caption, picture in zip(self._captions, self._pictures, strict=True):
            picture.setFixedWidth(_WIDTH)
            picture.setWordWrap(True)
            column.addWidget(caption)
            column.addWidget(picture, 1)
        self._pictures[0].setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter)
        self._pictures[1].setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)

    def show_between(self, border: int, numbers: tuple[int, int]) -> None:
        """Show the end of page `border`, counted from 0, and the beginning of the one behind it.

        Args:
            border: which one.
            numbers: of the two pages in the collection.
        """
        self._border, self._numbers = border, numbers
        for page in (border, border + 1):
            self._fetch(page)
        self._show()

    def stop(self) -> None:
        """Fetch nothing more."""
        for ticket in self._running.values():
            ticket.cancel()
        self._running.clear()

    def _fetch(self, page: int) -> None:
        source = self._sources[page]
        if page in self._ends or page in self._running:
            return
        if source is None:
            self._ends[page] = self.tr("This page has no scan.")
            return
        self._running[page] = self._background.run(
            _ends_of,
            source,
            _WIDTH * self.devicePixelRatio(),
            done=partial(self._keep, page),
            failed=partial(self._fail, page),
        )

    def _keep(self, page: int, ends: Ends) -> None:
        self._ends[page] = ends
        self._running.pop(page, None)
        self._show()

    def _fail(self, page: int, error: Exception) -> None:
        self._ends[page] = failure_text(error)
        self._running.pop(page, None)
        self._show()

    def _show(self) -> None:
        words = (self.tr("End of page {number}"), self.tr("Beginning of page {number}"))
        for side in (0, 1):
            said = words[side].format(number=self._numbers[side])
            self._captions[side].setText(said)
            found, picture = self._ends.get(self._border + side), self._pictures[side]
            picture.setAccessibleName(said)
            if isinstance(found, tuple):
                pixmap = QPixmap.fromImage(found[1 - side])
                pixmap.setDevicePixelRatio(self.devicePixelRatio())
                picture.setPixmap(pixmap)
            else:
                picture.setText(found or self.tr("Loading …"))


def _ends_of(source: ScanSource, width: float) -> Ends:
    """Return the beginning and the end of a scan, `width` pixels wide."""
    from corrector.tasks import looking

    whole = image_of(looking.preview(source).levels[0])
    page = whole.scaledToWidth(int(width), Qt.TransformationMode.SmoothTransformation)
    height = int(page.height() * _SHARE)
    return (
        page.copy(0, 0, page.width(), height),
        page.copy(0, page.height() - height, page.width(), height),
    )
