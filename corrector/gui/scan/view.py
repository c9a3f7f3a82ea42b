"""The scan beside the text: its pixels, an outline on the word at the caret, what is wrong."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QWidget

from corrector.gui.background import Background
from corrector.gui.scan import marking, painting, strips
from corrector.gui.scan.loader import ScanLoader
from corrector.gui.scan.loupe import Loupe, paint_loupe
from corrector.gui.scan.placing import Placing
from corrector.gui.scan.region_view import RegionView
from corrector.gui.scan.scan_words import ScanWords
from corrector.gui.scan.tiles import Tile
from corrector.gui.scan.tones import Tones
from corrector.scans.geometry import Box
from corrector.scans.listing import ScanSource

_PATIENCE_MS: Final = 150
"""The page before stays in sight this long while the next one is fetched: no flicker."""


class ScanView(RegionView):
    """Shows one scan at a time."""

    pixels_ready = Signal()
    """Better pixels have come: a strip asked for now may be there, or sharper than before."""
    unreadable = Signal()
    """The scan that is wanted cannot be shown; `state` says why."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader = ScanLoader(background, self)
        self._source: ScanSource | None = None
        self._angles: dict[ScanSource | None, float] = {}
        self._word: Box | None = None
        self._line: Box | None = None
        self._selected: tuple[Box, ...] = ()
        self._words = ScanWords(self)
        self._loupe = Loupe()
        self._painted: Placing | None = None  # what is in the viewport now; moved by panning
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._show_changes)
        self.setAccessibleName(self.tr("Scan"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._loader.preview_ready.connect(self._preview_came)
        self._loader.full_ready.connect(self._pixels_came)
        self._loader.tones_ready.connect(self._pixels_came)
        self._loader.tile_ready.connect(self._tile_came)
        self._loader.preview_failed.connect(self._preview_failed)
        self._loader.full_failed.connect(self._full_failed)
        self.region_chosen.connect(lambda *_: self._describe())
        self.show_scan(None, 0)

    def show_scan(self, source: ScanSource | None, number: int) -> None:
        """Show the scan of the page `number` from its top; nothing is outlined.

        Args:
            source: where the scan is; None if the page has none.
            number: of the page in the collection; 0 while there is no page at all.
        """
        self._source = source
        self._word = self._line = None
        self._selected = ()
        self._words.begin(number, has_scan=source is not None)
        self.clear_region()
        if source is not None:
            self.viewport().setUpdatesEnabled(False)
            self._patience.start()
        self._angle = self._angles.get(source, 0.0)
        self.angle_changed.emit(self._angle)
        self._loader.open(source)
        if source is None:
            self.place(None)
            self._show_changes()
        self._describe()

    def outline(
        self, word: Box | None, line: Box | None, text: str = "", *, follow: bool = True
    ) -> None:
        """Outline a word and its line and keep them in view.

        Args:
            word: in pixels of the stored file; None for none.
            line: in pixels of the stored file; None for none.
            text: the word, for those who do not see the outline.
            follow: whether to scroll there; not where the person pointed at the scan.
        """
        if word != self._word:
            self._loupe.pointer = None
        self._word, self._line, self._words.word = word, line, text
        if follow:
            self._follow()
        self._describe()
        self.viewport().update()

    def show_selected(self, boxes: Sequence[Box]) -> None:
        """Tint what is selected in the text; `boxes` are in pixels of the stored file."""
        if self._selected != (selected := tuple(boxes)):
            self._selected = selected
            self.viewport().update()

    @property
    def source(self) -> ScanSource | None:
        """Which scan is shown or being fetched."""
        return self._source

    def turn_to(self, angle: float) -> None:
        super().turn_to(angle)
        self._angles[self._source] = self._angle

    @property
    def tones(self) -> Tones:
        """How light, contrasting and inverted scans are shown."""
        return self._loader.tones

    def use_tones(self, tones: Tones) -> None:
        """Show this scan and the next ones in `tones`; their files stay as they are."""
        self._loader.use_tones(tones)

    @property
    def loupe_shown(self) -> bool:
        """Whether the loupe is out."""
        return self._loupe.shown

    def show_loupe(self, shown: bool) -> None:
        """Take the loupe out, at the outlined word until the pointer moves, or put it away."""
        self._loupe.show(shown, self._loader)
        self.viewport().update()

    def strip(self, box: Box, margin: int = 0) -> QImage | None:
        """Return what is in and around `box`, turned as the view is; None while there is nothing.

        Args:
            box: in pixels of the stored file.
            margin: pixels of the stored file added on each side.
        """
        return strips.strip(self._loader, self._turns, box.widened(margin))

    def strip_of(self, line: Box, word: Box | None, margin: int) -> tuple[QImage | None, QRect]:
        """Return the scan around `line`, and where `word` is in that picture.

        Args:
            line: in pixels of the stored file.
            word: in pixels of the stored file; None for none.
            margin: pixels of the stored file shown around the line.
        """
        return strips.strip_of(self._loader, self._turns, line.widened(margin), word)

    @property
    def placing(self) -> Placing | None:
        """How the scan is turned and how large it is; None while it is not there."""
        return self._placing if self._loader.shape is not None else None

    @property
    def pixels(self) -> ScanLoader:
        """What is in memory of the scan, for whoever shows parts of it elsewhere."""
        return self._loader

    @property
    def state(self) -> str:
        """The words shown in place of a scan; empty while a scan is shown."""
        return self._words.state

    @property
    def is_loading(self) -> bool:
        """Whether it is not known yet if the scan can be shown."""
        return self._words.is_loading

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self.viewport())
        area = self.viewport().rect()
        words = self._placing is None or self._words.state
        ground = QPalette.ColorRole.Window if words else QPalette.ColorRole.Mid
        painter.setBackground(self.palette().brush(ground))
        painter.eraseRect(area)  # PySide loads all gradients first where it is told to fill
        if self._placing is None or self._words.state:
            painting.paint_words(painter, area, self._words.state, self.palette())
        else:
            self._paint_sheet(painter, self._placing)
            self._paint_loupe(painter, self._placing)
        if words := self._asking or self._words.banner:
            painting.paint_banner(painter, area, words, self.palette())
        if self.hasFocus():
            painting.paint_focus(painter, area, self.palette())
        painter.end()

    def begin_region(self, purpose: str = "", *, words: str = "", first: Box | None = None) -> None:
        super().begin_region(purpose, words=words, first=first)
        self._describe()

    def clear_region(self) -> None:
        super().clear_region()
        self._describe()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._loupe.shown:
            self._loupe.pointer = event.position()
            self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted already, and paint only what comes into view."""
        port = self.viewport()
        words = self._words
        fixed = self._loupe.shown or self._asking or words.banner or words.state
        if fixed or self._painted is not self._placing:
            port.update()
            return
        port.scroll(dx, dy, port.rect())
        if self.hasFocus():
            for edge in painting.edges(port.rect()):
                port.update(edge)
                port.update(edge.translated(dx, dy))

    def leaveEvent(self, event: QEvent) -> None:
        """Let the caret lead the loupe again."""
        super().leaveEvent(event)
        if self._loupe.shown:
            self._loupe.pointer = None
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _paint_sheet(self, painter: QPainter, placing: Placing) -> None:
        origin = self.origin()
        painter.translate(origin)
        part = QRectF(self.viewport().rect()).translated(-origin)
        ratio = self.devicePixelRatioF()
        missing = painting.paint_scan(painter, self._loader, placing, part, ratio)
        self._loader.wish(missing)
        self._painted = placing
        marking.paint_selected(painter, placing, self._selected)
        for box, strong in ((self._line, False), (self._word, True)):
            if box is not None:
                marking.paint_outline(painter, placing, box, strong=strong)
        if (region := self.region) is not None:
            marking.paint_region(painter, placing, region, open_=self.region_wanted)
        painter.resetTransform()

    def _fixed_point(self) -> QPointF:
        """The outlined word stays where it is, as long as it is in view."""
        if self._placing is None or self._word is None:
            return super()._fixed_point()
        point = self._placing.to_sheet(self._word).center() + self.origin()
        seen = QRectF(self.viewport().rect()).contains(point)
        return point if seen else super()._fixed_point()

    def _paint_loupe(self, painter: QPainter, placing: Placing) -> None:
        if self._loupe.shown:
            room, origin = QRectF(self.viewport().rect()), self.origin()
            glass = self._loupe.glass(placing, origin, room, self._word)
            paint_loupe(painter, self._loader, placing, glass, self.palette())

    def _follow(self) -> None:
        if self._placing is None:
            return
        word = self._placing.to_sheet(self._word) if self._word is not None else None
        line = self._placing.to_sheet(self._line) if self._line is not None else None
        # The word matters most: it is brought into view last.
        for area in (line, word):
            if area is not None:
                self.bring_into_view(area)

    def _preview_came(self) -> None:
        self._words.shown()
        self.place(self._loader.shape)
        self._follow()
        self._show_changes()
        self._describe()
        self.pixels_ready.emit()

    def _pixels_came(self) -> None:
        self.viewport().update()
        self.pixels_ready.emit()

    def _tile_came(self, tile: Tile) -> None:
        """Paint only where the tile is: while one pans, many come."""
        if self._loupe.shown or self._placing is None:
            self.viewport().update()
            return
        box = tile.box()
        area = QRectF(box.x, box.y, box.width, box.height)
        seen = self._placing.transform().mapRect(area).translated(self.origin())
        self.viewport().update(seen.toAlignedRect().adjusted(-1, -1, 1, 1))

    def _preview_failed(self, error: Exception) -> None:
        self._words.not_shown(error)
        self.place(None)
        self._show_changes()
        self._describe()
        self.unreadable.emit()

    def _full_failed(self, error: Exception) -> None:
        self._words.shown_coarsely(error)
        self._describe()
        self.viewport().update()

    def _show_changes(self) -> None:
        self._patience.stop()
        if self._words.state and self._placing is not None and self._loader.shape is None:
            self.place(None)
        self.viewport().setUpdatesEnabled(True)
        self.viewport().update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self._words.description(self._asking))
