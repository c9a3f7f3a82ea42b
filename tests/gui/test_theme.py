"""Colours of marks are readable and keep apart, on light and on dark grounds."""

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from corrector.gui.palettes import use_colour_scheme
from corrector.gui.theme import MarkColours, contrast, is_dark, mark_colours

TINTS = {"current", "line", "hit", "marked"}
LIGHT = ("#ffffff", "#000000")
DARK = ("#1e1e1e", "#f0f0f0")


def palette(ground: str, letters: str) -> QPalette:
    made = QPalette()
    made.setColor(QPalette.ColorRole.Base, QColor(ground))
    made.setColor(QPalette.ColorRole.Text, QColor(letters))
    return made


def inks(colours: MarkColours) -> list[QColor]:
    return [getattr(colours, field.name) for field in fields(colours) if field.name not in TINTS]


@pytest.mark.parametrize(("ground", "letters"), [LIGHT, DARK, ("#000000", "#ffffff")])
def test_lines_and_letters_are_readable_on_the_ground_and_on_every_tint(
    qtbot: QtBot, ground: str, letters: str
) -> None:
    colours = mark_colours(palette(ground, letters))

    grounds = [QColor(ground), *(getattr(colours, tint) for tint in TINTS)]
    assert min(contrast(ink, below) for ink in inks(colours) for below in grounds) >= 4.5
    assert min(contrast(QColor(letters), below) for below in grounds) >= 7


def test_a_dark_palette_is_told_from_a_light_one(qtbot: QtBot) -> None:
    assert is_dark(palette(*DARK))
    assert not is_dark(palette(*LIGHT))


def test_black_on_white_has_the_largest_contrast() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton, QLineEdit])
def test_what_is_ticked_and_filled_in_is_seen_on_a_dark_ground(
    qtbot: QtBot, kind: type[QWidget]
) -> None:
    use_colour_scheme("dark")
    try:
        fields = QApplication.palette(kind.__name__)
        ground = QApplication.palette().color(QPalette.ColorRole.Window)
        # The style makes outlines of these two, and darkens them so.
        outline = fields.color(QPalette.ColorRole.Window).darker(140)
        focused = fields.color(QPalette.ColorRole.Highlight)
        assert contrast(outline, ground) >= 3
        assert contrast(focused.darker(125), ground) >= 3
        assert contrast(fields.color(QPalette.ColorRole.HighlightedText), focused) >= 4.5
    finally:
        use_colour_scheme("light")
