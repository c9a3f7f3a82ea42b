"""Previews of scans, kept on the disk between sessions; losing them costs only time."""

import contextlib
import hashlib
import io
import itertools
import json
import os
from pathlib import Path
from typing import Final

from PIL import Image

from corrector.atomic import write_whole
from corrector.errors import OutputError, unreadable
from corrector.paths import cache_folder
from corrector.scans.failures import BROKEN
from corrector.scans.image import open_preview
from corrector.scans.listing import ScanSource

LIMIT_BYTES: Final = 2 * 1024**3
"""What the previews may fill together: about 5,000 of 2,000 pixels, or 200,000 thumbnails."""

_FORM: Final = 2
"""Number of the way previews are made; a new one makes all old previews unfindable."""

_QUALITY: Final = 88
_WRITES_BETWEEN_PRUNINGS: Final = 250

_writes = itertools.count(1)


def cached_preview(source: ScanSource, long_side: int) -> Image.Image:
    """Return a scan upright, in L or RGB, at most `long_side` pixels wide and high.

    A preview that was made before is taken from the disk as long as the scan's file has the same
    time and size. A cache that is broken or cannot be written is no error.

    Raises:
        InputError: if the scan cannot be read or is too large.
    """
    place = _place_of(source, long_side)
    kept = _kept(place, long_side)
    if kept is not None:
        return kept
    preview = open_preview(source, long_side)
    _keep(preview, place)
    return preview


def prune_previews(limit_bytes: int = LIMIT_BYTES) -> None:
    """Remove the previews that were used longest ago until the rest fills at most `limit_bytes`."""
    files = sorted(_kept_files(), reverse=True)
    sizes = itertools.accumulate(size for _, size, _ in files)
    for total, (_, _, path) in zip(sizes, files, strict=True):
        if total > limit_bytes:
            # Another window may have removed it already.
            with contextlib.suppress(OSError):
                path.unlink()


def _folder() -> Path:
    return cache_folder() / "previews"


def _place_of(source: ScanSource, long_side: int) -> Path:
    """Return where the preview is kept; the name stands for everything that makes it valid."""
    try:
        path = source.path.resolve()
        status = path.stat()
    except OSError as error:
        raise unreadable(source.path, error) from error
    valid_for = [
        _FORM, os.fsencode(path).hex(), source.frame, status.st_mtime_ns, status.st_size, long_side
    ]  # fmt: skip
    return _folder() / f"{hashlib.sha256(json.dumps(valid_for).encode()).hexdigest()}.jpg"


def _kept(place: Path, long_side: int) -> Image.Image | None:
    """Return the preview kept at `place` and note its use, or None if there is no sound one."""
    try:
        with place.open("rb") as file, Image.open(file, formats=("JPEG",)) as image:
            if max(image.size) > long_side:
                return None
            image.load()
    except BROKEN:
        return None
    image.info = {}
    # Many systems do not keep times of access; the time of change serves instead.
    with contextlib.suppress(OSError):
        os.utime(place)
    return image


def _keep(preview: Image.Image, place: Path) -> None:
    data = io.BytesIO()
    preview.save(data, "JPEG", quality=_QUALITY, subsampling=0)
    with contextlib.suppress(OutputError):
        write_whole(place, [data.getvalue()])
    if next(_writes) % _WRITES_BETWEEN_PRUNINGS == 0:
        prune_previews()


def _kept_files() -> list[tuple[int, int, Path]]:
    """Return time of last use, size and path of every kept file."""
    found = []
    with contextlib.suppress(OSError), os.scandir(_folder()) as entries:
        for entry in entries:
            with contextlib.suppress(OSError):
                status = entry.stat()
                found.append((status.st_mtime_ns, status.st_size, Path(entry.path)))
    return found
