"""Makes the folder that a collection is to lie in."""

from pathlib import Path

from corrector.errors import OutputError
from corrector.messages import QT_TRANSLATE_NOOP


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it, where they are missing.

    Raises:
        OutputError: if that cannot be done.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The folder “{path}” cannot be made: {reason}. Nothing was changed. Choose a "
                "place where you may write.",
            ),
            path=str(folder),
            reason=error.strerror or "",
        ) from error
