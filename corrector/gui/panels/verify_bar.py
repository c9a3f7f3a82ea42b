"""The verify bar: one suspicion after another, with the scan's line, reasons and candidates."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.panels.candidate_row import CandidateRow
from corrector.gui.panels.elided_lines import ElidedLines
from corrector.gui.panels.reading_field import ReadingField
from corrector.gui.panels.suspicion_head import SuspicionHead
from corrector.gui.panels.word_strip import WordStrip
from corrector.gui.panels.yielding_button import YieldingButton
from corrector.gui.text.explanation import REASONS
from corrector.gui.text.kind_looks import kind_name, kind_picture
from corrector.gui.text.offered import keeping
from corrector.gui.text.strength import strength_of
from corrector.gui.wording import visible, worded
from corrector.suspicion.findings import Suspicion
from corrector.tasks.kinds import kind_of

_GAP: Final = 4
_LINES_OF_REASONS: Final = 2
"""Two reasons, as most suspicions have, are read in the narrowest window with these."""
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class VerifyBar(QFrame):
    """Asks about one suspicion; what is answered is told as signals, and nothing is done here."""

    candidate_taken = Signal(object)
    """Suggestion: this is the reading; an empty text: delete the token."""
    reading_typed = Signal(str)
    """This was typed as the reading; empty: delete the token."""
    confirmed = Signal()
    """The token stands right as it is."""
    doubted = Signal()
    """The token is to be marked doubtful."""
    next_wanted = Signal()
    previous_wanted = Signal()
    left = Signal()
    """The person wants back into the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Verify bar"))
        self._asked: Suspicion | None = None
        self._strip = WordStrip()
        self._head, self._reasons = SuspicionHead(), ElidedLines(_LINES_OF_REASONS)
        self._candidates = CandidateRow()
        self._field = ReadingField()
        self._doubt = self._button(self.tr("Doubtful"), self.doubted.emit)
        self._nothing = QLabel()
        self._build()
        self._connect()
        self.show_nothing()

    def show_suspicion(self, suspicion: Suspicion, *, left: int, total: int) -> None:
        """Ask about `suspicion`; of `total` on this page, `left` are still to be looked at.

        What is being typed stays when the same suspicion is only shown anew.
        """
        before, self._asked = self._asked, suspicion
        asked_already = before is not None and _place_of(before) == _place_of(suspicion)
        strength = strength_of(suspicion.score)
        sentences = [worded(reason.message, REASONS) for reason in suspicion.reasons]
        reasons = " · ".join(sentences)
        kind = kind_of(suspicion)
        picture = kind_picture(kind, self.palette(), self.devicePixelRatioF())
        self._head.show_token(visible(suspicion.text), picture)
        self._head.show_rest(strength, kind_name(kind), left, total)
        said = f"{strength.word()}: {kind_name(kind)}"
        counted = self.tr("{left} of {total} left on this page").format(left=left, total=total)
        self._reasons.setText(reasons)
        self._reasons.setToolTip("\n".join(sentences))
        self._candidates.show_candidates(suspicion.suggestions, keeping(suspicion))
        self._show_asking(True)
        if not (self._field.is_edited() and asked_already):
            self._field.show_token(suspicion.text)
        self._field.setAccessibleDescription(f"{said}. {reasons}. {counted}")
        self._announce(f"{suspicion.text}. {said}. {reasons}. {counted}")

    def show_strip(self, strip: QImage | None, word: QRect | None = None) -> None:
        """Show the scan's line; `word` is the token's place in pixels of `strip`."""
        self._strip.show_strip(strip, word or QRect())

    def show_nothing(self, what_next: str = "") -> None:
        """Say that nothing is left on this page and, below it, `what_next`."""
        self.show_remark(self.tr("No suspicions left on this page"), what_next)

    def show_remark(self, said: str, what_next: str = "") -> None:
        """Say why nothing is asked and, below it, what to do."""
        self._asked = None
        self._nothing.setText(f"{said}\n{what_next}".strip())
        self._show_asking(False)
        self._announce(said)

    def show_waiting(self) -> None:
        """Say that suspicions are being looked for."""
        self.show_remark(
            self.tr("Looking for suspicions …"), self.tr("You can go on typing meanwhile.")
        )

    def is_asking(self) -> bool:
        """Tell whether a suspicion is shown."""
        return self._layers.currentIndex() == 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Delete and control and self.is_asking():
            self.reading_typed.emit("")
        elif event.key() in _ENTER and not self.is_asking():
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        asking, telling = QWidget(), self._nothing
        rows = QVBoxLayout(asking)
        rows.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        rows.setSpacing(_GAP)
        rows.addWidget(self._strip)
        rows.addWidget(self._head)
        rows.addWidget(self._reasons)
        rows.addWidget(self._candidates)
        rows.addLayout(self._row_of_answers())
        telling.setAlignment(Qt.AlignmentFlag.AlignCenter)
        telling.setWordWrap(True)
        telling.setTextFormat(Qt.TextFormat.PlainText)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(asking)
        self._layers.addWidget(telling)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _row_of_answers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self._field, 1)
        row.addWidget(self._button(self.tr("Confirm"), self._field.settle, self.tr("Enter")))
        row.addWidget(self._doubt)
        delete = self._button(self.tr("Delete"), lambda: self.reading_typed.emit(""))
        delete.setToolTip(self.tr("Take the word out of the text (Ctrl+Delete)"))
        row.addWidget(delete)
        row.addWidget(self._arrow(Qt.ArrowType.LeftArrow, self.tr("Previous suspicion")))
        row.addWidget(self._arrow(Qt.ArrowType.RightArrow, self.tr("Next suspicion")))
        return row

    def _button(self, label: str, do: Callable[[], object], key: str = "") -> QPushButton:
        button = YieldingButton(label, key)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _arrow(self, arrow: Qt.ArrowType, name: str) -> QToolButton:
        wanted = self.next_wanted if arrow == Qt.ArrowType.RightArrow else self.previous_wanted
        button = QToolButton()
        button.setArrowType(arrow)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _checked=False: wanted.emit())
        return button

    def _connect(self) -> None:
        self._candidates.taken.connect(self.candidate_taken)
        self._field.number_pressed.connect(self._candidates.take)
        self._field.typed.connect(self.reading_typed)
        self._field.confirmed.connect(self.confirmed)
        self._field.left.connect(self.left)

    def _show_asking(self, asking: bool) -> None:
        """Show the question or the remark; the keys stay with the bar if they were with it."""
        focused = self.hasFocus() or any(part.hasFocus() for part in self.findChildren(QWidget))
        self.setFocusProxy(self._field if asking else None)  # type: ignore[arg-type]
        self._layers.setCurrentIndex(0 if asking else 1)
        if focused:
            self.setFocus()

    def _announce(self, said: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))


def _place_of(suspicion: Suspicion) -> tuple[object, str]:
    return suspicion.span, suspicion.text
