"""The candidates of a token as a menu in which the number keys choose."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from corrector.gui.text.offered import numbered, percent_said, reading_said
from corrector.suspicion.findings import Suggestion


def candidate_actions(
    suggestions: Sequence[Suggestion],
    parent: QWidget,
    take: Callable[[Suggestion], None],
    kept: Suggestion | None = None,
) -> list[QAction]:
    """Return one action for each of at most nine candidates; its number is its mnemonic.

    Args:
        suggestions: best first.
        parent: of the actions.
        take: called with the one that was chosen.
        kept: what leaves the word as it is; it comes first, under 0, where there is one.
    """
    return [_action(number, one, kept, parent, take) for number, one in numbered(suggestions, kept)]


def candidates_menu(
    suggestions: Sequence[Suggestion],
    parent: QWidget,
    take: Callable[[Suggestion], None],
    kept: Suggestion | None = None,
) -> QMenu:
    """Return the menu of the candidates; it says so where there are none."""
    menu = QMenu(parent)
    menu.setAccessibleName(QCoreApplication.translate("Candidates", "Candidates"))
    actions = candidate_actions(suggestions, menu, take, kept)
    menu.addActions(actions)
    if not suggestions:
        menu.addAction(
            QCoreApplication.translate("Candidates", "No candidates for this word")
        ).setEnabled(False)
    if actions:
        menu.setActiveAction(actions[1 if kept is not None and suggestions else 0])
    return menu


def _action(
    number: int,
    suggestion: Suggestion,
    kept: Suggestion | None,
    parent: QWidget,
    take: Callable[[Suggestion], None],
) -> QAction:
    shown = reading_said(suggestion, kept).replace("&", "&&")
    # What follows a tab stands at the right of a menu, as keys do.
    action = QAction(f"&{number}  {shown}\t{percent_said(suggestion)}", parent)
    action.triggered.connect(lambda _checked=False: take(suggestion))
    return action
