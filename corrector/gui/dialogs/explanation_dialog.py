"""Why a word is flagged or not: score, threshold, and what speaks on either side."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from corrector.gui.text.explanation import REASONS
from corrector.gui.wording import visible, worded
from corrector.messages import Message, filled
from corrector.tasks.explaining import Explained

_WIDTH, _HEIGHT = 520, 380


class ExplanationDialog(QDialog):
    """Sentences to read; Escape closes it."""

    def __init__(self, parent: QWidget | None, found: Explained) -> None:
        super().__init__(parent)
        self.setWindowTitle(filled(self.tr("Why “{word}”"), {"word": visible(found.text)}))
        self._said = QTextBrowser()
        self._said.setAccessibleName(self.tr("What speaks for and against this word"))
        self._said.setHtml(self._html(found))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._said, 1)
        column.addWidget(buttons)
        self.resize(_WIDTH, _HEIGHT)
        self._said.setFocus()

    def text(self) -> str:
        """Return everything that is said, without its looks."""
        return self._said.toPlainText()

    def _html(self, found: Explained) -> str:
        parts = [f"<p><b>{escape(self._verdict(found))}</b></p>"]
        parts.append(f"<p>{escape(self._numbers(found))}</p>")
        if found.settled:
            parts += _section(self.tr("What persons said"), found.settled)
        parts += _section(self.tr("Speaks for it being wrong"), found.wrong)
        parts += _section(self.tr("Speaks for it being right"), found.right)
        checked = self.tr("Checked in: {languages}. The heaviest reasons come first.")
        parts.append(f"<p>{escape(checked.format(languages='+'.join(found.languages)))}</p>")
        return "".join(parts)

    def _verdict(self, found: Explained) -> str:
        if found.flagged:
            said = self.tr("“{word}” is flagged.")
        elif found.settled:
            said = self.tr("“{word}” is not flagged, because a person settled it.")
        else:
            said = self.tr("“{word}” is not flagged: its score is below the threshold.")
        return filled(said, {"word": visible(found.text)})

    def _numbers(self, found: Explained) -> str:
        score, threshold = round(100 * found.score), round(100 * found.threshold)
        said = self.tr(
            "Wrong with a probability of {score} % by its signals; flagged from {threshold} % on."
        )
        return said.format(score=score, threshold=threshold)


def _section(title: str, said: Sequence[Message]) -> list[str]:
    if not said:
        nothing = QCoreApplication.translate("ExplanationDialog", "nothing of weight")
        return [f"<p>{escape(title)}: {escape(nothing)}</p>"]
    entries = "".join(f"<li>{escape(worded(one, REASONS))}</li>" for one in said)
    return [f"<p>{escape(title)}:</p><ul>{entries}</ul>"]
