"""Asks what is to be said of the document on the desk, or of all documents of the collection."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.descriptions.form import DescriptionForm, field_words
from corrector.gui.wording import worded
from corrector.tasks.describing import NAMES, Described
from corrector.tasks.description_doubts import doubts_about

_SIZE: Final = (660, 690)
OWN, DEFAULTS = 0, 1


class DescriptionDialog(QDialog):
    """Enter saves, Escape leaves; the dialog stays until what was said is in the record."""

    save_wanted = Signal(object, object)
    """Two mappings: what is to be changed for the document, and for the collection."""
    table_wanted = Signal()
    """The person wants to import a table."""

    def __init__(
        self, parent: QWidget | None, own: Described, defaults: Described, *, editable: bool
    ) -> None:
        """Prepare the form.

        Args:
            parent: the window that it stands before.
            own: what is said of the document.
            defaults: what is said of the collection.
            editable: whether something can be changed.
        """
        super().__init__(parent)
        self._editable = editable
        self._known = [dict(own.own), dict(defaults.own)]
        self._said = [dict(own.own), dict(defaults.own)]
        self._form, self._doubts = DescriptionForm(), QLabel()
        label = own.document.label if own.document else ""
        self.setWindowTitle(self.tr("Document data of {document}").format(document=label))
        plain = label.replace("&", "&&")
        self._choices = (
            QRadioButton(self.tr("This docu&ment: {document}").format(document=plain)),
            QRadioButton(self.tr("Defaults of the &whole collection")),
        )
        self._shown = OWN
        self._build()
        self._choices[OWN].setChecked(True)
        self._show(OWN)
        self._form.focus_first()

    def take(self, own: Described, defaults: Described) -> None:
        """Hear that the record says something else now; what was typed here is kept."""
        typed = self.changes()
        self._known = [dict(own.own), dict(defaults.own)]
        self._said = [
            {name: value for name, value in {**known, **changed}.items() if value}
            for known, changed in zip(self._known, typed, strict=True)
        ]
        self._show(self._shown)

    def changes(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Return what differs from the record, of document and collection; empty takes back."""
        self._said[self._shown] = self._form.values()
        own, defaults = (
            {name: said.get(name, "") for name in NAMES if said.get(name) != known.get(name)}
            for said, known in zip(self._said, self._known, strict=True)
        )
        return own, defaults

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._save()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        for place, choice in enumerate(self._choices):
            choice.toggled.connect(lambda on, place=place: self._show(place) if on else None)
            column.addWidget(choice)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(self._form)
        column.addWidget(area, 1)
        self._doubts.setWordWrap(True)
        self._doubts.setTextFormat(Qt.TextFormat.PlainText)
        self._doubts.setAccessibleName(self.tr("What may be wrong"))
        column.addWidget(self._doubts)
        if not self._editable:
            column.addWidget(QLabel(self.tr("This collection is open for reading only.")))
        column.addWidget(self._buttons())
        self._form.changed.connect(self._judge)
        self._form.set_editable(self._editable)
        self.resize(*_SIZE)

    def _buttons(self) -> QDialogButtonBox:
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()
        if not self._editable:
            buttons.addButton(QDialogButtonBox.StandardButton.Close)
        else:
            save: QPushButton = buttons.addButton(self.tr("Save"), role.AcceptRole)
            save.setToolTip(self.tr("Ctrl+Enter"))
            table: QPushButton = buttons.addButton(self.tr("Import a ta&ble …"), role.ActionRole)
            table.setAutoDefault(False)
            table.clicked.connect(self.table_wanted)
            buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
            save.setDefault(True)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        return buttons

    def _show(self, place: int) -> None:
        """Show document or collection; what was typed for the other one is kept."""
        if place != self._shown:
            self._said[self._shown] = self._form.values()
            self._shown = place
        defaults = self._said[DEFAULTS] if place == OWN else {}
        self._form.show_values(self._said[place], defaults)

    def _judge(self) -> None:
        doubts = doubts_about(self._form.values())
        lines = (f"⚠ {field_words(name)}: {worded(one)}" for name, one in doubts.items())
        self._doubts.setText("\n".join(lines))
        self._doubts.setVisible(bool(doubts))

    def _save(self) -> None:
        if self._editable:
            self.save_wanted.emit(*self.changes())
