"""The bar below the scan tells what is wanted, shows what is, and goes away with the scan."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDoubleSpinBox, QSlider, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from corrector.gui.scan.adjust_bar import AdjustBar
from corrector.gui.scan.scan_column import ScanColumn
from corrector.gui.scan.tones import Tones


@pytest.fixture
def bar(qtbot: QtBot) -> AdjustBar:
    bar = AdjustBar()
    qtbot.addWidget(bar)
    bar.show()
    return bar


def slider(bar: AdjustBar, name: str) -> QSlider:
    return next(one for one in bar.findChildren(QSlider) if one.accessibleName() == name)


def test_moving_a_slider_by_key_tells_the_tones(bar: AdjustBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.tones_wanted) as wanted:
        qtbot.keyClick(slider(bar, "Contrast"), Qt.Key.Key_Right)
    assert wanted.args == [Tones(contrast=5)]
    with qtbot.waitSignal(bar.tones_wanted) as wanted:
        qtbot.keyClick(slider(bar, "Brightness"), Qt.Key.Key_PageDown)
    assert wanted.args == [Tones(brightness=-25, contrast=5)]


def test_what_is_shown_to_it_is_not_told_back(bar: AdjustBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.tones_wanted), qtbot.assertNotEmitted(bar.angle_wanted):
        bar.show_tones(Tones(30, -20, inverted=True))
        bar.show_angle(-3.4)
    assert slider(bar, "Brightness").value() == 30
    spin = bar.findChild(QDoubleSpinBox)
    assert spin.value() == -3.4
    with qtbot.waitSignal(bar.tones_wanted) as wanted:
        qtbot.keyClick(slider(bar, "Contrast"), Qt.Key.Key_Left)
    assert wanted.args == [Tones(30, -25, inverted=True)]


def test_every_control_has_a_name_and_takes_the_focus(bar: AdjustBar) -> None:
    controls = [*bar.findChildren(QAbstractButton), *bar.findChildren(QSlider)]
    assert len(controls) == 6
    for one in [*controls, bar.findChild(QDoubleSpinBox)]:
        name = one.accessibleName() or (one.text() if isinstance(one, QAbstractButton) else "")
        assert name
        assert one.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_escape_wants_the_bar_away(bar: AdjustBar, qtbot: QtBot) -> None:
    for control in (slider(bar, "Contrast"), bar.findChild(QDoubleSpinBox)):
        with qtbot.waitSignal(bar.left):
            qtbot.keyClick(control, Qt.Key.Key_Escape)


def test_the_column_takes_the_place_of_the_scan_and_goes_with_it(qtbot: QtBot) -> None:
    splitter, scan, bar = QSplitter(), QWidget(), QWidget()
    qtbot.addWidget(splitter)
    for pane in (QWidget(), scan, QWidget()):
        splitter.addWidget(pane)
    column = ScanColumn(splitter, scan, bar)
    bar.hide()
    splitter.show()
    assert splitter.indexOf(column) == 1
    assert scan.isVisible()
    scan.hide()
    assert not column.isVisible()
    scan.show()
    assert column.isVisible()
    assert scan.isVisible()
