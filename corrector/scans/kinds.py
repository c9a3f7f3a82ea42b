"""Which files are scans, texts or maybe OCR made elsewhere, told by their suffixes."""

from pathlib import PurePath
from typing import Final

PDF_SUFFIXES: Final = frozenset({".pdf"})
TIFF_SUFFIXES: Final = frozenset({".tif", ".tiff"})
SINGLE_SUFFIXES: Final = frozenset(
    {".jpg", ".jpeg", ".jpe", ".png", ".webp", ".bmp", ".jp2", ".j2k", ".jpf", ".jpx"}
)
"""Kinds of images that hold one page; further frames of them are not pages."""

SCAN_SUFFIXES: Final = PDF_SUFFIXES | TIFF_SUFFIXES | SINGLE_SUFFIXES
TEXT_SUFFIXES: Final = frozenset({".txt"})
OCR_SUFFIXES: Final = frozenset({".hocr", ".xml", ".html", ".htm", ".xhtml"})
"""Of files that may hold hOCR, ALTO or PAGE; their first bytes say whether they do."""


def is_pdf(path: PurePath) -> bool:
    """Tell whether `path` names a PDF."""
    return path.suffix.lower() in PDF_SUFFIXES


def is_tiff(path: PurePath) -> bool:
    """Tell whether `path` names a TIFF."""
    return path.suffix.lower() in TIFF_SUFFIXES
