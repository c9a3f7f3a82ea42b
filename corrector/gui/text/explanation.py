"""Says a suspicion in a few lines of rich text, for tooltips."""

from html import escape

from PySide6.QtCore import QCoreApplication

from corrector.gui.text.kind_looks import kind_name
from corrector.gui.text.offered import percent_said, reading_said
from corrector.gui.text.strength import strength_of
from corrector.gui.wording import visible, worded
from corrector.suspicion.findings import Suspicion
from corrector.tasks.kinds import kind_of

REASONS = "Reasons"
"""The translation context of the sentences that the signals write."""

_CANDIDATES_SHOWN = 3


def explanation(suspicion: Suspicion) -> str:
    """Return strength, reasons and first candidates of `suspicion` as HTML."""
    strength = strength_of(suspicion.score)
    said = f"{strength.sign} {strength.word()}: {kind_name(kind_of(suspicion))}"
    lines = [f"<b>{escape(visible(suspicion.text))}</b> {escape(said)}"]
    lines += [escape(worded(reason.message, REASONS)) for reason in suspicion.reasons]
    if suspicion.suggestions:
        candidates = ", ".join(
            f"{reading_said(suggestion, None)} ({percent_said(suggestion)})"
            for suggestion in suspicion.suggestions[:_CANDIDATES_SHOWN]
        )
        said = QCoreApplication.translate("Candidates", "Perhaps: {candidates}")
        lines.append(escape(said.format(candidates=candidates)))
    return "<br>".join(lines)
