"""Two choices below the history: why a correction was needed, and how sure one is of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QSizePolicy, QWidget

from corrector.gui.wording import word
from corrector.record.entries import Cause, Certainty, Correction
from corrector.tasks.insights import Insight


class InsightRow(QWidget):
    """Shows what holds for the chosen correction now; another choice is added, never rewritten."""

    cause_chosen = Signal(object)
    """Cause."""
    certainty_chosen = Signal(object)
    """Certainty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cause, self._certainty = QComboBox(), QComboBox()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(2)
        for cause in Cause:
            self._cause.addItem(word(cause), cause)
        for certainty in Certainty:
            self._certainty.addItem(word(certainty), certainty)
        for box, words in (
            (self._cause, self.tr("&Why")),
            (self._certainty, self.tr("Certaint&y")),
        ):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            form.addRow(words, box)
        self._cause.setAccessibleName(self.tr("Cause of the chosen correction"))
        self._certainty.setAccessibleName(self.tr("Certainty of the chosen correction"))
        self._cause.activated.connect(
            lambda _: self.cause_chosen.emit(Cause(self._cause.currentData()))
        )
        self._certainty.activated.connect(
            lambda _: self.certainty_chosen.emit(Certainty(self._certainty.currentData()))
        )

    def show_correction(
        self, correction: Correction | None, insight: Insight | None, *, writable: bool
    ) -> None:
        """Show what holds for `correction`; nothing can be chosen where there is none."""
        self.setEnabled(correction is not None and writable)
        if correction is None:
            self._cause.setCurrentIndex(-1)
            self._certainty.setCurrentIndex(-1)
            return
        cause = (insight.cause if insight else None) or correction.cause
        certainty = (insight.certainty if insight else None) or correction.certainty
        self._cause.setCurrentIndex(self._cause.findData(cause))
        self._certainty.setCurrentIndex(self._certainty.findData(certainty))
