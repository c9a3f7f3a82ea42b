"""The candidates of a token as a menu in which the number keys choose."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from corrector.gui.wording import visible
from corrector.suspicion.findings import Suggestion


def candidate_actions(
    suggestions: Sequence[Suggestion], parent: QWidget, take: Callable[[str], None]
) -> list[QAction]:
    """Return one action for each of at most nine candidates; its number is its mnemonic."""
    return [
        _action(number, suggestion.text, parent, take)
        for number, suggestion in enumerate(suggestions[:9], 1)
    ]


def candidates_menu(
    suggestions: Sequence[Suggestion], parent: QWidget, take: Callable[[str], None]
) -> QMenu:
    """Return the menu of the candidates; it says so where there are none."""
    menu = QMenu(parent)
    menu.setAccessibleName(QCoreApplication.translate("Candidates", "Candidates"))
    actions = candidate_actions(suggestions, menu, take)
    menu.addActions(actions)
    if not actions:
        menu.addAction(
            QCoreApplication.translate("Candidates", "No candidates for this word")
        ).setEnabled(False)
    else:
        menu.setActiveAction(actions[0])
    return menu


def _action(number: int, text: str, parent: QWidget, take: Callable[[str], None]) -> QAction:
    shown = visible(text) if text else QCoreApplication.translate("Candidates", "(delete)")
    action = QAction(f"&{number}  {shown.replace('&', '&&')}", parent)
    action.triggered.connect(lambda _checked=False: take(text))
    return action
