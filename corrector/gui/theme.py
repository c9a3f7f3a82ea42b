"""The one place for colours: what marks look like on a light and on a dark ground."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QColor, QPalette

OUTLINE_LIGHT: Final = QColor("#ffffff")
OUTLINE_DARK: Final = QColor("#0b4fa8")
"""The two strokes of an outline on a scan: one of them is seen on any paper."""

SELECTED_ON_SCAN: Final = QColor(80, 150, 255, 84)
"""The tint of what is selected, on the scan: blue on white paper, and on black paper, too."""

_LINEAR_BELOW: Final = 0.04045
_LIGHT_WEIGHTS: Final = (0.2126, 0.7152, 0.0722)


@dataclass(frozen=True, slots=True)
class MarkColours:
    """Colours of everything that is marked in a text, fit for one palette.

    Lines and letters reach a contrast of 4.5 : 1 against the ground and against every tint of
    the same set. The hues keep apart for eyes that do not tell red from green; nothing is ever
    told by colour alone.

    Attributes:
        strong, medium, weak: lines under suspicions of that strength.
        confirmed, doubtful, editorial: lines of marks.
        removed, added: letters of a difference.
        current: tint behind the suspicion that is looked at.
        line: tint behind the line of the caret.
        hit: tint behind what a search found.
        marked: tint behind what is marked doubtful.
        reading, change, stamp, form, letter, style: frames of editorial marks, by their group.
    """

    strong: QColor
    medium: QColor
    weak: QColor
    confirmed: QColor
    doubtful: QColor
    editorial: QColor
    removed: QColor
    added: QColor
    current: QColor
    line: QColor
    hit: QColor
    marked: QColor
    reading: QColor
    change: QColor
    stamp: QColor
    form: QColor
    letter: QColor
    style: QColor


_ON_LIGHT: Final = MarkColours(
    strong=QColor("#a83200"),
    medium=QColor("#7d4e00"),
    weak=QColor("#00558f"),
    confirmed=QColor("#005c43"),
    doubtful=QColor("#85306f"),
    editorial=QColor("#4a4a4a"),
    removed=QColor("#a83200"),
    added=QColor("#00558f"),
    current=QColor("#ffe9a8"),
    line=QColor("#f1f4f8"),
    hit=QColor("#cdeaff"),
    marked=QColor("#f3e3f0"),
    reading=QColor("#7a1fa2"),
    change=QColor("#00558f"),
    stamp=QColor("#a0281e"),
    form=QColor("#4a4a4a"),
    letter=QColor("#005c43"),
    style=QColor("#7d4e00"),
)
_ON_DARK: Final = MarkColours(
    strong=QColor("#ff9a70"),
    medium=QColor("#f2c230"),
    weak=QColor("#7cc8ff"),
    confirmed=QColor("#52d9ab"),
    doubtful=QColor("#eca5d6"),
    editorial=QColor("#c4c4c4"),
    removed=QColor("#ff9a70"),
    added=QColor("#7cc8ff"),
    current=QColor("#4f3f00"),
    line=QColor("#2a2f36"),
    hit=QColor("#123f5c"),
    marked=QColor("#47303f"),
    reading=QColor("#dcaaf7"),
    change=QColor("#7cc8ff"),
    stamp=QColor("#ffa392"),
    form=QColor("#c4c4c4"),
    letter=QColor("#52d9ab"),
    style=QColor("#f2c230"),
)


def is_dark(palette: QPalette) -> bool:
    """Tell whether `palette` writes light letters on a dark ground."""
    ground = palette.color(QPalette.ColorRole.Base)
    letters = palette.color(QPalette.ColorRole.Text)
    return _is_dark(ground.rgb(), letters.rgb())


def mark_colours(palette: QPalette) -> MarkColours:
    """Return the colours of marks for texts shown with `palette`."""
    return _ON_DARK if is_dark(palette) else _ON_LIGHT


@lru_cache(maxsize=16)  # asked for with every stretch of a text that is painted
def _is_dark(ground: int, letters: int) -> bool:
    return luminance(QColor(ground)) < luminance(QColor(letters))


def luminance(colour: QColor) -> float:
    """Return the relative luminance of `colour`, 0..1, as WCAG 2.2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = (
        part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return sum(weight * part for weight, part in zip(_LIGHT_WEIGHTS, linear, strict=True))


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast ratio of two colours, 1..21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
