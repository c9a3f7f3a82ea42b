"""The fields of a document as a form, made from the table of fields."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from corrector.tasks.describing import FIELDS, DescriptionField

Entry = QLineEdit | QPlainTextEdit
_LONG_LINES: Final = 3


class DescriptionForm(QWidget):
    """A row for each field; what the collection says stands pale where nothing else is said."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[str, Entry] = {field.name: _entry(field) for field in FIELDS}
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setVerticalSpacing(4)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in FIELDS:
            entry = self._entries[field.name]
            entry.setAccessibleName(field_words(field.name))
            entry.textChanged.connect(lambda *_: self.changed.emit())
            rows.addRow(QCoreApplication.translate("Descriptions", field.label), entry)

    def values(self) -> dict[str, str]:
        """Return what stands in the fields; what is empty is left out."""
        said = {name: _text(entry).strip() for name, entry in self._entries.items()}
        return {name: value for name, value in said.items() if value}

    def show_values(self, values: Mapping[str, str], defaults: Mapping[str, str]) -> None:
        """Show `values`, and `defaults` where there is none."""
        self.blockSignals(True)
        for name, entry in self._entries.items():
            entry.setPlaceholderText(defaults.get(name, ""))
            if isinstance(entry, QPlainTextEdit):
                entry.setPlainText(values.get(name, ""))
            else:
                entry.setText(values.get(name, ""))
        self.blockSignals(False)
        self.changed.emit()

    def set_editable(self, editable: bool) -> None:
        """Let the fields be changed, or only be read."""
        # The longer entry is outlined like the others; the stub of the call wants no text.
        palette = QApplication.palette("QLineEdit")  # type: ignore[call-overload]
        if not editable:
            ground = QApplication.palette().color(QPalette.ColorRole.Window)
            palette.setColor(QPalette.ColorRole.Base, ground)
        for entry in self._entries.values():
            entry.setReadOnly(not editable)
            entry.setPalette(palette)

    def focus_first(self) -> None:
        """Put the caret into the first field."""
        self._entries[FIELDS[0].name].setFocus()


def field_words(name: str) -> str:
    """Return what a person reads for the field called `name`, without mnemonic."""
    label = next(field.label for field in FIELDS if field.name == name)
    return QCoreApplication.translate("Descriptions", label).replace("&", "")


def _entry(field: DescriptionField) -> Entry:
    if not field.long:
        return QLineEdit()
    entry = QPlainTextEdit()
    entry.setTabChangesFocus(True)
    entry.setFixedHeight(_LONG_LINES * entry.fontMetrics().lineSpacing() + 14)
    return entry


def _text(entry: Entry) -> str:
    return entry.toPlainText() if isinstance(entry, QPlainTextEdit) else entry.text()
