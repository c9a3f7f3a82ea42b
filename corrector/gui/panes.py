"""The panes of the window and the way from one to the next by key."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget


class Panes:
    """A ring of panes; each is entered at the widget that had the focus there last."""

    def __init__(self, panes: Sequence[QWidget]) -> None:
        """Take the widgets that F6 goes through, in order."""
        self._panes = tuple(panes)

    def step(self, by: int) -> None:
        """Move the focus to the next pane that can be seen, or to the one before.

        Args:
            by: 1 or -1.
        """
        seen = [pane for pane in self._panes if pane.isVisible() and pane.isEnabled()]
        if not seen:
            return
        here = QApplication.focusWidget()
        at = next((i for i, pane in enumerate(seen) if _holds(pane, here)), -1 if by > 0 else 0)
        _enter(seen[(at + by) % len(seen)])


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))


def _enter(pane: QWidget) -> None:
    last: QWidget | None = pane.focusWidget()
    (pane if last is None else last).setFocus()
