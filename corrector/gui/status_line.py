"""The status bar: where one is, how the page stands, and long work with a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from corrector.gui.failures import failure_text
from corrector.gui.page_work import PageWork
from corrector.gui.panels.elided_label import ElidedLabel
from corrector.gui.wording import word


class StatusLine(QStatusBar):
    """Tells without being asked; never in the way."""

    stop_wanted = Signal()
    """The person wants the long work stopped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._state, self._zoom = ElidedLabel(), ElidedLabel(), QLabel()
        self._what, self._bar = ElidedLabel(), QProgressBar()
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.setToolTip(self.tr("Stop what is running (Ctrl+.)"))
        self._bar.setMaximumWidth(180)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._stop.clicked.connect(self._ask_to_stop)
        for widget in (self._what, self._bar, self._stop):
            self.addPermanentWidget(widget)
            widget.hide()
        for label in (self._state, self._page, self._zoom):
            self.addPermanentWidget(label)

    def say(self, text: str, seconds: float = 8) -> None:
        """Show `text` for a while."""
        self.showMessage(text, int(seconds * 1000))

    def show_page(
        self, work: PageWork | None, pages: int, failure: Exception | None = None
    ) -> None:
        """Show which page lies on the desk and how it stands.

        Args:
            work: on the page, or None.
            pages: of the collection.
            failure: why what was typed is not on the disk; None where it is.
        """
        if work is None:
            self._page.clear()
            self._state.clear()
            return
        page = work.content.page
        self._page.setText(
            self.tr("Page {number} of {pages} · {label}").format(
                number=page.number, pages=pages, label=page.label
            )
        )
        self._state.setText(self._state_of(work) if failure is None else self._unsafe())
        if failure is not None:
            self._state.setToolTip(failure_text(failure))

    def state(self) -> str:
        """Return what is said of how the page stands."""
        return self._state.text()

    def show_zoom(self, zoom: float) -> None:
        """Show how large the scan is shown, in screen pixels for one of the scan; 0: it is not."""
        said = self.tr("{percent} %").format(percent=round(100 * zoom))
        self._zoom.setText(said if zoom else "")

    def show_progress(self, done: int, total: int, what: str) -> None:
        """Show how far long work is; `total` 0 while nobody knows."""
        self._bar.setMaximum(total)
        self._bar.setValue(done)
        self._what.setText(what)
        for widget in (self._what, self._bar, self._stop):
            widget.show()

    def end_progress(self) -> None:
        """Take the progress away."""
        self._stop.setEnabled(True)
        for widget in (self._what, self._bar, self._stop):
            widget.hide()

    def stop(self) -> None:
        """Stop the long work, if there is any and it was not told yet."""
        self._stop.click()

    def _ask_to_stop(self) -> None:
        self._stop.setEnabled(False)
        self._what.setText(self.tr("stopping after this page …"))
        self.stop_wanted.emit()

    def _unsafe(self) -> str:
        return self.tr("⚠ typing is NOT on the disk; trying again")

    def _state_of(self, work: PageWork) -> str:
        if not work.content.access.open and not work.is_unsaved:
            return self.tr("for reading only just now")
        if work.is_unsaved:
            return self.tr("● not saved as a version; the draft is on the disk")
        if work.base is None:
            return self.tr("no text yet")
        return self.tr("version {number} · {status}").format(
            number=work.base.number, status=word(work.content.page.status)
        )
