"""Verification in the window: that scans, texts and history are as they were."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from corrector.gui.desk import Desk
from corrector.gui.wording import worded
from corrector.record.remarks import IntegrityProblem

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection


class VerifyingFiles(QObject):
    """Verifies the collection and says what was found."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def verify(self) -> None:
        """Verify in the background."""
        self._desk.run(_problems_of, done=self._tell)

    def _tell(self, problems: Sequence[IntegrityProblem]) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Verify collection"))
        if problems:
            box.setIcon(QMessageBox.Icon.Warning)
            said = self.tr("Problems found: {count}. Nothing was changed.")
            box.setText(said.format(count=len(problems)))
            lines = (
                f"{one.page or self.tr('record')}: {worded(one.message, 'Record')}"
                for one in problems
            )
            box.setDetailedText("\n".join(lines))
        else:
            box.setIcon(QMessageBox.Icon.Information)
            box.setText(self.tr("Scans, texts, history and database are as they were."))
        box.finished.connect(box.deleteLater)
        box.open()


def _problems_of(collection: "Collection") -> Sequence[IntegrityProblem]:
    from corrector.tasks.verifying import problems_of

    return problems_of(collection)
