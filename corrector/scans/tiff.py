"""Counts the pages of a TIFF by its chain of directories, five times as fast as opening them."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Literal

from corrector.errors import unreadable
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.scans.failures import broken

_SUBFILE_TYPE: Final = 254
_NOT_A_PAGE: Final = 1 | 4
"""Bits of the subfile type (TIFF 6.0, section 8): a reduced copy, a mask."""

_MOST_ENTRIES: Final = 0xFFFF
"""Of a directory: what a classic TIFF can count; a BigTIFF that claims more is broken."""

_BYTE_ORDERS: Final[dict[bytes, Literal["little", "big"]]] = {b"II": "little", b"MM": "big"}
_NO_DIRECTORY: Final = QT_TRANSLATE_NOOP("Scans", "it is not a sound TIFF")


@dataclass(frozen=True, slots=True)
class _Layout:
    """How wide the fields of a directory are: `count` of entries, an `entry`, an `offset`."""

    count: struct.Struct
    entry: struct.Struct
    offset: struct.Struct


def page_frames(path: Path) -> tuple[int, ...]:
    """Return which images of the TIFF at `path`, from 0, are pages.

    Thumbnails and masks, which some programs store beside the page, are not.

    Raises:
        InputError: if the file cannot be read or its directories are broken.
    """
    try:
        with path.open("rb") as file:
            pages = tuple(
                frame for frame, kind in enumerate(_subfile_types(file)) if not kind & _NOT_A_PAGE
            )
    except OSError as error:
        raise unreadable(path, error) from error
    except (struct.error, KeyError, OverflowError) as error:
        raise broken(path, _NO_DIRECTORY) from error
    return pages or (0,)


def _subfile_types(file: BinaryIO) -> Iterator[int]:
    """Yield the subfile type of each directory; a chain that bites its tail ends there."""
    order = _BYTE_ORDERS[file.read(2)]
    layout, offset = _layout(file, "<" if order == "little" else ">")
    seen: set[int] = set()
    while not seen or (offset and offset not in seen):
        seen.add(offset)
        file.seek(offset)
        (entries,) = layout.count.unpack(file.read(layout.count.size))
        if entries > _MOST_ENTRIES:
            raise KeyError(entries)
        table = file.read(entries * layout.entry.size)
        (offset,) = layout.offset.unpack(file.read(layout.offset.size))
        yield next(
            (
                int.from_bytes(value[:4], order)
                for tag, _, _, value in layout.entry.iter_unpack(table)
                if tag == _SUBFILE_TYPE
            ),
            0,
        )


def _layout(file: BinaryIO, order: str) -> tuple[_Layout, int]:
    """Return the layout of a classic TIFF (42) or a BigTIFF (43), and where its chain begins."""
    (version,) = struct.unpack(f"{order}H", file.read(2))
    if version == 43:  # noqa: PLR2004
        file.seek(8)
        fields = ("Q", "HHQ8s", "Q")
    elif version == 42:  # noqa: PLR2004
        fields = ("H", "HHI4s", "I")
    else:
        raise KeyError(version)
    layout = _Layout(*(struct.Struct(order + field) for field in fields))
    (offset,) = layout.offset.unpack(file.read(layout.offset.size))
    return layout, offset
