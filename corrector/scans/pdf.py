"""Pages of a PDF as images, by pypdfium2, one thread at a time."""

import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pypdfium2
from PIL import Image
from pypdfium2.raw import FPDF_ERR_FORMAT, FPDF_ERR_PASSWORD

from corrector.errors import InputError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.scans.failures import broken, no_such_frame, reading
from corrector.scans.limits import check_size

STORED_RESOLUTION: Final = 300
"""Dots per inch at which a page of a PDF counts as stored; word boxes are in these pixels."""

_POINTS_PER_INCH: Final = 72

_LOCK: Final = threading.Lock()
"""PDFium keeps state of its own and must not be called from two threads at once."""


def page_count(path: Path) -> int:
    """Return the number of pages of the PDF at `path`.

    Raises:
        InputError: if it cannot be read or is encrypted.
    """
    with _document(path) as document:
        return len(document)


def page_size(path: Path, page: int, resolution: float = STORED_RESOLUTION) -> tuple[int, int]:
    """Return width and height in pixels of a page (from 0) at `resolution` dots per inch.

    Raises:
        InputError: if the PDF cannot be read or has no such page.
    """
    with _page(path, page) as found:
        return _pixels(found, resolution / _POINTS_PER_INCH)


def render_page(path: Path, page: int, resolution: float = STORED_RESOLUTION) -> Image.Image:
    """Return a page (from 0) at `resolution` dots per inch, in RGB, on white.

    Raises:
        InputError: if the PDF cannot be read, has no such page, or the image became too large.
    """
    with _page(path, page) as found:
        return _rendered(path, found, resolution / _POINTS_PER_INCH)


def render_preview(path: Path, page: int, long_side: int) -> Image.Image:
    """Return a page (from 0) whose longer side has `long_side` pixels, in RGB, on white.

    Raises:
        InputError: as `render_page`.
    """
    with _page(path, page) as found:
        # PDFium rounds up, and the preview may not be larger than asked for.
        scale = (long_side - 0.001) / max(found.get_width(), found.get_height())
        return _rendered(path, found, scale)


def _rendered(path: Path, page: Any, scale: float) -> Image.Image:  # noqa: ANN401
    check_size(path, *_pixels(page, scale))
    bitmap = page.render(scale=scale)
    try:
        image: Image.Image = bitmap.to_pil()
        # A bitmap in another order than RGB has been copied; any other shares its memory.
        return image if image.mode == "RGB" else image.convert("RGB")
    finally:
        bitmap.close()


def _pixels(page: Any, scale: float) -> tuple[int, int]:  # noqa: ANN401
    """Return the size at which PDFium renders the page; it rounds up."""
    return math.ceil(page.get_width() * scale), math.ceil(page.get_height() * scale)


@contextmanager
def _page(path: Path, page: int) -> Iterator[Any]:
    with _document(path) as document:
        if not 0 <= page < len(document):
            raise no_such_frame(path, page)
        found = document[page]
        try:
            yield found
        finally:
            found.close()


@contextmanager
def _document(path: Path) -> Iterator[Any]:
    with _LOCK, reading(path):
        document = _loaded(path)
        try:
            yield document
        finally:
            document.close()


def _loaded(path: Path) -> Any:  # noqa: ANN401
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code == FPDF_ERR_PASSWORD:
            raise _encrypted(path) from error
        reason = "it is not a sound PDF" if error.err_code == FPDF_ERR_FORMAT else str(error)
        raise broken(path, reason) from error


def _encrypted(path: Path) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP(
            "Scans",
            "“{path}” is protected by a password and was not opened; nothing was changed. Save a "
            "copy without password in the folder and open it again.",
        ),
        path=str(path),
    )
