"""One field of the form of a mark: a widget for each way in which a value is entered."""

import re
from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from corrector.gui.text.mark_words import value_word
from corrector.scans.geometry import Box
from corrector.text.phenomenon import Entry, Field

_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
"""ISO 8601: a year, a month or a day."""
_ZONE: Final = re.compile(r"[0-9]+( [0-9]+){3}")
_MOST: Final = 9999
YES: Final = "yes"
"""The value of a switch that is on."""


class EntryWidget(Protocol):
    """What the form needs of the widget of a field."""

    def entered(self) -> str:
        """Return what was entered; empty for nothing."""
        ...

    def show_value(self, value: str) -> None:
        """Show `value`."""
        ...

    def is_complete(self) -> bool:
        """Tell whether what was entered can be kept."""
        ...


class Words(QLineEdit):
    """Free words."""

    def entered(self) -> str:
        """Return the words."""
        return self.text().strip()

    def show_value(self, value: str) -> None:
        """Show words."""
        self.setText(value)

    def is_complete(self) -> bool:
        """Any words will do."""
        return True


class Date(Words):
    """A date as ISO 8601 writes it, whole or only its beginning."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(self.tr("1939-05-19, 1939-05 or 1939"))

    def is_complete(self) -> bool:
        """Nothing, or a date."""
        return not self.entered() or _DATE.fullmatch(self.entered()) is not None


class Number(QSpinBox):
    """A whole number, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, _MOST)
        self.setSpecialValueText(self.tr("not said"))

    def entered(self) -> str:
        """Return the number; empty for none."""
        return str(self.value() or "")

    def show_value(self, value: str) -> None:
        """Show a number."""
        self.setValue(int(value) if value.isdecimal() else 0)

    def is_complete(self) -> bool:
        """Whatever the box lets in."""
        return True


class Choice(QComboBox):
    """One of a few values; arrow keys and first letters choose."""

    def __init__(self, choices: tuple[str, ...]) -> None:
        super().__init__()
        for choice in choices:
            self.addItem(value_word(choice) if choice else self.tr("not said"), choice)

    def entered(self) -> str:
        """Return what is chosen."""
        return str(self.currentData() or "")

    def show_value(self, value: str) -> None:
        """Choose a value; one that an older table had is kept."""
        if self.findData(value) < 0:
            self.addItem(value_word(value), value)
        self.setCurrentIndex(self.findData(value))

    def is_complete(self) -> bool:
        """Something is always chosen."""
        return True


class Switch(QCheckBox):
    """Yes or no."""

    def entered(self) -> str:
        """Return yes, or nothing."""
        return YES if self.isChecked() else ""

    def show_value(self, value: str) -> None:
        """Show yes or no."""
        self.setChecked(bool(value))

    def is_complete(self) -> bool:
        """Both will do."""
        return True


class Zone(QWidget):
    """A rectangle of the scan: chosen there, or none."""

    wanted = Signal()
    """The person wants to choose it on the scan."""

    def __init__(self) -> None:
        super().__init__()
        self._value = ""
        self._said = QLabel()
        self._choose = QPushButton(self.tr("Choose on the s&can …"))
        self._clear = QPushButton(self.tr("N&one"))
        self._choose.clicked.connect(self.wanted)
        self._clear.clicked.connect(lambda: self.show_value(""))
        for button in (self._choose, self._clear):
            button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self._said, self._choose, self._clear):
            row.addWidget(part)
        self.setFocusProxy(self._choose)
        self.show_value("")

    def entered(self) -> str:
        """Return x, y, width and height in pixels of the stored scan."""
        return self._value

    def show_value(self, value: str) -> None:
        """Show a zone; what is none counts as nothing."""
        box = box_in(value)
        self._value = zone_of(box) if box else ""
        size = f"{box.width} × {box.height}" if box else self.tr("none")
        self._said.setText(size)
        self._clear.setEnabled(box is not None)

    def is_complete(self) -> bool:
        """A zone is never half."""
        return True


def box_in(zone: str) -> Box | None:
    """Return the box that the value of a zone says, or None where it says none."""
    return Box(*map(int, zone.split())) if _ZONE.fullmatch(zone) else None


def zone_of(box: Box) -> str:
    """Return the value of a zone for `box`."""
    return f"{max(0, box.x)} {max(0, box.y)} {box.width} {box.height}"


def entry_of(field: Field) -> QWidget:
    """Return the widget for `field`; it follows `EntryWidget`."""
    if field.entry is Entry.CHOICE:
        return Choice(field.choices)
    return _WIDGETS[field.entry]()


_WIDGETS: Final[dict[Entry, Callable[[], QWidget]]] = {
    Entry.WORDS: Words,
    Entry.DATE: Date,
    Entry.NUMBER: Number,
    Entry.SWITCH: Switch,
    Entry.ZONE: Zone,
}
