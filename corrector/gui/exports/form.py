"""What is exported and how: format, profile, options, how much, and what goes into one file."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QRadioButton, QVBoxLayout, QWidget

from corrector.gui.exports.options_box import ChooseFile, OptionsBox
from corrector.gui.exports.words import format_words, unit_words
from corrector.tasks.export_choice import ExportChoice, FormatChoice, Scope
from corrector.tasks.export_formats import Offer, Unit

_TAKEN: Final = "froupdctbxvi"
"""Letters by which everything but the options is reached."""


class ExportForm(QWidget):
    """The left side of the dialog."""

    changed = Signal()

    def __init__(
        self,
        offers: Sequence[Offer],
        scopes: Mapping[Scope, str],
        choice: ExportChoice,
        choose_file: ChooseFile,
    ) -> None:
        """Show what is offered.

        Args:
            offers: formats, the usual one first; at least one.
            scopes: what each scope means here; those left out cannot be chosen.
            choice: what was chosen the last time.
            choose_file: asks for a file of an option.
        """
        super().__init__()
        self._offers, self._formats = tuple(offers), dict(choice.formats)
        self._format, self._profile, self._unit = QComboBox(), QComboBox(), QComboBox()
        self._scopes = {scope: QRadioButton() for scope in Scope}
        self._options = OptionsBox(_TAKEN, choose_file)
        self._shown = ""
        self._build()
        self._name_scopes(scopes, choice.scope)
        known = [offer.name for offer in self._offers]
        self._format.setCurrentIndex(known.index(choice.format) if choice.format in known else 0)
        self._show_format()
        self._connect()

    def offer(self) -> Offer:
        """Return the format that is chosen."""
        return self._offers[self._format.currentIndex()]

    def scope(self) -> Scope:
        """Return how much is chosen."""
        return next(scope for scope, button in self._scopes.items() if button.isChecked())

    def of_format(self) -> FormatChoice:
        """Return how the chosen format is to be written."""
        alone = self.scope() is Scope.PAGE
        unit = Unit.PAGE.value if alone else str(self._unit.currentData() or "")
        return FormatChoice(str(self._profile.currentData() or ""), unit, self._options.wishes())

    def formats(self) -> Mapping[str, FormatChoice]:
        """Return how each format is to be written the next time."""
        self._keep()
        return self._formats

    def _build(self) -> None:
        for offer in self._offers:
            self._format.addItem(format_words(offer.title), offer.name)
        how_much = QVBoxLayout()
        for button in self._scopes.values():
            how_much.addWidget(button)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Format"), self._format)
        form.addRow(self.tr("P&rofile"), self._profile)
        form.addRow(self.tr("How much"), how_much)
        form.addRow(self.tr("&One file for"), self._unit)
        form.addRow(self._options)

    def _connect(self) -> None:
        self._format.currentIndexChanged.connect(self._change_format)
        self._profile.currentIndexChanged.connect(self._change_profile)
        self._unit.currentIndexChanged.connect(self._tell)
        self._options.changed.connect(self.changed)
        for button in self._scopes.values():
            button.toggled.connect(self._change_scope)

    def _name_scopes(self, offered: Mapping[Scope, str], chosen: Scope | None) -> None:
        texts = {
            Scope.PAGE: self.tr("This &page: {name}"),
            Scope.DOCUMENT: self.tr("This &document: {name}"),
            Scope.COLLECTION: self.tr("The whole &collection: {name}"),
        }
        for scope, button in self._scopes.items():
            name = offered.get(scope, "").replace("&", "&&")
            button.setText(texts[scope].format(name=name))
            button.setVisible(scope in offered)
        first = next(scope for scope in Scope if scope in offered)
        self._scopes[chosen if chosen and chosen in offered else first].setChecked(True)

    def _change_format(self) -> None:
        self._keep()
        self.blockSignals(True)  # one change, not one for each control
        self._show_format()
        self.blockSignals(False)
        self._tell()

    def _change_scope(self, on: bool) -> None:
        if on:
            self._limit()
            self._tell()

    def _change_profile(self) -> None:
        self._limit()
        self._tell()

    def _keep(self) -> None:
        """Remember how the format that is shown is to be written."""
        unit = str(self._unit.currentData() or "")
        profile = str(self._profile.currentData() or "")
        self._formats[self._shown] = FormatChoice(profile, unit, self._options.wishes())

    def _show_format(self) -> None:
        offer = self.offer()
        self._shown = offer.name
        kept = self._formats.get(offer.name, FormatChoice())
        profiles = [(name, format_words(title)) for name, title in offer.profiles]
        _fill(self._profile, profiles, kept.profile)
        _fill(self._unit, [(unit.value, unit_words(unit)) for unit in offer.units], kept.unit)
        self._options.show_options(offer.options, kept.wishes)
        self._limit()

    def _limit(self) -> None:
        """Leave only that to be chosen which there is a choice of."""
        whole = self.offer().whole
        for scope, button in self._scopes.items():
            button.setEnabled(not whole or scope is Scope.COLLECTION)
        if whole:
            self._scopes[Scope.COLLECTION].setChecked(True)
        self._options.limit(str(self._profile.currentData() or ""))
        self._profile.setEnabled(self._profile.count() > 1)
        self._unit.setEnabled(self._unit.count() > 1 and self.scope() is not Scope.PAGE)

    def _tell(self, *_: object) -> None:
        self.changed.emit()


def _fill(box: QComboBox, entries: Sequence[tuple[str, str]], chosen: str) -> None:
    box.clear()
    for value, words in entries:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
