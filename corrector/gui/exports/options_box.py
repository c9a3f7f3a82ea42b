"""The options of a format as controls, made from the table of options."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from corrector.gui.exports.words import format_words, value_words, with_mnemonic
from corrector.tasks.export_formats import YES, Kind, Option

Control = QCheckBox | QComboBox | QLineEdit
ChooseFile = Callable[[QWidget, str], str]


def file_by_window(parent: QWidget, start: str) -> str:
    """Ask for a schema; empty when cancelled."""
    return QFileDialog.getOpenFileName(parent, "", start, "RELAX NG (*.rng);;* (*)")[0]


class OptionsBox(QGroupBox):
    """A row for each option; hidden where there are none."""

    changed = Signal()

    def __init__(self, taken: Sequence[str], choose_file: ChooseFile = file_by_window) -> None:
        """Prepare an empty box.

        Args:
            taken: letters that other controls of the dialog are reached by.
            choose_file: asks for a file, given the one to start from.
        """
        super().__init__()
        self.setTitle(self.tr("Options"))
        self._taken: Final = frozenset(taken)
        self._choose_file = choose_file
        self._controls: dict[str, Control] = {}
        self._options: tuple[Option, ...] = ()
        self._form = QFormLayout(self)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def show_options(self, options: Sequence[Option], wishes: Mapping[str, str]) -> None:
        """Show `options` as they are wished; what was shown before goes."""
        self._controls, self._options = {}, tuple(options)
        while self._form.rowCount():
            self._form.removeRow(0)
        taken = set(self._taken)
        for option in options:
            label = with_mnemonic(format_words(option.label), taken)
            self._controls[option.name] = self._add(option, label, wishes.get(option.name, ""))
        self.setVisible(bool(options))

    def limit(self, profile: str) -> None:
        """Leave only those options to be chosen that mean something in `profile`."""
        for option in self._options:
            control = self._controls[option.name]
            control.setEnabled(not option.profiles or profile in option.profiles)

    def wishes(self) -> dict[str, str]:
        """Return what is wished; what is meant without a wish is left out."""
        said = {name: _value(control) for name, control in self._controls.items()}
        return {name: value for name, value in said.items() if value}

    def _add(self, option: Option, label: str, wish: str) -> Control:
        control: Control
        if option.kind is Kind.SWITCH:
            control = QCheckBox(label)
            control.setChecked(wish == YES)
            control.toggled.connect(self._tell)
            self._form.addRow(control)
        elif option.kind is Kind.CHOICE:
            control = _choice(option, wish)
            control.currentIndexChanged.connect(self._tell)
            self._form.addRow(label, control)
        else:
            control = QLineEdit(wish)
            control.setPlaceholderText(self.tr("not checked"))
            control.textChanged.connect(self._tell)
            self._form.addRow(self._with_button(label, control))
        control.setAccessibleName(format_words(option.label))
        return control

    def _with_button(self, label: str, field: QLineEdit) -> QWidget:
        said, button, whole = QLabel(label), QPushButton("…"), QWidget()
        said.setBuddy(field)
        name = self.tr("Choose a file: {option}").format(option=label.replace("&", ""))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setAutoDefault(False)
        button.setFixedWidth(button.sizeHint().height() + 8)
        button.clicked.connect(lambda: self._browse(field))
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(said)
        row.addWidget(field, 1)
        row.addWidget(button)
        return whole

    def _browse(self, field: QLineEdit) -> None:
        chosen = self._choose_file(self, field.text())
        if chosen:
            field.setText(chosen)

    def _tell(self, *_: object) -> None:
        self.changed.emit()


def _choice(option: Option, wish: str) -> QComboBox:
    """Return a choice of which the first value is no wish."""
    control = QComboBox()
    for place, value in enumerate(option.choices):
        control.addItem(value_words(value), value if place else "")
    control.setCurrentIndex(max(0, control.findData(wish)))
    return control


def _value(control: Control) -> str:
    if isinstance(control, QCheckBox):
        return YES if control.isChecked() else ""
    if isinstance(control, QComboBox):
        return str(control.currentData() or "")
    return control.text().strip()
