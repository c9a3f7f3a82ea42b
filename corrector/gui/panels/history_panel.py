"""The history of a page: versions, corrections, notes and statuses; restore and compare."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.panels.difference_view import DifferenceView
from corrector.gui.panels.insight_row import InsightRow
from corrector.gui.panels.versions_model import VersionsModel
from corrector.gui.panels.yielding_button import YieldingButton
from corrector.record.entries import Version
from corrector.record.remarks import Note, StatusChange, Subject
from corrector.tasks.insights import Insight, insights

_MARGIN: Final = 4
_INDENTATION: Final = 12
"""Pixels: the panel is narrow, and there are only two levels."""


class HistoryPanel(QWidget):
    """Lists versions; the chosen one is shown against its predecessor."""

    restore_wanted = Signal(int)
    """The number of the version whose text is to come back, as a new version."""
    compare_wanted = Signal(int, int)
    """Two version numbers, the older one first."""
    note_wanted = Signal(object)
    """Subject: a note is to be written on the chosen version or correction."""
    insight_wanted = Signal(object, object)
    """Subject, and Cause or Certainty: what the person says of a correction now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = VersionsModel(self)
        self._view = QTreeView()
        self._difference = DifferenceView()
        self._insight = InsightRow()
        self._restore = YieldingButton(self.tr("&Restore"))
        self._compare = YieldingButton(self.tr("&Compare"))
        self._note = YieldingButton(self.tr("No&te …"))
        self._insights: Mapping[tuple[int, int], Insight] = {}
        self._newest: int | None = None
        self._writable = True
        self._prepare_view()
        self._build()
        self._show_chosen()

    def show_versions(
        self,
        versions: Sequence[Version],
        notes: Sequence[Note] = (),
        statuses: Sequence[StatusChange] = (),
    ) -> None:
        """Show the history of a page; what was chosen stays chosen, else the newest version is."""
        chosen = self._view.currentIndex()
        before = self._model.place(chosen) if chosen.isValid() else None
        kept = before is not None and self._newest == max(
            (one.number for one in versions), default=None
        )
        self._newest = max((one.number for one in versions), default=None)
        self._insights = insights(notes)
        self._model.show_history(versions, notes, statuses)
        self._give_lines_the_whole_row()
        for column in range(self._model.columnCount() - 1):
            self._view.resizeColumnToContents(column)
        here = self._model.index_of(self._newest) if self._newest is not None else QModelIndex()
        if kept and before is not None:
            here = self._model.index_of(*before)
        self._view.setCurrentIndex(here)
        self._show_chosen()

    def set_writable(self, writable: bool) -> None:
        """Let notes be written or not, as when the record is open for reading only."""
        self._writable = writable
        self._show_chosen()

    def step(self, by: int) -> None:
        """Look at the next difference shown, or the one before."""
        self._difference.step(by)

    def chosen(self) -> tuple[int, ...]:
        """Return the numbers of the chosen versions, oldest first."""
        rows = self._view.selectionModel().selectedRows()
        found = (self._model.version(index) for index in rows)
        return tuple(sorted({one.number for one in found if one is not None}))

    def _prepare_view(self) -> None:
        view = self._view
        view.setModel(self._model)
        view.setUniformRowHeights(True)
        view.setIndentation(_INDENTATION)
        view.setAllColumnsShowFocus(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setAccessibleName(self.tr("Versions of this page"))
        view.selectionModel().selectionChanged.connect(self._show_chosen)

    def _build(self) -> None:
        self._restore.clicked.connect(lambda: self.restore_wanted.emit(self.chosen()[0]))
        self._compare.clicked.connect(lambda: self.compare_wanted.emit(*self._compared()))
        self._note.clicked.connect(lambda: self.note_wanted.emit(self._subject()))
        self._restore.setToolTip(self.tr("Bring this text back, as a new version"))
        self._note.setToolTip(self.tr("Write a note on the chosen version or correction"))
        self._insight.cause_chosen.connect(self._tell_insight)
        self._insight.certainty_chosen.connect(self._tell_insight)
        buttons = QHBoxLayout()
        buttons.addWidget(self._restore)
        buttons.addWidget(self._compare)
        buttons.addWidget(self._note)
        buttons.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self._view)
        splitter.addWidget(self._difference)
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(splitter, 1)
        column.addWidget(self._insight)
        column.addLayout(buttons)
        self.setFocusProxy(self._view)

    def _compared(self) -> tuple[int, int]:
        """Return the two chosen versions, or the one chosen and its predecessor."""
        numbers = self.chosen()
        if len(numbers) > 1:
            return numbers[0], numbers[-1]
        version = self._model.numbered(numbers[0])
        parent = version.parent if version is not None else None
        return (numbers[0] if parent is None else parent), numbers[0]

    def _subject(self) -> Subject | None:
        """Return what the chosen row speaks of, or None for a status."""
        index = self._view.currentIndex()
        place = self._model.place(index) if index.isValid() else None
        return None if place is None else Subject(version=place[0], correction=place[1])

    def _tell_insight(self, said: object) -> None:
        self.insight_wanted.emit(self._subject(), said)

    def _show_chosen(self) -> None:
        numbers = self.chosen()
        self._restore.setEnabled(len(numbers) == 1 and self._writable)
        self._compare.setEnabled(bool(numbers) and len(set(self._compared())) > 1)
        subject = self._subject()
        self._note.setEnabled(subject is not None and self._writable)
        self._show_insight(subject)
        if not numbers:
            self._difference.forget()
            return
        older, newer = (self._model.numbered(number) for number in self._compared())
        if older is not None and newer is not None:
            text = "" if older is newer else older.text
            self._difference.show_difference(text, newer.text)

    def _show_insight(self, subject: Subject | None) -> None:
        version = None if subject is None else self._model.numbered(subject.version)
        if subject is None or version is None or subject.correction is None:
            self._insight.show_correction(None, None, writable=self._writable)
            return
        self._insight.show_correction(
            version.corrections[subject.correction],
            self._insights.get((version.number, subject.correction)),
            writable=self._writable,
        )

    def _give_lines_the_whole_row(self) -> None:
        for row in range(self._model.rowCount()):
            version = self._model.index(row, 0)
            for below in range(self._model.rowCount(version)):
                self._view.setFirstColumnSpanned(below, version, True)
