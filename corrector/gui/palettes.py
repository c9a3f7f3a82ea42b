"""Light and dark: asked of the system first, painted by ourselves where it does not answer."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from corrector.gui.theme import is_dark

_SCHEMES: Final[Mapping[str, Qt.ColorScheme]] = MappingProxyType(
    {
        "light": Qt.ColorScheme.Light,
        "dark": Qt.ColorScheme.Dark,
        "system": Qt.ColorScheme.Unknown,
    }
)
_Role = QPalette.ColorRole
_DARK: Final[Mapping[QPalette.ColorRole, str]] = MappingProxyType(
    {
        _Role.Window: "#2b2d30",
        _Role.WindowText: "#e8e8e6",
        _Role.Base: "#1e1f22",
        _Role.AlternateBase: "#26282b",
        _Role.Text: "#e8e8e6",
        _Role.Button: "#393b40",
        _Role.ButtonText: "#e8e8e6",
        _Role.BrightText: "#ffffff",
        _Role.Highlight: "#2f6db3",
        _Role.HighlightedText: "#ffffff",
        _Role.ToolTipBase: "#3a3d42",
        _Role.ToolTipText: "#f0f0ee",
        _Role.PlaceholderText: "#a0a3a8",
        _Role.Link: "#7ab7ff",
        _Role.LinkVisited: "#c3a6ff",
        _Role.Light: "#4a4d52",
        _Role.Midlight: "#404247",
        _Role.Mid: "#222326",
        _Role.Dark: "#17181a",
        _Role.Shadow: "#000000",
    }
)
_DISABLED: Final = "#7e8187"
_OUTLINED: Final = ("QCheckBox", "QRadioButton", "QLineEdit")
_OUTLINE: Final = "#c0c3c9"
"""The style makes its outlines of this, darker by 40 %: 4.1 : 1 against the dark ground."""
_FOCUSED: Final = "#6aa9f5"
"""The same with the focus, darker by 25 %; it is also behind letters that are selected."""
_ON_FOCUSED: Final = "#101113"
_DIMMED: Final = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def use_colour_scheme(scheme: str) -> None:
    """Show the program in `scheme`: ``light``, ``dark`` or ``system``.

    Not every desktop lets a program choose; there the palette is set by hand.
    """
    QApplication.setPalette(QPalette())
    QGuiApplication.styleHints().setColorScheme(_SCHEMES.get(scheme, Qt.ColorScheme.Unknown))
    if scheme == "dark" and not is_dark(QGuiApplication.palette()):
        QApplication.setPalette(dark_palette())
    if is_dark(QGuiApplication.palette()):
        _outline_fields()


def dark_palette() -> QPalette:
    """Return a palette of light letters on a dark ground."""
    palette = QPalette()
    for role, colour in _DARK.items():
        palette.setColor(role, QColor(colour))
    for role in _DIMMED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_DISABLED))
    return palette


def _outline_fields() -> None:
    """Let boxes to tick and fields be seen on a dark ground, where their outlines are darker."""
    palette = QPalette(QGuiApplication.palette())
    palette.setColor(QPalette.ColorRole.Window, QColor(_OUTLINE))
    palette.setColor(QPalette.ColorRole.Highlight, QColor(_FOCUSED))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(_ON_FOCUSED))
    for name in _OUTLINED:
        # It takes text and no bytes, whatever its stub says.
        QApplication.setPalette(palette, name)  # type: ignore[arg-type]
