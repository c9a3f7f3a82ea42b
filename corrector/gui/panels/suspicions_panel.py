"""The panel that lists the suspicions of the page and sets from which strength they are shown."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSlider,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.panels.kind_filter import KindFilter
from corrector.gui.panels.suspicions_model import Column, SuspicionsModel
from corrector.suspicion.findings import MIDDLE_THRESHOLD, Suspicion
from corrector.text.tokens import Span

_STEPS: Final = 100
_SETTLED_AFTER: Final = 150
"""Milliseconds that the slider rests before its value is told: dragging must not flood."""
_MARGIN: Final = 4
_LETTERS_OF_TOKEN: Final = 13


class SuspicionsPanel(QWidget):
    """A list of suspicions, what decides which are shown, and how many there are."""

    chosen = Signal(object)
    """Span: the person wants to look at this suspicion."""
    threshold_changed = Signal(float)
    """Suspicions from this score on are to be shown; 0 leaves that to the evidence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SuspicionsModel(self)
        self._view = QTreeView()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._usual = QToolButton()
        self._value, self._count, self._sum = QLabel(), QLabel(), QLabel()
        self.kinds = KindFilter()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED_AFTER)
        self._prepare_view()
        self._prepare_slider()
        self._build()
        self.show_suspicions(())

    def show_suspicions(self, suspicions: Sequence[Suspicion], found: int | None = None) -> None:
        """List those of `suspicions` that are shown, in order of the text.

        Args:
            suspicions: from the threshold on; those of hidden kinds are only counted.
            found: how many there are without regard to the threshold, where known.
        """
        marked, span = QPersistentModelIndex(self._view.currentIndex()), self.current_span()
        shown = [one for one in suspicions if one.shown]
        self._model.show_suspicions(shown)
        if marked.isValid():
            self._view.setCurrentIndex(self._model.index(marked.row(), 0))
        else:
            self.show_current(span)
        hidden = len(suspicions) - len(shown)
        said = self.tr("{shown} shown").format(shown=len(shown))
        if found is not None:
            said = self.tr("{shown} of {found} shown").format(shown=len(shown), found=found)
        if hidden:
            said = self.tr("Page: {shown} shown, {hidden} hidden by kind").format(
                shown=len(shown), hidden=hidden
            )
        self._count.setText(said)

    def show_sum(self, found: int, hidden: int, pages: tuple[int, int]) -> None:
        """Say how many suspicions the collection has.

        Args:
            found: on all pages that were counted.
            hidden: how many of those are of hidden kinds.
            pages: how many were counted, and how many have a text.
        """
        said = self.tr("Collection: {shown} shown").format(shown=found - hidden)
        if hidden:
            said = self.tr("Collection: {shown} shown, {hidden} hidden by kind").format(
                shown=found - hidden, hidden=hidden
            )
        if pages[0] < pages[1]:
            still = self.tr("pages counted: {counted} of {pages}")
            said = f"{said} · {still.format(counted=pages[0], pages=pages[1])}"
        self._sum.setText(said)

    def show_current(self, span: Span | None) -> None:
        """Mark the suspicion at `span` as the one looked at, without telling it."""
        for row, suspicion in enumerate(self._model.rows()):
            if span is not None and suspicion.span.overlaps(span):
                self._view.setCurrentIndex(self._model.index(row, 0))
                return
        self._view.setCurrentIndex(QModelIndex())

    def current_span(self) -> Span | None:
        """Return the span of the marked suspicion, or None."""
        index = self._view.currentIndex()
        return self._model.suspicion(index.row()).span if index.isValid() else None

    def threshold(self) -> float:
        """Return from which score on suspicions are to be shown, 0..1."""
        return self._slider.value() / _STEPS

    def set_threshold(self, threshold: float) -> None:
        """Set the slider without telling it."""
        self._usual.setEnabled(True)
        self._place_slider(threshold)

    def set_usual_threshold(self, threshold: float) -> None:
        """Show the threshold that is best for such evidence, unless the person is choosing one."""
        if not self._settle.isActive():
            self._usual.setEnabled(False)
            self._place_slider(threshold)

    def _place_slider(self, threshold: float) -> None:
        blocked = self._slider.blockSignals(True)
        self._slider.setValue(round(threshold * _STEPS))
        self._slider.blockSignals(blocked)
        self._show_value()

    def _prepare_view(self) -> None:
        view = self._view
        view.setModel(self._model)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(self.tr("Suspicions of this page"))
        view.setTabKeyNavigation(False)
        header = view.header()
        header.setResizeContentsPrecision(0)  # rows in view: all signs are as wide as each other
        header.setSectionResizeMode(Column.STRENGTH, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        letters = self.fontMetrics().averageCharWidth() * _LETTERS_OF_TOKEN
        header.resizeSection(Column.TOKEN, letters)
        header.resizeSection(Column.CANDIDATE, letters)
        view.activated.connect(self._tell)
        view.clicked.connect(self._tell)

    def _prepare_slider(self) -> None:
        self._slider.setRange(1, _STEPS)
        self._slider.setSingleStep(1)
        self._slider.setPageStep(10)
        self._slider.setValue(round(MIDDLE_THRESHOLD * _STEPS))
        self._slider.valueChanged.connect(self._show_value)
        self._slider.valueChanged.connect(self._settle.start)
        self._slider.valueChanged.connect(lambda: self._usual.setEnabled(True))
        self._settle.timeout.connect(lambda: self.threshold_changed.emit(self.threshold()))
        self._usual.setText(self.tr("&Usual"))
        self._usual.setToolTip(
            self.tr("Show from where it is best for the language and for what is known of the page")
        )
        self._usual.setEnabled(False)
        self._usual.clicked.connect(self._settle.stop)
        self._usual.clicked.connect(lambda: self.threshold_changed.emit(0.0))
        self._show_value()

    def _build(self) -> None:
        label = QLabel(self.tr("Show at &least"))
        label.setBuddy(self._slider)
        label.setToolTip(
            self.tr("Suspicions at least this probable are shown; further left shows more.")
        )
        row = QHBoxLayout()
        for part in (label, self._slider, self._value, self._usual):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addLayout(row)
        column.addWidget(self.kinds)
        for line in (self._count, self._sum):
            line.setWordWrap(True)
            column.addWidget(line)
        column.addWidget(self._view, 1)
        self.setFocusProxy(self._view)

    def _show_value(self) -> None:
        self._value.setText(self.tr("{percent} %").format(percent=self._slider.value()))
        self._value.setMinimumWidth(self._value.fontMetrics().horizontalAdvance("100 %"))

    def _tell(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.suspicion(index.row()).span)
