"""The files behind a page that formats may hold: its scan, and the OCR it came from."""

import hashlib
from collections.abc import Callable, Sequence

from corrector.errors import InputError, unreadable
from corrector.formats.originals.original import Original
from corrector.formats.page_image import PageImage
from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.record.entries import Origin, Page, TextSource, Version
from corrector.scans.image import ScanInfo, open_scan, scan_info
from corrector.scans.listing import ScanSource
from corrector.tasks.collection import Collection

_FORMAT = "format"
"""The detail of an imported version that names the format of its file."""
_PLAIN_JPEGS = {"L", "RGB"}
"""JPEGs in other colours look different from program to program; they are written as pixels."""


def original_of(collection: Collection, page: Page, history: Sequence[Version]) -> Original | None:
    """Return the file of OCR that the text of `page` was imported from, or None."""
    source = page.text_source
    if source is None or not history or history[0].origin is not Origin.IMPORTED:
        return None
    kind = history[0].details.get(_FORMAT, "")
    if not kind:
        return None
    return Original(kind, source.path, source.part, lambda: _unchanged(collection, source))


def image_of(collection: Collection, page: Page) -> Callable[[], PageImage] | None:
    """Return what opens the scan of `page`; None without a scan.

    What is returned raises InputError if the scan cannot be read.
    """
    source = collection.scan_of(page)
    return None if source is None else lambda: _image(source)


def _unchanged(collection: Collection, source: TextSource) -> bytes | Message:
    from corrector.formats.reading.parsing import bytes_of

    try:
        data = bytes_of(collection.root / source.path)
    except InputError as error:
        return error.message
    if hashlib.sha256(data).hexdigest() == source.sha256:
        return data
    return message(
        QT_TRANSLATE_NOOP(
            "Formats",
            "“{file}” is not as it was when it was imported. A new file was written instead of a "
            "corrected copy of it.",
        ),
        file=source.path,
    )


def _image(source: ScanSource) -> PageImage:
    info = scan_info(source)
    if info.format == "JPEG" and info.mode in _PLAIN_JPEGS:
        try:
            data = source.path.read_bytes()
        except OSError as error:
            raise unreadable(source.path, error) from error
        return PageImage(
            info.width,
            info.height,
            info.mode,
            data,
            jpeg=True,
            orientation=info.orientation,
            resolution=info.resolution,
        )
    return _pixels(source, info)


def _pixels(source: ScanSource, info: ScanInfo) -> PageImage:
    """Return the scan as pixels, turned back to how it is stored, so that places fit it."""
    from PIL import Image

    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    with open_scan(source) as upright:
        turn = turns.get(int(info.orientation))
        image = upright if turn is None else upright.transpose(turn)
        return PageImage(
            image.width,
            image.height,
            image.mode,
            image.tobytes(),
            jpeg=False,
            orientation=info.orientation,
            resolution=info.resolution,
        )
