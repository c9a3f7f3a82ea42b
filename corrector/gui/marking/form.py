"""The little form of a mark beside the caret: Enter sets the mark, Escape leaves."""

from collections.abc import Mapping
from typing import Final, cast

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.marking.entries import EntryWidget, Switch, Zone, entry_of
from corrector.gui.text.mark_words import field_label, kind_word
from corrector.text.phenomenon import Phenomenon

NOTE: Final = "note"
_WIDTH: Final = 330
_GAP: Final = 6
"""Pixels between the line of the text and the form."""


class MarkForm(QDialog):
    """Asks what is to be said of one mark; the text stays in sight and in reach."""

    zone_wanted = Signal(str)
    """The person wants to choose the zone of this field on the scan; the form waits hidden."""

    def __init__(
        self, parent: QWidget, phenomenon: Phenomenon, about: str, values: Mapping[str, str]
    ) -> None:
        """Ask for the fields of `phenomenon`.

        Args:
            parent: the window.
            phenomenon: what is said.
            about: the words it is said of, for the person.
            values: what the fields show first; `NOTE` is the note.
        """
        super().__init__(parent)
        self.phenomenon = phenomenon
        self.setWindowTitle(kind_word(phenomenon.name))
        self.setModal(False)
        self._entries: dict[str, QWidget] = {one.name: entry_of(one) for one in phenomenon.fields}
        self._note = QLineEdit()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self._finish)
        self._buttons.rejected.connect(self.reject)
        self._build(about)
        for name, entry in self._entries.items():
            cast("EntryWidget", entry).show_value(values.get(name, _first_of(phenomenon, name)))
        self._note.setText(values.get(NOTE, ""))
        (next(iter(self._entries.values()), self._note)).setFocus()

    def values(self) -> Mapping[str, str]:
        """Return what was entered, the note under `NOTE`; what is empty is left out."""
        said = {name: cast("EntryWidget", one).entered() for name, one in self._entries.items()}
        said[NOTE] = self._note.text().strip()
        return {name: value for name, value in said.items() if value}

    def set_zone(self, field: str, zone: str) -> None:
        """Take over what was chosen on the scan and come back."""
        cast("EntryWidget", self._entries[field]).show_value(zone)
        self.come_back()

    def come_back(self) -> None:
        """Show the form again after the scan had the focus."""
        self.show()
        self.activateWindow()
        self.raise_()

    def show_at(self, line: QRect) -> None:
        """Show the form below `line`, or above it where there is no room.

        Args:
            line: of the text, in pixels of the screen.
        """
        self.adjustSize()
        room = self.screen().availableGeometry()
        at = QPoint(line.left(), line.bottom() + _GAP)
        if at.y() + self.height() > room.bottom():
            at.setY(max(room.top(), line.top() - _GAP - self.height()))
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        self.move(at)
        self.show()
        self.activateWindow()

    def _build(self, about: str) -> None:
        column = QVBoxLayout(self)
        subject = QLabel(about)
        subject.setWordWrap(True)
        subject.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(subject)
        rows = QFormLayout()
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in self.phenomenon.fields:
            self._add(rows, field_label(field), self._entries[field.name])
            entry = self._entries[field.name]
            if isinstance(entry, Zone):
                name = field.name
                entry.wanted.connect(lambda name=name: self._want_zone(name))
        self._add(rows, self.tr("&Note"), self._note)
        column.addLayout(rows)
        column.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)

    def _add(self, rows: QFormLayout, label: str, entry: QWidget) -> None:
        entry.setAccessibleName(label.replace("&", ""))
        if isinstance(entry, Switch):
            entry.setText(label)
            rows.addRow("", entry)
        else:
            rows.addRow(label, entry)

    def _want_zone(self, field: str) -> None:
        self.hide()
        self.zone_wanted.emit(field)

    def _finish(self) -> None:
        for entry in self._entries.values():
            if not cast("EntryWidget", entry).is_complete():
                entry.setFocus()
                if isinstance(entry, QLineEdit):
                    entry.selectAll()
                return
        if self.phenomenon.name == NOTE and not self._note.text().strip():
            self._note.setFocus()
            return
        self.accept()


def _first_of(phenomenon: Phenomenon, name: str) -> str:
    """Return the choice that is offered where nothing was said before."""
    field = next(one for one in phenomenon.fields if one.name == name)
    return next(iter(field.choices), "")
