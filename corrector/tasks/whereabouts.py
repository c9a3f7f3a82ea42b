"""Where a collection lies: its folder, and its record in it or elsewhere."""

import hashlib
import os
from pathlib import Path
from typing import Final

from corrector.errors import InputError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.paths import data_folder

RECORD_NAME: Final = "corrections.corrector"


def root_of(path: Path) -> Path:
    """Return the folder of the collection that `path` (a folder or a record) means.

    Raises:
        InputError: if there is nothing there.
    """
    if not path.exists():
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "“{path}” does not exist. Check the name."), path=str(path)
        )
    return path if path.is_dir() else path.parent


def record_of(path: Path) -> Path:
    """Return where the record of the collection is, or would be made.

    It lies in the folder itself, and only for a read-only folder among Corrector's own data.
    """
    if path.is_file():
        return path
    inside = path / RECORD_NAME
    if inside.exists() or os.access(path, os.W_OK):
        return inside
    name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]
    return data_folder() / "records" / f"{path.resolve().name}-{name}" / RECORD_NAME
