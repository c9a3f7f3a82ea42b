"""Shows where each page of a divided text would begin, beside its scan; keys move the borders."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.background import Background
from corrector.gui.desk import Desk
from corrector.gui.dialogs.border_text import BorderText
from corrector.gui.dialogs.page_ends import PageEnds
from corrector.gui.dividing_tasks import ProposedDivision
from corrector.gui.failures import failure_text

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH, _HEIGHT = 1120, 640
_LIST_WIDTH: Final = 215
SURE: Final = 0.9
"""From this confidence on a border needs no second look. Of 60 borders of despatches 58 reach it,
of 72 with every tenth character wrong 55; all were right (tests/evaluation/division.py)."""


class DivideDialog(QDialog):
    """Escape leaves everything as it is; nothing is saved before the division is accepted."""

    aside_wanted = Signal()
    """The person does not want this text divided."""

    def __init__(
        self, parent: QWidget | None, proposal: ProposedDivision, background: Background, desk: Desk
    ) -> None:
        """Prepare the question.

        Args:
            parent: the window that it stands before.
            proposal: the text, and where its pages would begin.
            background: fetches the pictures.
            desk: knows where the scans are.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Divide a text among pages"))
        self._proposal, self._pages = proposal, proposal.whole.pages
        self._borders = list(proposal.borders)
        self._list, self._text = QListWidget(), BorderText()
        sources = [
            desk.collection.scan_of(page) if desk.collection else None for page in self._pages
        ]
        self._ends = PageEnds(background, sources)
        self._build()
        self.resize(_WIDTH, _HEIGHT)
        self._list.setCurrentRow(self._first_unsure())
        self._text.setFocus()

    def borders(self) -> "Sequence[int]":
        """Return with which lines the second and later pages begin."""
        return tuple(self._borders)

    def done(self, result: int) -> None:
        """Close, and fetch no more pictures."""
        self._ends.stop()
        super().done(result)

    def _build(self) -> None:
        self._list.setAccessibleName(self.tr("Borders between pages"))
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.addItems([self._row(border) for border in range(len(self._borders))])
        self._list.currentRowChanged.connect(self._show)
        self._text.lines_wanted.connect(self._move)
        self._text.border_wanted.connect(self._step)
        row = QHBoxLayout()
        row.addWidget(self._list)
        row.addWidget(self._text, 1)
        row.addWidget(self._ends)
        column = QVBoxLayout(self)
        column.addWidget(_wrapped(self._said()))
        column.addLayout(row, 1)
        keys = self.tr(
            "↑ and ↓ move the border by a line, Page Up and Page Down by ten; Enter and → go to "
            "the next border, ← to the one before."
        )
        column.addWidget(_wrapped(keys))
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self._divide: QPushButton = buttons.addButton(self.tr("&Divide"), role.AcceptRole)
        aside = buttons.addButton(self.tr("&Leave the text aside"), role.DestructiveRole)
        buttons.addButton(self.tr("De&cide later"), role.RejectRole)
        self._divide.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        aside.clicked.connect(self.reject)
        aside.clicked.connect(self.aside_wanted)
        return buttons

    def _said(self) -> str:
        whole, hindrance = self._proposal.whole, self._proposal.hindrance
        said = self.tr(
            "“{file}” is one text for all pages of “{document}” ({count}). Each page gets its part "
            "as it stands in the file, which is not changed."
        ).format(file=whole.source.path, count=len(self._pages), document=whole.document.label)
        if hindrance is None:
            return said
        why = self.tr("The borders are a mere guess, since the scans were not read: {reason}")
        return f"{said}\n{why.format(reason=failure_text(hindrance))}"

    def _row(self, border: int) -> str:
        begins = self.tr("Page {number} begins with line {line}").format(
            number=self._pages[border + 1].number, line=self._borders[border] + 1
        )
        return f"{begins}\n    {self._state(border)}"

    def _state(self, border: int) -> str:
        if self._borders[border] != self._proposal.borders[border]:
            return self.tr("✎ moved by hand")
        if self._proposal.confidences[border] >= SURE:
            return self.tr("✓ found on the scans")
        return self.tr("? please check")

    def _first_unsure(self) -> int:
        unsure = (border for border, sure in enumerate(self._proposal.confidences) if sure < SURE)
        return next(unsure, 0)

    def _show(self, border: int) -> None:
        if border < 0:
            return
        before, after = self._pages[border], self._pages[border + 1]
        line = self._borders[border]
        first = self._borders[border - 1] if border else 0
        caption = _page_words(after.number, after.label)
        self._text.show_border(self._lines(), line, first, caption)
        self._ends.show_between(border, (before.number, after.number))

    def _lines(self) -> list[str]:
        return self._proposal.text.split("\n")

    def _move(self, steps: int) -> None:
        border = self._list.currentRow()
        lowest = self._borders[border - 1] if border else 0
        last = border + 1 >= len(self._borders)
        highest = len(self._proposal.lines) - 1 if last else self._borders[border + 1]
        self._borders[border] = min(max(self._borders[border] + steps, lowest), highest)
        self._list.item(border).setText(self._row(border))
        self._show(border)

    def _step(self, steps: int) -> None:
        border = self._list.currentRow() + steps
        if border >= self._list.count():
            self._divide.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._list.setCurrentRow(max(border, 0))


def _page_words(number: int, label: str) -> str:
    words = QCoreApplication.translate("DivideDialog", "Page {number} begins here · {label}")
    return words.format(number=number, label=label)


def _wrapped(said: str) -> QLabel:
    label = QLabel(said)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
