"""What each kind of editorial mark looks like: a shape for its group, a colour for the palette."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from corrector.gui.theme import mark_colours
from corrector.text.phenomena import PHENOMENON_BY_NAME


class Shape(Enum):
    """How a mark is drawn; no two groups share a shape, so that no colour need be told."""

    DOTTED_FRAME = "dotted frame"
    ANGLES = "angle brackets"
    DOUBLE_FRAME = "double frame"
    BAR_ABOVE = "bar above with ends"
    BRACKETS = "square brackets"
    LINE_BELOW = "dashes and dots below"


_SHAPES: Final[Mapping[str, Shape]] = MappingProxyType(
    {
        "reading": Shape.DOTTED_FRAME,
        "change": Shape.ANGLES,
        "stamp": Shape.DOUBLE_FRAME,
        "form": Shape.BAR_ABOVE,
        "letter": Shape.BRACKETS,
        "style": Shape.LINE_BELOW,
    }
)
_UNKNOWN_GROUP: Final = "reading"
"""A kind that a newer program wrote is shown as a remark on the reading."""


def group_of(kind: str) -> str:
    """Return the group of a kind of mark."""
    known = PHENOMENON_BY_NAME.get(kind)
    return known.group if known is not None else _UNKNOWN_GROUP


def shape_of(kind: str) -> Shape:
    """Return how a kind of mark is drawn."""
    return _SHAPES[group_of(kind)]


def colour_of(kind: str, palette: QPalette) -> QColor:
    """Return the colour of a kind of mark; that of the letters where much contrast is wanted."""
    if _wants_contrast():
        return palette.color(QPalette.ColorRole.Text)
    colour: QColor = getattr(mark_colours(palette), group_of(kind))
    return colour


def _wants_contrast() -> bool:
    """Tell whether the system asks for high contrast; Qt before 6.10 does not say."""
    ask = getattr(QGuiApplication.styleHints(), "accessibility", None)
    return ask is not None and (ask().contrastPreference() == Qt.ContrastPreference.HighContrast)
