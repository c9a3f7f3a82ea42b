"""Words a failure for the person, whatever kind of exception it is."""

from PySide6.QtCore import QCoreApplication

from corrector.errors import CorrectorError
from corrector.gui.wording import worded


def failure_text(error: Exception) -> str:
    """Return the sentence that tells the person about `error`.

    An error that is ours is not hidden: its kind and words are part of the sentence.
    """
    if isinstance(error, CorrectorError):
        return worded(error.message)
    if isinstance(error, MemoryError):
        return QCoreApplication.translate(
            "Failures", "There is not enough memory for this. Close other programs, then try again."
        )
    template = QCoreApplication.translate(
        "Failures",
        "Something unexpected happened ({kind}: {words}). What was saved is safe; "
        "please report this.",
    )
    return template.format(kind=type(error).__name__, words=error)
