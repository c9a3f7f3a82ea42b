"""How many pages a scan file holds, told by its header where that is needed."""

from pathlib import Path

from corrector.scans.kinds import is_pdf, is_tiff
from corrector.scans.pdf import page_count
from corrector.scans.tiff import page_frames


def frames_of(path: Path) -> tuple[int, ...]:
    """Return which images of the file are pages, from 0; only PDF and TIFF hold several.

    Raises:
        InputError: if the header had to be read and is broken, or a PDF is encrypted.
    """
    if is_pdf(path):
        return tuple(range(page_count(path)))
    return page_frames(path) if is_tiff(path) else (0,)
