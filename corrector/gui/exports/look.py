"""How the export will look: the beginning of a file, and the list of all files."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.wording import worded
from corrector.tasks.export_plan import Plan, Preview


class ExportLook(QTabWidget):
    """Two tabs; both are read with the arrow keys and left with Tab."""

    def __init__(self) -> None:
        super().__init__()
        self._said, self._notices, self._text = QLabel(), QLabel(), QPlainTextEdit()
        self._files, self._names = QListView(), QStringListModel(self)
        self.setAccessibleName(self.tr("How it will look"))
        self._build()

    def text(self) -> str:
        """Return the beginning of the file that is shown."""
        return self._text.toPlainText()

    def said(self) -> str:
        """Return what is said above it."""
        return self._said.text()

    def names(self) -> Sequence[str]:
        """Return the lines of the list of files."""
        return self._names.stringList()

    def show_waiting(self) -> None:
        """Say that another preview is on its way; the old one stays to be read."""
        self._said.setText(self.tr("The preview is being made …"))

    def show_preview(self, preview: Preview) -> None:
        """Show how a file begins."""
        self._said.setText(self._words(preview))
        self._tell([worded(notice, "Formats") for notice in preview.notices])
        self._text.setPlainText(preview.text.replace("\f", "␌\n"))
        self._text.setEnabled(preview.readable)

    def show_failure(self, said: str) -> None:
        """Say why there is no preview."""
        self._said.setText(self.tr("No preview."))
        self._tell([said])
        self._text.clear()

    def show_files(self, plan: Plan | None) -> None:
        """List the files, those first that are overwritten."""
        lines = _lines(plan, self.tr("overwritten"), self.tr("new")) if plan else []
        self._names.setStringList(lines)
        self._files.setCurrentIndex(self._names.index(0))

    def _tell(self, notices: Sequence[str]) -> None:
        self._notices.setText("<br>".join(f"⚠ {escape(one)}" for one in notices))
        self._notices.setVisible(bool(notices))

    def _words(self, preview: Preview) -> str:
        if not preview.readable:
            said = self.tr("{name} · pages: {pages}. This format is no text; there is no preview.")
        elif preview.shown < preview.pages:
            said = self.tr("{name} · begins so; made of the first pages: {shown} of {pages}.")
        else:
            said = self.tr("{name} · pages: {pages}")
        return said.format(name=preview.name, shown=preview.shown, pages=preview.pages)

    def _build(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        for label in (self._said, self._notices):
            label.setWordWrap(True)
        self._notices.hide()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setAccessibleName(self.tr("Beginning of the file"))
        column.addWidget(self._said)
        column.addWidget(self._text, 1)
        column.addWidget(self._notices)
        self._files.setModel(self._names)
        self._files.setUniformItemSizes(True)
        self._files.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._files.setAccessibleName(self.tr("Files that will be written"))
        self.addTab(page, self.tr("Pre&view"))
        self.addTab(self._files, self.tr("F&iles"))


def _lines(plan: Plan, overwritten: str, new: str) -> list[str]:
    there = set(plan.existing)
    first = [f"⚠ {_name(file)} – {overwritten}" for file in plan.existing]
    return [*first, *(f"{_name(file)} – {new}" for file in plan.files if file not in there)]


def _name(file: Path) -> str:
    return file.name
