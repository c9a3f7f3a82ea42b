"""Turns what goes wrong while a scan is read into an error that says so."""

import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PIL import Image, ImageCms, UnidentifiedImageError

from corrector.errors import InputError, unreadable
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.scans.limits import too_large

BROKEN: Final = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    AssertionError,
    RuntimeError,
    struct.error,
    zlib.error,
    ImageCms.PyCMSError,
    UserWarning,
)
"""What Pillow is known to raise on files that are not as their formats want them."""

_BOMB: Final = (Image.DecompressionBombError, Image.DecompressionBombWarning)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what the libraries raise about the scan at `path` into InputError."""
    try:
        yield
    except UnidentifiedImageError as error:
        raise broken(path, "its header is broken or of another kind") from error
    except _BOMB as error:
        pixels = re.search(r"\((\d+) pixels\)", str(error))
        raise too_large(path, int(pixels[1]) if pixels else 0) from error
    except MemoryError as error:
        raise broken(path, "there is not enough memory") from error
    except BROKEN as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise unreadable(path, error) from error
        raise broken(path, str(error) or type(error).__name__) from error


def broken(path: Path, reason: str) -> InputError:
    """Return the error that says that the scan at `path` cannot be read for `reason`."""
    return InputError(
        QT_TRANSLATE_NOOP(
            "Scans",
            "The scan “{path}” cannot be read: {reason}. Nothing was changed. Replace the file by "
            "a sound copy and open the folder again.",
        ),
        path=str(path),
        reason=reason,
    )


def no_such_frame(path: Path, frame: int) -> InputError:
    """Return the error that says that the file at `path` has no image number `frame` (from 0)."""
    return InputError(
        QT_TRANSLATE_NOOP(
            "Scans",
            "“{path}” has no page {number}; it may have been replaced. Nothing was changed. Open "
            "the folder again.",
        ),
        path=str(path),
        number=frame + 1,
    )
