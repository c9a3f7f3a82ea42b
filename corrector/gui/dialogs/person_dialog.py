"""Asks who is working; the answer stands beside every version and correction."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from corrector.record.entries import Person

_WIDTH = 420


class PersonDialog(QDialog):
    """A name and, where wished, an identifier."""

    def __init__(self, parent: QWidget | None = None, *, known: Person | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who is working?"))
        self._name = QLineEdit(known.name if known else "")
        self._identifier = QLineEdit(known.identifier if known else "")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._build()
        self._show_whether_complete()

    def person(self) -> Person:
        """Return who was named."""
        return Person(self._name.text().strip(), self._identifier.text().strip())

    def _build(self) -> None:
        said = QLabel(
            self.tr(
                "Your name is kept with every correction, so that others can see who made it. "
                "It stays in the record of the collection and is sent nowhere."
            )
        )
        said.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self._name)
        form.addRow(self.tr("&Identifier"), self._identifier)
        self._identifier.setPlaceholderText(self.tr("Where you have one, such as an ORCID"))
        self._name.textChanged.connect(self._show_whether_complete)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addLayout(form)
        column.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)
        self._name.setFocus()

    def _show_whether_complete(self) -> None:
        okay = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        okay.setEnabled(bool(self._name.text().strip()))
