"""Says where copies of a record are kept, and which there are."""

import os
from pathlib import Path
from typing import Final

from corrector import paths

SUFFIX: Final = ".corrector"


def backups_beside(path: Path) -> Path:
    """Return the folder that holds the copies of the record `path`, where it can be written."""
    return path.with_name(f"{path.stem}.backups")


def backup_folders(path: Path) -> tuple[Path, ...]:
    """Return where copies of the record `path` may be: beside it, or else in the data folder."""
    beside = backups_beside(path)
    absolute = str(beside.absolute()).replace(os.sep, "_").replace(":", "_")
    return beside, paths.data_folder() / "backups" / absolute[-150:]


def list_backups(path: Path) -> tuple[Path, ...]:
    """Return the copies of the record `path`, oldest first."""
    found = [
        copy for folder in backup_folders(path) for copy in folder.glob(f"{path.stem}-*{SUFFIX}")
    ]
    return tuple(sorted(found, key=lambda copy: copy.name))
