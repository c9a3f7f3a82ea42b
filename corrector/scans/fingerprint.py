"""The SHA-256 of a file, taken in steps so that it can be stopped."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from corrector.errors import CancelledError, unreadable

_STEP: Final = 4 * 1024 * 1024
"""Bytes between two looks at whether to stop: about five milliseconds of work."""


def never() -> bool:
    """Say that nobody stopped the task."""
    return False


def sha256_of(path: Path, cancelled: Callable[[], bool] = never) -> str:
    """Return the SHA-256 of the file at `path` in hexadecimal digits.

    Raises:
        InputError: if the file cannot be read.
        CancelledError: if `cancelled` said so.
    """
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while step := file.read(_STEP):
                if cancelled():
                    raise CancelledError
                digest.update(step)
    except OSError as error:
        raise unreadable(path, error) from error
    return digest.hexdigest()
