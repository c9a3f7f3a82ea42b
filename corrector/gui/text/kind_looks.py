"""What each kind of suspicion looks like and is called: a sign of its own, a colour, a name."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QPixmapCache,
    QPolygonF,
)

from corrector.gui.theme import MarkColours, mark_colours
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.tasks.kinds import Kind

_NAMES: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.WORD: QT_TRANSLATE_NOOP("Kinds", "misread word"),
        Kind.DIGITS: QT_TRANSLATE_NOOP("Kinds", "digits and letters"),
        Kind.CASE: QT_TRANSLATE_NOOP("Kinds", "capitals"),
        Kind.JOIN: QT_TRANSLATE_NOOP("Kinds", "joined or split"),
        Kind.PUNCTUATION: QT_TRANSLATE_NOOP("Kinds", "punctuation"),
        Kind.SIGN: QT_TRANSLATE_NOOP("Kinds", "stray sign or foreign letter"),
        Kind.NOISE: QT_TRANSLATE_NOOP("Kinds", "noise"),
        Kind.CONTEXT: QT_TRANSLATE_NOOP("Kinds", "does not fit here"),
        Kind.SCAN: QT_TRANSLATE_NOOP("Kinds", "unsure on the scan"),
        Kind.LEARNED: QT_TRANSLATE_NOOP("Kinds", "corrected before"),
    }
)
_COLOURS: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.WORD: "strong",
        Kind.DIGITS: "added",
        Kind.CASE: "reading",
        Kind.JOIN: "confirmed",
        Kind.PUNCTUATION: "medium",
        Kind.SIGN: "doubtful",
        Kind.NOISE: "editorial",
        Kind.CONTEXT: "weak",
        Kind.SCAN: "letter",
        Kind.LEARNED: "stamp",
    }
)
"""Names of colours of the theme; where two kinds share a hue, their signs are far from alike."""
_ICON: Final = 14
_PEN: Final = 1.3


def kind_name(kind: Kind) -> str:
    """Return what a kind is called in the person's language."""
    return QCoreApplication.translate("Kinds", _NAMES[kind])


def kind_colour(kind: Kind, colours: MarkColours) -> QColor:
    """Return which of `colours` marks of a kind have."""
    colour: QColor = getattr(colours, _COLOURS[kind])
    return colour


def paint_kind(painter: QPainter, area: QRectF, kind: Kind, colour: QColor) -> None:
    """Draw the sign of a kind into a square of at least five pixels."""
    painter.setPen(QPen(colour, _PEN))
    painter.setBrush(colour)
    _SIGNS[kind](painter, area)


def kind_icon(kind: Kind, palette: QPalette) -> QIcon:
    """Return the sign of a kind for lists, menus and labels."""
    return QIcon(kind_picture(kind, palette))


def kind_picture(kind: Kind, palette: QPalette, ratio: float = 2.0) -> QPixmap:
    """Return the sign of a kind, `ratio` stored pixels for one of the screen."""
    colour = kind_colour(kind, mark_colours(palette))
    name = f"corrector kind {kind.name} {colour.name()} {ratio}"
    found: QPixmap | None = QPixmapCache.find(name)  # type: ignore[call-overload]
    if found is not None:
        return found
    picture = _drawn(kind, colour, ratio)
    QPixmapCache.insert(name, picture)
    return picture


def _drawn(kind: Kind, colour: QColor, ratio: float) -> QPixmap:
    picture = QPixmap(QSize(_ICON, _ICON) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(0, 0, _ICON, _ICON).adjusted(3, 3, -3, -3)
    paint_kind(painter, area, kind, colour)
    painter.end()
    return picture


def _polygon(*corners: tuple[float, float]) -> Callable[[QPainter, QRectF], None]:
    """Return what fills a shape whose corners are given in parts of the area."""

    def paint(painter: QPainter, area: QRectF) -> None:
        points = [
            QPointF(area.x() + across * area.width(), area.y() + down * area.height())
            for across, down in corners
        ]
        painter.drawPolygon(QPolygonF(points))

    return paint


def _lines(*ends: tuple[float, float, float, float]) -> Callable[[QPainter, QRectF], None]:
    """Return what draws strokes from point to point, in parts of the area."""

    def paint(painter: QPainter, area: QRectF) -> None:
        pen = painter.pen()
        pen.setWidthF(_PEN * 1.4)
        painter.setPen(pen)
        for x1, y1, x2, y2 in ends:
            painter.drawLine(
                QPointF(area.x() + x1 * area.width(), area.y() + y1 * area.height()),
                QPointF(area.x() + x2 * area.width(), area.y() + y2 * area.height()),
            )

    return paint


def _disc(painter: QPainter, area: QRectF) -> None:
    painter.drawEllipse(area)


def _ring(painter: QPainter, area: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(area)


def _box(painter: QPainter, area: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)


_SIGNS: Final[Mapping[Kind, Callable[[QPainter, QRectF], None]]] = MappingProxyType(
    {
        Kind.WORD: _disc,
        Kind.DIGITS: _polygon((0, 0), (1, 0), (1, 1), (0, 1)),
        Kind.CASE: _polygon((0.5, 0), (1, 1), (0, 1)),
        Kind.JOIN: _lines((0, 0, 0, 1), (1, 0, 1, 1), (0, 0.5, 1, 0.5)),
        Kind.PUNCTUATION: _polygon((0, 0), (1, 0), (0.5, 1)),
        Kind.SIGN: _polygon((0.5, -0.1), (1.1, 0.5), (0.5, 1.1), (-0.1, 0.5)),
        Kind.NOISE: _lines((0, 0, 1, 1), (0, 1, 1, 0)),
        Kind.CONTEXT: _ring,
        Kind.SCAN: _box,
        Kind.LEARNED: _lines((0.5, 0, 0.5, 1), (0, 0.5, 1, 0.5)),
    }
)
