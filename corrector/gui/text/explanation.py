"""Says a suspicion in a few lines of rich text, for tooltips."""

from html import escape

from PySide6.QtCore import QCoreApplication

from corrector.gui.text.strength import strength_of
from corrector.gui.wording import visible, worded
from corrector.suspicion.findings import Suspicion

REASONS = "Reasons"
"""The translation context of the sentences that the signals write."""

_CANDIDATES_SHOWN = 3


def explanation(suspicion: Suspicion) -> str:
    """Return strength, reasons and first candidates of `suspicion` as HTML."""
    strength = strength_of(suspicion.score)
    lines = [f"<b>{escape(visible(suspicion.text))}</b> {strength.sign} {escape(strength.word())}"]
    lines += [escape(worded(reason.message, REASONS)) for reason in suspicion.reasons]
    if suspicion.suggestions:
        candidates = ", ".join(
            visible(suggestion.text) or QCoreApplication.translate("Candidates", "(delete)")
            for suggestion in suspicion.suggestions[:_CANDIDATES_SHOWN]
        )
        said = QCoreApplication.translate("Candidates", "Perhaps: {candidates}")
        lines.append(escape(said.format(candidates=candidates)))
    return "<br>".join(lines)
