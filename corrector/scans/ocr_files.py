"""Tells files of OCR made elsewhere from other XML and HTML, by their first bytes alone."""

import re
from pathlib import Path
from typing import Final

_HEAD: Final = 2048
"""Bytes that are looked at: what a file is stands in its first element or in the head of HTML."""

_SIGNS: Final = re.compile(rb"<(?:[\w.-]+:)?(?:alto|PcGts)\b|\bocr-system\b|\bocr_page\b")
_HOCR_SUFFIX: Final = ".hocr"


def holds_ocr(path: Path) -> bool:
    """Tell whether the file seems to be hOCR, ALTO or PAGE; what is called .hocr is believed.

    Raises:
        OSError: if it cannot be read.
    """
    if path.suffix.lower() == _HOCR_SUFFIX:
        return True
    with path.open("rb") as file:
        head = file.read(_HEAD)
    # UTF-16 has a zero beside every letter of the markup.
    return _SIGNS.search(head.replace(b"\0", b"")) is not None
