"""Candidates as numbered buttons in one row; what has no room goes into a menu at its end."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from corrector.gui.text.candidates_menu import candidate_actions
from corrector.gui.text.offered import MOST, numbered, percent_said, reading_said, reading_shown
from corrector.suspicion.findings import Suggestion

_GAP: Final = 4


class CandidateRow(QWidget):
    """Up to nine readings to take, and keeping; the row keeps its height however many there are."""

    taken = Signal(object)
    """Suggestion: the one that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: list[tuple[int, Suggestion]] = []
        self._kept: Suggestion | None = None
        self._buttons = [self._button(place) for place in range(MOST + 1)]
        self._more = QToolButton(self)
        self._more.setText("…")
        self._more.setAccessibleName(self.tr("More candidates"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(QMenu(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, self._buttons[0].sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def show_candidates(
        self, suggestions: Sequence[Suggestion], kept: Suggestion | None = None
    ) -> None:
        """Offer `suggestions`, best first, and before them, under 0, what leaves the word as it is.

        More than nine are left out.
        """
        self._offered, self._kept = numbered(suggestions, kept), kept
        for (number, suggestion), button in zip(self._offered, self._buttons, strict=False):
            reading, percent = reading_said(suggestion, kept), percent_said(suggestion)
            shown = reading_shown(suggestion, kept)
            button.setText(f"{number}  {shown}  {percent}".replace("&", "&&"))
            button.setToolTip(reading if shown != reading else "")
            said = self.tr("Candidate {number}: {reading}, {percent}")
            button.setAccessibleName(said.format(number=number, reading=reading, percent=percent))
        self._place()

    def take(self, number: int) -> bool:
        """Choose the candidate `number`, or 0 to keep; return False when there is none."""
        chosen = dict(self._offered).get(number)
        if chosen is None:
            return False
        self.taken.emit(chosen)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _button(self, place: int) -> QPushButton:
        button = QPushButton(self)
        button.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: self.take(self._offered[place][0]))
        return button

    def _place(self) -> None:
        """Place as many buttons as have room, and name the rest in the menu."""
        room = self.width() - self._more.sizeHint().width() - _GAP
        left = shown = 0
        for button in self._buttons[: len(self._offered)]:
            size = button.sizeHint()
            if left + size.width() > room:
                break
            button.setGeometry(left, 0, size.width(), self.height())
            left += size.width() + _GAP
            shown += 1
        for index, button in enumerate(self._buttons):
            button.setVisible(index < shown)
        self._offer_rest(shown, left)

    def _offer_rest(self, shown: int, left: int) -> None:
        self._more.setVisible(shown < len(self._offered))
        self._more.setGeometry(left, 0, self._more.sizeHint().width(), self.height())
        menu = self._more.menu()
        menu.clear()
        suggestions = [one for number, one in self._offered if number]
        actions = candidate_actions(suggestions, menu, self.taken.emit, self._kept)
        menu.addActions(actions[shown:])
