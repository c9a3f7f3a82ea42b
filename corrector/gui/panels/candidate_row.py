"""Candidates as numbered buttons in one row; what has no room goes into a menu at its end."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from corrector.gui.text.candidates_menu import candidate_actions
from corrector.gui.wording import visible
from corrector.suspicion.findings import Suggestion

MOST = 9
_GAP: Final = 4


class CandidateRow(QWidget):
    """Up to nine readings to take; the row keeps its height however many there are."""

    taken = Signal(str)
    """The reading that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggestions: Sequence[Suggestion] = ()
        self._buttons = [self._button(number) for number in range(1, MOST + 1)]
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

    def show_candidates(self, suggestions: Sequence[Suggestion]) -> None:
        """Offer `suggestions`, best first; more than nine are left out."""
        self._suggestions = tuple(suggestions[:MOST])
        for number, suggestion in enumerate(self._suggestions, 1):
            reading = visible(suggestion.text) or self.tr("(delete)")
            button = self._buttons[number - 1]
            button.setText(f"{number}  {reading}".replace("&", "&&"))
            said = self.tr("Candidate {number}: {reading}")
            button.setAccessibleName(said.format(number=number, reading=reading))
        self._place()

    def take(self, number: int) -> bool:
        """Choose the candidate `number`, from 1; return False when there is none."""
        if not 1 <= number <= len(self._suggestions):
            return False
        self.taken.emit(self._suggestions[number - 1].text)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _button(self, number: int) -> QPushButton:
        button = QPushButton(self)
        button.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: self.take(number))
        return button

    def _place(self) -> None:
        """Place as many buttons as have room, and name the rest in the menu."""
        room = self.width() - self._more.sizeHint().width() - _GAP
        left = shown = 0
        for button in self._buttons[: len(self._suggestions)]:
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
        self._more.setVisible(shown < len(self._suggestions))
        self._more.setGeometry(left, 0, self._more.sizeHint().width(), self.height())
        menu = self._more.menu()
        menu.clear()
        actions = candidate_actions(self._suggestions, menu, self.taken.emit)
        menu.addActions(actions[shown:])
