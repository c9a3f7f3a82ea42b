"""Where a collection lies: its folder, and its record in it or elsewhere."""

import hashlib
import os
from pathlib import Path
from typing import Final

from corrector.errors import InputError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.paths import data_folder
from corrector.tasks.places import Place, SharedPlace

RECORD_NAME: Final = "corrections.corrector"


def root_of(path: Place) -> Path:
    """Return the folder of the collection that `path` (a folder, a record, or shared) means.

    Raises:
        InputError: if there is nothing there.
    """
    if isinstance(path, SharedPlace):
        return root_of(path.root)
    if not path.exists():
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "“{path}” does not exist. Check the name."), path=str(path)
        )
    return path if path.is_dir() else path.parent


def record_of(path: Path) -> Path:
    """Return where the record of the collection is, or would be made.

    It lies in the folder itself, and only for a read-only folder among Corrector's own data. One
    that was made there stays in use should the folder become writable later.
    """
    if path.is_file():
        return path
    inside, elsewhere = path / RECORD_NAME, _elsewhere(path)
    if inside.exists() or (os.access(path, os.W_OK) and not elsewhere.exists()):
        return inside
    return elsewhere


def has_record(path: Place) -> bool:
    """Tell whether opening `path` for work makes no new record file."""
    return isinstance(path, SharedPlace) or record_of(path).exists()


def is_write_protected(path: Place) -> bool:
    """Tell whether `path` has a record that can be read and not written, as on a sealed disk."""
    if isinstance(path, SharedPlace) or not path.exists():
        return False
    place = record_of(path)
    # SQLite writes its journal beside the record.
    return place.exists() and not all(os.access(one, os.W_OK) for one in (place, place.parent))


def folder_around(file: Path) -> Path:
    """Return the folder of the collection that `file` belongs to.

    That is the nearest folder around it with a record, or the folder in which it lies.
    """
    around = file.absolute().parents
    return next((one for one in around if (one / RECORD_NAME).exists()), file.parent)


def _elsewhere(path: Path) -> Path:
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:16]
    return data_folder() / "records" / f"{path.resolve().name}-{name}" / RECORD_NAME
