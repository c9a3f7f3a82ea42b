"""A window in which a new reading is gone through; the text stays open to typing meanwhile."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from corrector.gui.proposals.course import Course
from corrector.gui.proposals.crops import Crops
from corrector.gui.proposals.delegate import ProposalDelegate
from corrector.gui.proposals.model import ProposalModel
from corrector.gui.proposals.proposal_list import ProposalList
from corrector.gui.scan.view import ScanView
from corrector.gui.wording import visible
from corrector.messages import filled
from corrector.tasks.proposed import ProposedChange

_WIDTH, _HEIGHT = 940, 620
_PERCENT: Final = 100


class ProposalDialog(QDialog):
    """Shows a course; what is taken or declined is for others to do."""

    taken = Signal(object)
    """Sequence of ProposedChange: these are wanted in the text."""
    declined = Signal(object)
    """Sequence of ProposedChange: these are not wanted."""
    looked_at = Signal(object)
    """ProposedChange: this one is looked at now."""
    undo_wanted = Signal()

    def __init__(self, parent: QWidget, course: Course, scan: ScanView) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New reading as a proposal"))
        self._course = course
        self._reason_of: Callable[[ProposedChange], str] = lambda _: ""
        self._about, self._detail = QLabel(), QLabel()
        self.list = ProposalList()
        self._model = ProposalModel(course, self)
        self._crops = Crops(scan, self.list)
        self._crops.sharper.connect(self.list.viewport().update)
        self.list.setItemDelegate(ProposalDelegate(course, self._crops.crop, self.list))
        self.list.setModel(self._model)
        self.list.wanted.connect(self._do)
        self.list.row_chosen.connect(self._choose_row)
        self._buttons: dict[str, QPushButton] = {}
        self._build()
        self.resize(_WIDTH, _HEIGHT)
        self.list.setFocus()

    def say_about(self, said: str) -> None:
        """Say which reading this is."""
        self._said = said
        self._show_words()

    def use_reasons(self, reason_of: Callable[[ProposedChange], str]) -> None:
        """Ask `reason_of` why a difference is locked."""
        self._reason_of = reason_of

    def readings(self) -> tuple[str, str]:
        """Return what stands at the difference that is looked at, and what was read anew."""
        here = self._course.current
        return (here.old, here.new) if here is not None else ("", "")

    def refresh(self) -> None:
        """Show the course as it is now."""
        self._model.begin_again()
        self._show_current()

    def _build(self) -> None:
        for label in (self._about, self._detail):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._said = ""
        self._detail.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.addWidget(self._about)
        column.addWidget(self.list, 1)
        column.addWidget(self._detail)
        column.addLayout(self._row(self._words_of_taking()))
        column.addLayout(self._row(self._words_of_declining()))

    def _words_of_taking(self) -> Mapping[str, str]:
        return {
            "take-word": self.tr("&Take word (Enter)"),
            "take-line": self.tr("Take &line (Shift+Enter)"),
            "take-all": self.tr("Take &all unlocked (Ctrl+Enter)"),
            "unlock": self.tr("&Unlock (U)"),
        }

    def _words_of_declining(self) -> Mapping[str, str]:
        return {
            "decline-word": self.tr("&Decline word (Del)"),
            "decline-line": self.tr("Decline l&ine (Shift+Del)"),
            "decline-all": self.tr("Decline t&he rest (Ctrl+Del)"),
            "close": self.tr("&Close (Esc)"),
        }

    def _row(self, words: Mapping[str, str]) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, text in words.items():
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, name=name: self._press(name))
            self._buttons[name] = button
            row.addWidget(button)
        return row

    def _press(self, name: str) -> None:
        self._do(name)
        self.list.setFocus()

    def _do(self, name: str) -> None:
        if name in {"next", "previous"}:
            self._course.step(1 if name == "next" else -1)
            self._show_current()
        elif name == "unlock":
            self._course.toggle_lock()
            self.refresh()
        elif name == "undo":
            self.undo_wanted.emit()
        elif name == "close":
            self.close()
        else:
            self._answer(*name.split("-"))

    def _answer(self, verb: str, what: str) -> None:
        changes = self._chosen(what)
        if verb == "take":
            changes = [change for change in changes if not change.locked]
        if changes:
            (self.taken if verb == "take" else self.declined).emit(changes)

    def _chosen(self, what: str) -> Sequence[ProposedChange]:
        row = self._course.row()
        if what == "all":
            return self._course.open
        if row < 0 or self._course.current is None:
            return ()
        return self._course.lines[row].changes if what == "line" else (self._course.current,)

    def _choose_row(self, row: int) -> None:
        self._course.go_to_row(row)
        self._show_words()
        self.list.viewport().update()
        if self._course.current is not None:
            self.looked_at.emit(self._course.current)

    def _show_current(self) -> None:
        row = self._course.row()
        if row >= 0:
            index = self._model.index(row)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        self._choose_row(row)

    def _show_words(self) -> None:
        left, locked = len(self._course.open), len(self._course.open) - len(self._course.free)
        count = self.tr("Differences left: {left}, of them locked: {locked}.")
        self._about.setText(f"{self._said} {count.format(left=left, locked=locked)}")
        self._detail.setText(self._about_current())
        self.list.setAccessibleDescription(self._detail.text())
        here = self._course.current
        self._buttons["unlock"].setEnabled(here is not None and self._course.was_locked(here))
        self._buttons["take-word"].setEnabled(here is not None and not here.locked)
        for name in ("take-line", "take-all"):
            self._buttons[name].setEnabled(bool(self._course.free))
        for name in ("decline-word", "decline-line", "decline-all"):
            self._buttons[name].setEnabled(here is not None)

    def _about_current(self) -> str:
        here = self._course.current
        if here is None:
            return self.tr("Nothing is left: the text reads as you want it.")
        nothing = self.tr("(nothing)")
        old, new = visible(here.old) or nothing, visible(here.new) or nothing
        said = self.tr("line {line}: “{old}” → “{new}”")
        parts = [filled(said, {"line": here.line + 1, "old": old, "new": new})]
        if here.confidence is not None:
            sure = self.tr("the engine is {percent} % sure")
            parts.append(sure.format(percent=round(_PERCENT * here.confidence)))
        reason = self._reason_of(here)
        if here.locked:
            parts.append(self.tr("locked: {reason}; U unlocks it").format(reason=reason))
        elif self._course.was_locked(here):
            parts.append(self.tr("unlocked by you, though {reason}").format(reason=reason))
        return " · ".join(parts)
