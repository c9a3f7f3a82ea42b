"""Says why the word at the caret is flagged, or why it is not, with everything that was weighed."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from corrector.gui.page_work import PageWork
from corrector.text.tokens import Span

if TYPE_CHECKING:
    from corrector.gui.background import Ticket
    from corrector.gui.main_window import MainWindow
    from corrector.tasks.explaining import Explained
    from corrector.tasks.review import Reviewer


class Explaining(QObject):
    """Asks off the GUI thread, and shows the answer for the text as it was asked about."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._running: Ticket | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        return {"explain-word": self.explain}

    def explain(self) -> None:
        """Explain what is selected, or the word at the caret or in the verify bar."""
        window, work = self._window, self._window.desk.work
        reviewer, span = window.checking.reviewer, self._span()
        if work is None or span is None:
            window.status_line.say(self.tr("There is no word at the caret."))
            return
        if reviewer is None:
            window.status_line.say(self.tr("The collection is still being read; try again soon."))
            return
        window.status_line.say(self.tr("Weighing this word …"))
        self._running = window.background.run(
            _explained,
            reviewer,
            work,
            span,
            window.checking.threshold,
            lane="check",
            done=self._show,
            failed=window.show_failure,
            instead_of=self._running,
        )

    def _span(self) -> Span | None:
        """Return the word that is meant: that of the verify bar while the keys are with it."""
        current = self._window.verifying.current
        bar = self._window.verify_bar
        if current is not None and bar.isAncestorOf(self._window.focusWidget()):
            return current.span
        return self._window.noting.span_of_word()

    def _show(self, found: "Explained | None") -> None:
        from corrector.gui.dialogs.explanation_dialog import ExplanationDialog

        self._window.status_line.clearMessage()
        if found is None:
            return
        dialog = ExplanationDialog(self._window, found)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _explained(
    reviewer: "Reviewer", work: PageWork, span: Span, threshold: float | None
) -> "Explained | None":
    from corrector.tasks.explaining import Wording, explain
    from corrector.tasks.witness import witness_of

    content, text = work.content, work.text
    wording = Wording(
        content.page.id, text, content.first_text, work.marks, witness_of(text, content.reading)
    )
    return explain(reviewer, wording, span, threshold)
