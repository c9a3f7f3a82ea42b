"""Says what a series did: how many places on how many pages, and which were left and why."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from corrector.gui.failures import failure_text
from corrector.gui.wording import word
from corrector.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from corrector.gui.series.changing import Carried

_NAMED: Final = 4
"""Pages that are named one by one; of more only the number is said."""

_CHANGED = QT_TRANSLATE_NOOP(
    "Series", "Places changed: {places}, on pages: {pages}. History shows it."
)
_CHANGED_HERE = QT_TRANSLATE_NOOP(
    "Series",
    "Places changed: {places}, on pages: {pages}. Ctrl+Z undoes it on this page, History shows it.",
)
_RESTORED = QT_TRANSLATE_NOOP("Series", "The series is taken back. Pages restored: {pages}.")
_NOTHING = QT_TRANSLATE_NOOP("Series", "No page was saved.")
_LEFT = QT_TRANSLATE_NOOP("Series", "Not saved: {pages}.")
_MORE = QT_TRANSLATE_NOOP("Series", "and {count} more")


def outcome_words(carried: "Carried") -> str:
    """Return what became of all pages, in a sentence or three."""
    done = [one for one in carried.outcomes if one.version is not None]
    left = [one for one in carried.outcomes if one.version is None]
    template = _RESTORED if carried.back else _CHANGED_HERE if carried.here else _CHANGED
    template = template if done else _NOTHING
    said = [_said(template, places=sum(one.places for one in done), pages=len(done))]
    if left:
        names = [f"{one.page.label} ({word(one.fate)})" for one in left[:_NAMED]]
        if len(left) > _NAMED:
            names.append(_said(_MORE, count=len(left) - _NAMED))
        said.append(_said(_LEFT, pages=", ".join(names)))
    said += [failure_text(one.error) for one in carried.outcomes if one.failed and one.error]
    return " ".join(said)


def _said(template: str, **values: object) -> str:
    return QCoreApplication.translate("Series", template).format(**values)
