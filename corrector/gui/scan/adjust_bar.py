"""The controls below the scan: brightness, contrast, inverted, and by how much it is turned."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QWidget,
)

from corrector.gui.scan.sheet_view import STEEPEST
from corrector.gui.scan.tones import MOST, Tones

FINE_TURN = 0.2
"""Degrees of one step: what is seen at the end of a line on a screen."""


class AdjustBar(QWidget):
    """Tells what is wanted; what the scan looks like is told to it."""

    tones_wanted = Signal(object)
    """Tones: how scans are to be shown."""
    angle_wanted = Signal(float)
    """Degrees to the right by which this scan is to be turned."""
    straight_wanted = Signal()
    """The angle is to be found."""
    reset_wanted = Signal()
    """The scan is to be shown as it is."""
    left = Signal()
    """The person wants the bar away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brightness, self._contrast = _slider(), _slider()
        self._inverted = QCheckBox(self.tr("&Invert"))
        self._angle = QDoubleSpinBox()
        self._angle.setRange(-STEEPEST, STEEPEST)
        self._angle.setSingleStep(FINE_TURN)
        self._angle.setDecimals(1)
        self._angle.setSuffix("°")
        self._straight = QPushButton(self.tr("&Detect"))
        self._straight.setAccessibleName(self.tr("Detect the angle"))
        self._straight.setToolTip(self.tr("Turn the scan so that its lines are level"))
        self._reset = QPushButton(self.tr("&Reset"))
        self._close = QPushButton(self.tr("Close (Esc)"))
        self._lay_out()
        for slider in (self._brightness, self._contrast):
            slider.valueChanged.connect(self._tell_tones)
        self._inverted.toggled.connect(self._tell_tones)
        self._angle.valueChanged.connect(self.angle_wanted)
        self._straight.clicked.connect(self.straight_wanted)
        self._reset.clicked.connect(self.reset_wanted)
        self._close.clicked.connect(self.left)
        self.setAccessibleName(self.tr("How the scan is shown"))
        self.setFocusProxy(self._brightness)

    def show_tones(self, tones: Tones) -> None:
        """Show how scans are shown now."""
        for control in (self._brightness, self._contrast, self._inverted):
            control.blockSignals(True)
        self._brightness.setValue(tones.brightness)
        self._contrast.setValue(tones.contrast)
        self._inverted.setChecked(tones.inverted)
        for control in (self._brightness, self._contrast, self._inverted):
            control.blockSignals(False)
        self._show_values()

    def show_angle(self, angle: float) -> None:
        """Show by how much this scan is turned now."""
        with QSignalBlocker(self._angle):
            self._angle.setValue(angle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _tell_tones(self) -> None:
        self._show_values()
        self.tones_wanted.emit(
            Tones(self._brightness.value(), self._contrast.value(), self._inverted.isChecked())
        )

    def _show_values(self) -> None:
        for value, slider in self._values:
            value.setText(f"{slider.value():+d}" if slider.value() else "0")

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 4, 4, 4)
        grid.setVerticalSpacing(4)
        self._values: list[tuple[QLabel, QSlider]] = []
        for row, (words, slider) in enumerate(
            ((self.tr("Bri&ghtness"), self._brightness), (self.tr("Con&trast"), self._contrast))
        ):
            value = QLabel("0")
            value.setMinimumWidth(value.fontMetrics().horizontalAdvance("+100"))
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._values.append((value, slider))
            for column, widget in enumerate((_label(words, slider), slider, value)):
                grid.addWidget(widget, row, column)
        angle = QHBoxLayout()
        for widget in (self._angle, self._straight, self._inverted):
            angle.addWidget(widget)
        angle.addStretch(1)
        grid.addWidget(_label(self.tr("Ang&le"), self._angle), 2, 0)
        grid.addLayout(angle, 2, 1, 1, 2)
        ends = QHBoxLayout()
        ends.addStretch(1)
        ends.addWidget(self._reset)
        ends.addWidget(self._close)
        grid.addLayout(ends, 3, 0, 1, 3)


def _slider() -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(-MOST, MOST)
    slider.setSingleStep(5)
    slider.setPageStep(25)
    return slider


def _label(words: str, control: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(control)
    control.setAccessibleName(words.replace("&", ""))
    return label
