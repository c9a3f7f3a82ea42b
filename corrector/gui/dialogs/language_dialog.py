"""Asks for the languages of collection, document and page; shows what holds and who said so."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from corrector.messages import QT_TRANSLATE_NOOP
from corrector.tasks.page_languages import PageLanguages, Source

if TYPE_CHECKING:
    from corrector.gui.languages import Said

_WIDTH, _HEIGHT = 520, 460
_SOURCES: Final = {
    Source.PAGE: QT_TRANSLATE_NOOP("Languages", "set for the page"),
    Source.DOCUMENT: QT_TRANSLATE_NOOP("Languages", "set for the document"),
    Source.COLLECTION: QT_TRANSLATE_NOOP("Languages", "set for the collection"),
    Source.PERSON: QT_TRANSLATE_NOOP("Languages", "your setting"),
    Source.GUESSED: QT_TRANSLATE_NOOP("Languages", "guessed from the text"),
}


class LanguageDialog(QDialog):
    """Three fields, the narrowest wins; below them the pages of the document as they are now."""

    wanted = Signal(object)
    """tuple of three str: what is to be set for collection, document and page."""

    def __init__(self, parent: QWidget | None, said: "Said", *, writable: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Languages"))
        self._fields = tuple(
            QLineEdit(text) for text in (said.collection, said.here.of_document, said.here.set_here)
        )
        self._said = QLabel()
        self._said.setWordWrap(True)
        standard = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(
            standard.Ok | standard.Cancel if writable else standard.Close
        )
        self._buttons.accepted.connect(self._tell)
        self._buttons.rejected.connect(self.reject)
        for field in self._fields:
            field.setReadOnly(not writable)
        self._build(said, writable=writable)
        self.resize(_WIDTH, _HEIGHT)
        self._fields[2].setFocus()

    def say(self, said: str) -> None:
        """Say why the languages cannot be set so."""
        self._said.setText(said)

    def _build(self, said: "Said", *, writable: bool) -> None:
        form = QFormLayout()
        labels = (
            self.tr("&Collection"),
            self.tr("&Document {document}").format(document=said.document.label.replace("&", "&&")),
            self.tr("&Page {page}").format(page=said.here.page.label.replace("&", "&&")),
        )
        hints = (
            self.tr("empty: guessed for each page"),
            self.tr("empty: as the collection"),
            self.tr("empty: as the document"),
        )
        for field, label, hint in zip(self._fields, labels, hints, strict=True):
            field.setPlaceholderText(hint)
            form.addRow(label, field)
        codes = self.tr(
            "Codes, several joined by +, the most frequent first, such as en or de+en. They decide "
            "in which languages texts are checked and scans are read. Word lists: {known}."
        )
        explained = QLabel(codes.format(known=", ".join(said.known)))
        explained.setWordWrap(True)
        if not writable:
            self.say(self.tr("The collection is open for reading only; nothing can be set."))
        column = QVBoxLayout(self)
        column.addWidget(QLabel(self._now(said.here)))
        column.addLayout(form)
        column.addWidget(explained)
        column.addWidget(self._list(said), 1)
        column.addWidget(self._said)
        column.addWidget(self._buttons)

    def _now(self, here: PageLanguages) -> str:
        if not here.codes:
            return self.tr("This page has no text yet, so that nothing could be guessed.")
        said = self.tr("This page is checked in: {languages} ({source}).")
        return said.format(languages="+".join(here.codes), source=_source(here))

    def _list(self, said: "Said") -> QTreeWidget:
        tree = QTreeWidget()
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAccessibleName(self.tr("Languages of the pages of this document"))
        tree.setHeaderLabels([self.tr("Page"), self.tr("Languages"), self.tr("Who said so")])
        tree.addTopLevelItems([QTreeWidgetItem(_cells(one)) for one in said.pages])
        tree.header().setStretchLastSection(True)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        at = next(i for i, one in enumerate(said.pages) if one.page.id == said.here.page.id)
        tree.setCurrentIndex(tree.model().index(at, 0))
        return tree

    def _tell(self) -> None:
        self.wanted.emit(tuple(field.text() for field in self._fields))


def _cells(one: PageLanguages) -> list[str]:
    return [one.page.label, "+".join(one.codes) or "–", _source(one) if one.codes else ""]


def _source(one: PageLanguages) -> str:
    return QCoreApplication.translate("Languages", _SOURCES[one.source])
