"""The one limit for the size of scans, set on Pillow as well."""

import warnings
from pathlib import Path
from typing import Final

from PIL import Image

from corrector.errors import InputError
from corrector.messages import QT_TRANSLATE_NOOP

MAX_SCAN_PIXELS: Final = 1_000_000_000
"""Pixels of the largest scan that is opened: A0 at 600 dpi has 560 million, and a billion pixels
in colour fill three gigabytes of memory."""

_MILLION: Final = 1_000_000

Image.MAX_IMAGE_PIXELS = MAX_SCAN_PIXELS
# Between once and twice its limit Pillow only warns; the limit is a limit.
warnings.simplefilter("error", Image.DecompressionBombWarning)
# Small flaws in the tags of a scan are no news to the person at the terminal.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")


def check_size(path: Path, width: int, height: int) -> None:
    """Raise InputError if an image of `width` and `height` pixels has more than the limit."""
    if width * height > MAX_SCAN_PIXELS:
        raise too_large(path, width * height)


def too_large(path: Path, pixels: int) -> InputError:
    """Return the error that says that the scan at `path` has too many pixels."""
    return InputError(
        QT_TRANSLATE_NOOP(
            "Scans",
            "The scan “{path}” has {pixels} million pixels; up to {limit} million can be opened. "
            "Nothing was changed. Make a smaller copy of the scan and open the folder again.",
        ),
        path=str(path),
        pixels=round(pixels / _MILLION),
        limit=MAX_SCAN_PIXELS // _MILLION,
    )
