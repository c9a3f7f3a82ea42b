"""Shows above each line of the text its strip of the scan, with the word at the caret outlined."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from corrector.gui.lines.measure import Measure, measured
from corrector.gui.lines.pictures import Pictures
from corrector.gui.lines.places import LinePlace, line_place, neighbours, usual_height
from corrector.gui.scan.cuts import cut
from corrector.gui.scan.placing import Placing
from corrector.gui.scan.view import ScanView
from corrector.gui.scan_link import ScanLink
from corrector.gui.text.editor import TextEditor
from corrector.gui.text.line_view_edit import NO_ROOM, Room
from corrector.gui.theme import OUTLINE_DARK, OUTLINE_LIGHT
from corrector.linking.links import Link
from corrector.scans.geometry import Box

if TYPE_CHECKING:
    from corrector.gui.scan.tiles import Tile

_GAP: Final = 7
"""Pixels between a strip and the text of the line before; the strip belongs to what is below."""

_VIEWER: Final = "lines"
"""By which the loader knows who wishes for tiles."""


class LineStrips(QObject):
    """What the line view shows; the scan's own loader keeps the pixels, within its bounds."""

    def __init__(self, editor: TextEditor, scan: ScanView, link: ScanLink) -> None:
        super().__init__(editor)
        self._editor, self._scan, self._link = editor, scan, link
        self._found_lines: list[tuple[Sequence[Link], LinePlace, Room]] = []
        self._word_height = 0.0
        self._places: list[LinePlace] = []
        self._rooms: list[Room] = []
        self._measure: Measure | None = None
        self._placing: Placing | None = None
        self._areas: dict[Box, QRectF] = {}
        self._pictures = Pictures()
        self._missing: list[Tile] = []
        self._wishing = QTimer(self)
        self._wishing.setSingleShot(True)
        self._wishing.timeout.connect(self._wish)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.begin)
        self._caret_line = 0

    @property
    def places(self) -> list[LinePlace]:
        """Where the lines of the text stand on the scan."""
        return self._places

    @property
    def measure(self) -> Measure | None:
        """How strips are shown; None while no line has a place."""
        return self._measure

    def begin(self) -> None:
        """Take the page, the scan, and the sizes as they are now."""
        self._areas.clear()
        self._placing = self._upright_placing()
        self._pictures.clear()
        self._measure = None
        links = self._link.links
        if self._placing is not None and links:
            self._word_height = usual_height(links, self._area)
            self._measure = measured(
                [line_place(line, self._area, self._word_height) for line in self._link.lines],
                links,
                self._area,
                word_height=self._word_height,
                letter=self._editor.fontMetrics().horizontalAdvance("n"),
                column=self._editor.viewport().width() - 2 * self._margin,
            )
        self._found_lines = []
        self._find_places()
        self._caret_line = self._editor.textCursor().blockNumber()
        self._editor.rooms_changed()

    def follow(self) -> None:
        """Find the places again after an edit; sizes stay, so that nothing jumps while typing."""
        if self._measure is None:
            return
        before = self._rooms
        self._find_places()
        if len(before) == len(self._rooms):  # otherwise all lines are laid out and painted anew
            for number, (old, new) in enumerate(zip(before, self._rooms, strict=True)):
                if old != new:
                    self._editor.room_changed(number)

    def follow_caret(self) -> None:
        """Outline the word that the caret is in now; strips are kept, so all is painted quickly."""
        self._caret_line = self._editor.textCursor().blockNumber()
        self._editor.viewport().update()

    def room(self, number: int) -> Room:
        return self._rooms[number] if number < len(self._rooms) else NO_ROOM

    def paint(self, painter: QPainter, number: int, area: QRectF) -> None:
        place, placing, measure = self._place(number), self._placing, self._measure
        if place is None or measure is None or placing is None:
            return
        now = self._scan.placing
        if now is None or number >= len(self._link.lines):
            return  # the next page is on its way
        if (now.shape, now.turns, now.angle) != (placing.shape, placing.turns, placing.angle):
            self._again.start()  # turned since: laid out anew, but not while it is painted
            return
        strip = area.adjusted(self._margin, _GAP, 0, 0)
        if place.area is None:
            self._paint_hint(painter, number, strip)
            return
        sheet = QRectF(measure.begin(place), measure.top(place), strip.width(), measure.height)
        self._paint_strip(painter, sheet, strip)
        if place.guessed:
            self._paint_guess(painter, strip)
        if number == self._caret_line:
            self._paint_caret(painter, number, strip.topLeft() - sheet.topLeft())

    def position_at(self, number: int, point: QPointF) -> int | None:
        place, measure = self._place(number), self._measure
        here = self._link.lines[number] if number < len(self._link.lines) else ()
        linked = [(link.span.start, link.box) for link in here if link.box is not None]
        if place is None or measure is None or not linked:
            return None
        x = (point.x() - self._margin + measure.begin(place)) / measure.scale
        start, _ = min(linked, key=lambda item: _aside(self._area(item[1]), x))
        block = self._editor.document().findBlockByNumber(number)
        return self._editor.position_of(block) + start

    @property
    def _margin(self) -> float:
        return self._editor.document().documentMargin()

    def _place(self, number: int) -> LinePlace | None:
        return self._places[number] if 0 <= number < len(self._places) else None

    def _upright_placing(self) -> Placing | None:
        placing = self._scan.placing
        return None if placing is None else replace(placing, scale=1.0)

    def _scaled(self) -> Placing | None:
        """Return how the scan is placed at the size of the strips."""
        if self._placing is None or self._measure is None:
            return None
        return replace(self._placing, scale=self._measure.scale)

    def _area(self, box: Box) -> QRectF:
        known = self._areas.get(box)
        if known is None:
            known = self._placing.to_sheet(box) if self._placing is not None else QRectF()
            self._areas[box] = known
        return known

    def _find_places(self) -> None:
        """Say where the lines stand; only those that changed are looked at again."""
        lines = self._link.lines if self._measure is not None else ()
        before, same = self._found_lines, len(lines) == len(self._found_lines)
        known = {id(one[0]): one for one in before}
        found = []
        for number, line in enumerate(lines):
            one = known.get(id(line))
            if one is None and same and before[number][0] == line:
                one = before[number]
            found.append(one or self._found(number, line))
        self._found_lines = found
        self._places = [place for _, place, _ in found]
        self._rooms = [room for _, _, room in found]

    def _found(self, number: int, line: Sequence[Link]) -> tuple[Sequence[Link], LinePlace, Room]:
        place = line_place(line, self._area, self._word_height)
        return line, place, self._room_of(number, place)

    def _room_of(self, number: int, place: LinePlace) -> Room:
        if self._measure is None or not place.has_text:
            return NO_ROOM
        if place.area is None:
            return Room(self._editor.fontMetrics().height() + _GAP, 0.0)
        # What stands before the first word that has a place takes room, too.
        before = self._editor.document().findBlockByNumber(number).text()[: place.first]
        typed = self._editor.fontMetrics().horizontalAdvance(before) if before else 0
        away = place.area.left() * self._measure.scale - self._measure.begin(place)
        return Room(self._measure.height + _GAP, max(0.0, away - typed))

    def _paint_strip(self, painter: QPainter, sheet: QRectF, strip: QRectF) -> None:
        picture, placing = self._pictures.get(sheet), self._scaled()
        if picture is None and placing is not None:
            editor = self._editor
            picture, missing = cut(
                self._scan.pixels, placing, sheet, editor.palette(), editor.devicePixelRatioF()
            )
            if missing:
                self._missing += missing
                self._wishing.start()
            else:
                self._pictures.put(sheet, picture)
        if picture is not None:
            painter.drawPixmap(strip.topLeft(), picture)

    def _paint_caret(self, painter: QPainter, number: int, move: QPointF) -> None:
        column = self._editor.caret() - self._editor.position_of(self._editor.textCursor().block())
        here = (one for one in self._link.lines[number] if one.span.start <= column <= one.span.end)
        link, placing = next(here, None), self._scaled()
        if link is None or link.box is None or placing is None:
            return
        area = placing.to_sheet(link.box).translated(move).adjusted(-2, -1, 2, 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((OUTLINE_LIGHT, 4.0), (OUTLINE_DARK, 2.0)):
            pen = QPen(colour, width)
            pen.setStyle(
                Qt.PenStyle.DashLine
                if link.interpolated and colour == OUTLINE_DARK
                else Qt.PenStyle.SolidLine
            )
            painter.setPen(pen)
            painter.drawRoundedRect(area, 2, 2)

    def _paint_guess(self, painter: QPainter, strip: QRectF) -> None:
        """Show that the place is only that between the neighbours: dimmed, with a dashed edge."""
        palette = self._editor.palette()
        veil = QColor(palette.color(QPalette.ColorRole.Base))
        veil.setAlphaF(0.45)
        painter.fillRect(strip, veil)
        painter.setPen(
            QPen(palette.color(QPalette.ColorRole.PlaceholderText), 1, Qt.PenStyle.DashLine)
        )
        painter.drawRect(strip.adjusted(0, 0, -1, -1))

    def _paint_hint(self, painter: QPainter, number: int, strip: QRectF) -> None:
        painter.setFont(self._editor.window().font())
        painter.setPen(self._editor.palette().color(QPalette.ColorRole.PlaceholderText))
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(strip, int(align), self.hint(number))

    def hint(self, number: int) -> str:
        """Return the sentence in place of the strip of a line that is not found on the scan."""
        before, after = neighbours(self._places, number)
        if before is not None and after is not None:
            said = self.tr("not found on the scan – between lines {before} and {after}")
            return said.format(before=before + 1, after=after + 1)
        if before is not None:
            return self.tr("not found on the scan – below line {line}").format(line=before + 1)
        if after is not None:
            return self.tr("not found on the scan – above line {line}").format(line=after + 1)
        return self.tr("not found on the scan")

    def _wish(self) -> None:
        wanted, self._missing = self._missing, []
        self._scan.pixels.wish(dict.fromkeys(wanted), _VIEWER)


def _aside(area: QRectF, x: float) -> float:
    """Return how far `x` is beside an area; 0 inside."""
    return max(area.left() - x, 0.0, x - area.right())
