"""Reads what a PNG says about itself, before and behind its pixels, without decoding them."""

import io
import os
import struct
import zlib
from typing import IO, Final

from PIL import Image, ImageFile

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_HEAD: Final = struct.Struct(">I4s")
_CHECKSUM_LENGTH: Final = 4
_TELLING: Final = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt"})
"""Chunks that may hold EXIF or XMP; the standard lets them stand behind the pixels too."""

_LONGEST: Final = 1 << 20
"""Bytes of a chunk that is looked into; Pillow too takes no text that is longer."""


def png_exif(image: ImageFile.ImageFile) -> Image.Exif:
    """Return the EXIF of an open PNG that is not loaded, or what its XMP says instead.

    Pillow decodes all pixels to see what stands behind them. Here their chunks are stepped over,
    and Pillow is given the rest as a PNG of one pixel.

    Raises:
        OSError, SyntaxError, ValueError: as Pillow does, if the file is broken.
    """
    if "exif" in image.info or image.fp is None:
        return image.getexif()
    position = image.fp.tell()
    try:
        described = _without_pixels(image.fp)
    finally:
        image.fp.seek(position)
    with Image.open(io.BytesIO(described), formats=("PNG",)) as small:
        # Not the method of a PNG, which would load what is not there.
        return Image.Image.getexif(small)


def _without_pixels(file: IO[bytes]) -> bytes:
    """Return a PNG of one pixel, never written, with all that `file` says about itself."""
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    parts = [_SIGNATURE, header]
    file.seek(len(_SIGNATURE))
    while len(head := file.read(_HEAD.size)) == _HEAD.size:
        length, kind = _HEAD.unpack(head)
        rest = length + _CHECKSUM_LENGTH
        if kind not in _TELLING or length > _LONGEST:
            file.seek(rest, os.SEEK_CUR)
            continue
        body = file.read(rest)
        if len(body) < rest:
            break
        parts.append(head + body)
    return b"".join([*parts, _chunk(b"IDAT", b""), _chunk(b"IEND", b"")])


def _chunk(kind: bytes, body: bytes) -> bytes:
    checksum = zlib.crc32(kind + body).to_bytes(_CHECKSUM_LENGTH, "big")
    return _HEAD.pack(len(body), kind) + body + checksum
