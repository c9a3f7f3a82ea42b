"""Reads a file of OCR made elsewhere, whichever of the known formats it is in."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from lxml import etree

from corrector.formats.reading import alto, hocr, page_xml
from corrector.formats.reading.assembling import assembled
from corrector.formats.reading.ocr_page import OcrPage
from corrector.formats.reading.parsing import broken, bytes_of, parsed_html, parsed_xml
from corrector.formats.reading.raw_page import RawPage
from corrector.ocr.words import EngineDescription

_HTML: Final = re.compile(rb"<html\b|<!doctype\s+html|ocr_page", re.IGNORECASE)
_HEAD: Final = 2048


@dataclass(frozen=True, slots=True)
class _Reader:
    """How one format is read."""

    engine_of: Callable[[etree._Element], EngineDescription]
    pages_of: Callable[[etree._Element], Iterator[RawPage]]


_READERS: Final[Mapping[str, _Reader]] = MappingProxyType(
    {
        alto.ROOT: _Reader(alto.engine_of, alto.pages_of),
        page_xml.ROOT: _Reader(page_xml.engine_of, page_xml.pages_of),
        hocr.ROOT: _Reader(hocr.engine_of, hocr.pages_of),
    }
)


def read_ocr_file(path: Path) -> tuple[OcrPage, ...]:
    """Return the pages that a file in hOCR, ALTO or PAGE describes; the file is only read.

    Raises:
        InputError: if it cannot be read, is too large, broken, hostile, in none of these formats,
            or describes no page.
    """
    return pages_in(bytes_of(path), path)


def pages_in(data: bytes, path: Path) -> tuple[OcrPage, ...]:
    """Return the pages that `data`, the bytes of the file at `path`, describe.

    Raises:
        InputError: as `read_ocr_file`.
    """
    root = parsed_html(data, path) if _is_html(data) else parsed_xml(data, path)
    reader = _READERS.get(etree.QName(root).localname)
    if reader is None:
        raise broken(path, "it is neither hOCR nor ALTO nor PAGE")
    engine = reader.engine_of(root)
    pages = tuple(assembled(page, engine) for page in reader.pages_of(root))
    if not pages:
        raise broken(path, "it describes no page")
    return pages


def _is_html(data: bytes) -> bool:
    return bool(_HTML.search(data[:_HEAD].replace(b"\0", b"")))
