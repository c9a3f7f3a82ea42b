"""Tells the person of a failure: what happened, what is safe, what to do, with details to copy."""

import traceback
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from corrector.errors import CancelledError, CorrectorError
from corrector.gui.failures import failure_text


def show_error(parent: QWidget | None, error: Exception) -> None:
    """Show `error` in a window that waits until it is closed; what was cancelled is not told."""
    if not isinstance(error, CancelledError):
        error_box(parent, error).exec()


def error_box(parent: QWidget | None, error: Exception) -> QMessageBox:
    """Return the window that tells of `error`; its button copies everything for a report."""
    box = QMessageBox(parent)
    box.setWindowTitle(QCoreApplication.translate("Failures", "Corrector"))
    expected = isinstance(error, CorrectorError)
    box.setIcon(QMessageBox.Icon.Warning if expected else QMessageBox.Icon.Critical)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(failure_text(error))
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByKeyboard
        | Qt.TextInteractionFlag.TextSelectableByMouse
    )
    close = box.addButton(QMessageBox.StandardButton.Close)
    copy = box.addButton(
        QCoreApplication.translate("Failures", "&Copy details"), QMessageBox.ButtonRole.HelpRole
    )
    copy.clicked.disconnect()  # a copied text is no reason to close the window
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details(error)))
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    return box


def details(error: Exception) -> str:
    """Return what a report needs: the sentence, the kinds of errors behind it, where it arose."""
    chain = "\n".join(f"{type(link).__name__}: {link}" for link in _chain(error))
    where = "".join(traceback.format_exception(error))
    return f"{failure_text(error)}\n\n{chain}\n\n{where}"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield `error` and what it was raised from, to the first."""
    link: BaseException | None = error
    while link is not None:
        yield link
        link = link.__cause__
