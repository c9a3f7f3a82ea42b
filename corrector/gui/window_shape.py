"""The shape of the window: how its panes share its width, and what is kept until next time."""

from typing import Final

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from corrector.paths import settings_folder

_USUAL_SIZE: Final = (1280, 800)
_USUAL_WIDTHS: Final = (205, 370, 415, 278)
"""In pixels, of page list, scan, text and panels in a window of the usual size."""
_LEAST_WIDTHS: Final = (150, 160, 0, 0)
"""In pixels. In a narrower list the number of a page runs into its count of suspicions, and on a
narrower scan no line can be told from the next. Text and panels say themselves what their buttons
need; with that, all four have room in 868 pixels."""
_GROWING: Final = frozenset({1, 2})
"""Scan and text share what a wider window has to give."""


def side_by_side(page_list: QWidget, scan: QWidget, text: QWidget, panels: QWidget) -> QSplitter:
    """Return the panes with borders to drag; none gets narrower than one can work in it."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    panes = (page_list, scan, text, panels)
    for index, (pane, least) in enumerate(zip(panes, _LEAST_WIDTHS, strict=True)):
        pane.setMinimumWidth(least)
        splitter.addWidget(pane)
        splitter.setStretchFactor(index, int(index in _GROWING))
    splitter.setSizes(list(_USUAL_WIDTHS))
    return splitter


class WindowShape:
    """Place and size of a window and the widths of its panes, kept from one start to the next."""

    def __init__(self, window: QWidget, splitter: QSplitter) -> None:
        self._window, self._splitter = window, splitter
        self._is_kept = True

    def restore(self) -> None:
        """Give the window the shape that it had last, as far as the screen has room for it."""
        self._window.resize(*_USUAL_SIZE)
        stored = _stored()
        geometry, widths = stored.value("window/geometry"), stored.value("window/splitter")
        if isinstance(geometry, QByteArray):
            self._window.restoreGeometry(geometry)
        if isinstance(widths, QByteArray):
            self._splitter.restoreState(widths)

    def use_usual(self) -> None:
        """Take the usual shape for once; what is kept for the next start stays as it is."""
        self._is_kept = False
        self._window.setWindowState(Qt.WindowState.WindowNoState)
        self._window.resize(*_USUAL_SIZE)
        self._splitter.setSizes(list(_USUAL_WIDTHS))

    def keep(self) -> None:
        """Remember the shape that the window has now."""
        if not self._is_kept:
            return
        stored = _stored()
        stored.setValue("window/geometry", self._window.saveGeometry())
        stored.setValue("window/splitter", self._splitter.saveState())


def _stored() -> QSettings:
    """Only geometry is kept here: Qt's settings forget the types of anything else."""
    return QSettings(str(settings_folder() / "window.ini"), QSettings.Format.IniFormat)
