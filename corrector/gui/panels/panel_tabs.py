"""The panels beside the text, one behind the other: the names of all stay in sight."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QTabWidget, QWidget

_BESIDE_NAMES: Final = 12
"""Pixels beside the name on a tab, both sides together; half of what Fusion leaves."""


class PanelTabs(QTabWidget):
    """In a narrow window no name is shortened or scrolled away: the tabs are small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        small = _SmallTabs("fusion")
        small.setParent(self)
        self.tabBar().setStyle(small)
        self.setAccessibleName(self.tr("Panels"))
        self.tabBar().setAccessibleName(self.tr("Panels"))
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)


class _SmallTabs(QProxyStyle):
    """Fusion, which every widget has, with less room beside the names on tabs."""

    def pixelMetric(  # noqa: N802 - Qt's name
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric == QStyle.PixelMetric.PM_TabBarTabHSpace:
            return _BESIDE_NAMES
        return super().pixelMetric(metric, option, widget)
