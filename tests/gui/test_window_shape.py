"""The panes share the width of the window so that one can work in each, now and next time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from corrector.gui.panels.elided_label import ElidedLabel
from corrector.gui.panels.panel_tabs import PanelTabs
from corrector.gui.panels.yielding_button import YieldingButton
from corrector.gui.status_line import StatusLine
from corrector.gui.window_shape import WindowShape, side_by_side
from corrector.paths import settings_folder

LEAST = (150, 160, 0, 0)


class Window(QMainWindow):
    """A window of four empty panes."""

    def __init__(self) -> None:
        super().__init__()
        self.panes = [QWidget() for _ in range(4)]
        self.splitter: QSplitter = side_by_side(*self.panes)
        self.setCentralWidget(self.splitter)
        self.shape = WindowShape(self, self.splitter)
        self.shape.restore()


@pytest.fixture
def opened(qtbot: QtBot) -> Callable[[], Window]:
    def show() -> Window:
        window = Window()
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    return show


def wide_enough(window: Window) -> bool:
    return all(width >= least for width, least in zip(window.splitter.sizes(), LEAST, strict=True))


def test_in_a_narrow_window_list_and_scan_keep_a_width_one_can_work_in(
    opened: Callable[[], Window], qtbot: QtBot
) -> None:
    window = opened()
    window.resize(400, 500)
    qtbot.waitUntil(lambda: window.width() < 500)
    assert wide_enough(window)
    window.splitter.setSizes([0, 0, 300, 300])
    assert wide_enough(window)


def test_what_a_wider_window_gives_goes_to_scan_and_text(
    opened: Callable[[], Window], qtbot: QtBot
) -> None:
    window = opened()
    window.resize(1000, 600)
    qtbot.waitUntil(lambda: window.splitter.width() == 1000)
    before = window.splitter.sizes()
    window.resize(1400, 600)
    qtbot.waitUntil(lambda: window.splitter.width() == 1400)
    gained = [now - then for now, then in zip(window.splitter.sizes(), before, strict=True)]
    assert gained[0] == gained[3] == 0
    assert gained[1] > 0 < gained[2]


def test_widths_come_back_at_the_next_start(opened: Callable[[], Window], qtbot: QtBot) -> None:
    window = opened()
    window.resize(780, 500)
    qtbot.waitUntil(lambda: window.splitter.width() == 780)
    window.splitter.setSizes([170, 260, 190, 120])
    kept = window.splitter.sizes()
    window.shape.keep()
    again = opened()
    assert again.width() == 780
    assert again.splitter.sizes() == kept


def test_widths_of_a_large_screen_are_cut_down_to_a_small_one(
    opened: Callable[[], Window], qtbot: QtBot
) -> None:
    window = opened()
    window.resize(2500, 1300)
    qtbot.waitUntil(lambda: window.splitter.width() == 2500)
    window.splitter.setSizes([1900, 20, 200, 400])
    window.shape.keep()
    again = opened()
    screen = again.screen().availableGeometry().width()
    assert again.width() <= max(screen, sum(LEAST) + 50)
    assert wide_enough(again)
    assert sum(again.splitter.sizes()) <= again.width()


def test_a_pane_that_was_hidden_has_a_width_when_it_is_shown_again(
    opened: Callable[[], Window],
) -> None:
    window = opened()
    window.panes[1].hide()
    window.shape.keep()
    again = opened()
    again.panes[1].hide()
    again.panes[1].show()
    assert wide_enough(again)


@pytest.mark.parametrize("kept", [QByteArray(b"no state at all"), "a word", 7])
def test_what_is_no_shape_is_passed_over(
    opened: Callable[[], Window], home: Path, kept: object
) -> None:
    stored = QSettings(str(settings_folder() / "window.ini"), QSettings.Format.IniFormat)
    for name in ("window/geometry", "window/splitter"):
        stored.setValue(name, kept)
    stored.sync()
    window = opened()
    assert window.width() > 700
    assert wide_enough(window)


def test_long_words_do_not_keep_the_window_from_getting_narrow(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()
    before = line.minimumSizeHint().width()
    for label in line.findChildren(ElidedLabel):
        label.setText("a very long label of a page, " * 20)
    line.layout().activate()
    assert len(line.findChildren(ElidedLabel)) == 3
    assert line.minimumSizeHint().width() <= before + 40


def test_a_button_gives_up_its_key_where_there_is_no_room_but_not_its_name(qtbot: QtBot) -> None:
    button = YieldingButton("Confirm", "Enter")
    qtbot.addWidget(button)
    button.show()
    button.resize(button.sizeHint())
    assert button.text() == "Confirm (Enter)"
    usual = button.sizeHint()
    button.resize(button.minimumSizeHint())
    assert button.text() == "Confirm"
    assert button.accessibleName() == "Confirm (Enter)"
    assert button.width() < usual.width()
    assert button.sizeHint() == usual


def test_all_tabs_stay_in_sight_with_their_whole_names(qtbot: QtBot) -> None:
    tabs = PanelTabs()
    qtbot.addWidget(tabs)
    for name in ("S&uspicions", "&History", "N&otes", "Ma&rks"):
        tabs.addTab(QWidget(), name)
    tabs.show()
    tabs.resize(tabs.minimumSizeHint())
    bar = tabs.tabBar()
    assert bar.tabRect(3).right() <= bar.width()
    for index in range(4):
        name = bar.fontMetrics().horizontalAdvance(bar.tabText(index).replace("&", ""))
        assert bar.tabRect(index).width() >= name
