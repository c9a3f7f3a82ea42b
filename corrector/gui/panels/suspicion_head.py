"""Says which token is asked about, how suspicious it is, of which kind, and how many are left."""

from typing import Final

from PySide6.QtGui import QFontDatabase, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from corrector.gui.panels.elided_label import ElidedLabel
from corrector.gui.text.strength import Strength

_GAPS: Final = 4
_LEAST_TOKEN: Final = 110
"""Pixels that a long token keeps while what stands beside it is shortened."""


class SuspicionHead(QWidget):
    """One row; where it is narrow, what the person needs least is left to the tooltips first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token, self._kind = ElidedLabel(least=_LEAST_TOKEN), QLabel()
        self._strength, self._count = ElidedLabel(), ElidedLabel()
        self._forms: list[tuple[str, str]] = []
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setBold(True)
        self._token.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._token)
        row.addWidget(self._kind)
        row.addWidget(self._strength)
        row.addStretch(1)
        row.addWidget(self._count)

    def show_token(self, token: str, picture: QPixmap) -> None:
        """Show the token, and the sign of its kind."""
        self._token.setText(token)
        self._kind.setPixmap(picture)

    def show_rest(self, strength: Strength, kind: str, left: int, total: int) -> None:
        """Show how suspicious it is and of which kind; of `total` on the page, `left` are left."""
        whole = self.tr("{left} of {total} left on this page").format(left=left, total=total)
        short = self.tr("{left} of {total} left").format(left=left, total=total)
        least = f"{left}/{total}"
        said = f"{strength.sign} {strength.word()}: {kind}"
        # The dots say the strength without its word, too, and the picture says the kind.
        without_word = f"{strength.sign} {kind}"
        self._forms = [(said, whole), (said, short), (without_word, short)]
        self._forms += [(without_word, least), (strength.sign, least)]
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the longest form that has room."""
        if not self._forms:
            return
        gaps = _GAPS * self._row.spacing()
        fixed = self._token.minimumSizeHint().width() + self._kind.sizeHint().width() + gaps
        room = self.width() - fixed
        fitting = (one for one in self._forms if sum(map(self._width_of, one)) <= room)
        form = next(fitting, None)
        labels = (self._strength, self._count)
        for label, shown, whole in zip(
            labels, form or self._forms[-1], self._forms[0], strict=True
        ):
            label.setText(shown)
            label.setToolTip(whole)
            label.setMinimumWidth(self._width_of(shown) if form else 0)

    def _width_of(self, said: str) -> int:
        return self.fontMetrics().horizontalAdvance(said) + 2
