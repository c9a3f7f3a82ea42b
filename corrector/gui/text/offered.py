"""What is offered for a suspicion: to keep the word, under 0, and its candidates from 1 on."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from corrector.gui.wording import visible
from corrector.suspicion.findings import Suggestion, Suspicion

MOST: Final = 9
_LEAST_PERCENT: Final = 1


def keeping(suspicion: Suspicion) -> Suggestion:
    """Return the candidate that leaves the word as it is; as probable as it is right."""
    return Suggestion(suspicion.text, 1.0 - suspicion.score)


def reading_said(suggestion: Suggestion, kept: Suggestion | None) -> str:
    """Return what a candidate is called: its letters, or what it does, and what it takes in."""
    if suggestion is kept:
        return QCoreApplication.translate("Candidates", "keep")
    if suggestion.joined:
        said = QCoreApplication.translate("Candidates", "{reading} (with “{beside}”)")
        return said.format(reading=visible(suggestion.text), beside=visible(suggestion.joined))
    return visible(suggestion.text) or QCoreApplication.translate("Candidates", "(delete)")


def reading_shown(suggestion: Suggestion, kept: Suggestion | None = None) -> str:
    """Return the same for where room is scarce."""
    if not suggestion.joined:
        return reading_said(suggestion, kept)
    said = QCoreApplication.translate("Candidates", "{reading} (+ {beside})")
    return said.format(reading=visible(suggestion.text), beside=visible(suggestion.joined))


def percent_said(suggestion: Suggestion) -> str:
    """Return how probable a candidate is; an empty text where nobody knows."""
    percent = round(100 * suggestion.score)
    if percent < _LEAST_PERCENT:
        return QCoreApplication.translate("Candidates", "< 1 %")
    said = QCoreApplication.translate("Candidates", "{percent} %")
    return said.format(percent=percent)


def numbered(
    suggestions: Sequence[Suggestion], kept: Suggestion | None
) -> list[tuple[int, Suggestion]]:
    """Return what is offered with the digits that choose it; keeping always has the 0."""
    first = [] if kept is None else [(0, kept)]
    return [*first, *enumerate(suggestions[:MOST], 1)]
