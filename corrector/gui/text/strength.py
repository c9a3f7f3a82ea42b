"""How strong a suspicion is, said in three steps: a word, a sign and the shape of a line."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCharFormat

_STRONG_FROM: Final = 0.8
_MEDIUM_FROM: Final = 0.5
"""Scores are probabilities: from a half on, the token is more likely wrong than right."""


class Strength(Enum):
    """How strong a suspicion is."""

    WEAK = 1
    MEDIUM = 2
    STRONG = 3

    @property
    def sign(self) -> str:
        """Three dots, as many of them full as the strength says."""
        return "●" * self.value + "○" * (3 - self.value)

    @property
    def underline(self) -> QTextCharFormat.UnderlineStyle:
        """The shape of the line under a suspicion of this strength."""
        return _UNDERLINES[self]

    def word(self) -> str:
        """Return the word for it in the person's language."""
        if self is Strength.STRONG:
            return QCoreApplication.translate("Strength", "strong")
        if self is Strength.MEDIUM:
            return QCoreApplication.translate("Strength", "medium")
        return QCoreApplication.translate("Strength", "weak")


_UNDERLINES: Final = {
    Strength.STRONG: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Strength.MEDIUM: QTextCharFormat.UnderlineStyle.DashUnderline,
    Strength.WEAK: QTextCharFormat.UnderlineStyle.DotLine,
}


def strength_of(score: float) -> Strength:
    """Return the strength of a suspicion with this score, 0..1."""
    if score >= _STRONG_FROM:
        return Strength.STRONG
    return Strength.MEDIUM if score >= _MEDIUM_FROM else Strength.WEAK
