"""Reads the OCR made elsewhere that was paired with pages, and keeps what was wrong with it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final

from corrector.errors import InputError
from corrector.formats.reading.ocr_page import OcrPage
from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.ocr.words import Reading
from corrector.record.entries import TextSource
from corrector.scans.listing import FolderProblem, FoundPage, ScanSource
from corrector.text.decoding import TextForm

FILE: Final = "file"
FILE_SHA256: Final = "file-sha256"
_BETWEEN_PAGES: Final = "\f"


@dataclass(frozen=True, slots=True)
class FoundOcr:
    """What another program read on a page.

    Attributes:
        text: of the page; never empty.
        source: the file, as where an imported text comes from.
        reading: the words in pixels of the stored scan; None where their places do not fit it.
        engine: who read it, as the file says.
    """

    text: str
    source: TextSource
    reading: Reading | None
    engine: dict[str, str]


@dataclass(frozen=True, slots=True)
class _OcrFile:
    pages: tuple[OcrPage, ...]
    sha256: str


class FoundOcrFiles:
    """The files of OCR in a folder; the last one read stays at hand for its other pages."""

    def __init__(self, root: Path) -> None:
        self.problems: list[FolderProblem] = []
        self._root = root
        self._path: PurePosixPath | None = None
        self._file: _OcrFile | None = None

    def of(self, page: FoundPage) -> FoundOcr | None:
        """Return what the file of `page` says of it; None where that is nothing or of no use."""
        path = page.ocr_file
        file = None if path is None else self._read(path)
        if path is None or file is None:
            return None
        found = _page_for(page, file.pages)
        if found is None:
            self._say(path, _other_number(len(file.pages), page.ocr_parts))
            return None
        if not found.reading.text:
            self._say(path, _no_text())
            return None
        return self._fitted(page, path, file, found)

    def _fitted(
        self, page: FoundPage, path: PurePosixPath, file: _OcrFile, found: OcrPage
    ) -> FoundOcr:
        after = _BETWEEN_PAGES if page.ocr_part + 1 < page.ocr_parts else ""
        source = TextSource(str(path), page.ocr_part, after, TextForm(), file.sha256)
        reading = self._placed(page, path, found)
        return FoundOcr(
            found.reading.text,
            source,
            None if reading is None else _with_source(reading, source),
            _details(found.reading),
        )

    def _placed(self, page: FoundPage, path: PurePosixPath, found: OcrPage) -> Reading | None:
        """Return the reading in pixels of the scan, or None where the two do not fit."""
        from corrector.formats.reading.fitting import fitted
        from corrector.scans.image import scan_info

        if page.scan is None:
            return None
        try:
            info = scan_info(ScanSource(self._root / page.scan, page.frame))
        except InputError as error:
            self._say(page.scan, error.message)
            return None
        on_scan = fitted(found, info.width, info.height, info.orientation)
        if on_scan is None:
            size = found.reading.width, found.reading.height
            self._say(path, _not_of_this_scan(size, (info.width, info.height)))
            return None
        return on_scan.reading

    def _read(self, path: PurePosixPath) -> _OcrFile | None:
        if path != self._path:
            self._path, self._file = path, self._new(path)
        return self._file

    def _new(self, path: PurePosixPath) -> _OcrFile | None:
        # Most folders hold no such file and need no XML parser to be opened.
        from corrector.formats.reading.detect import pages_in
        from corrector.formats.reading.parsing import bytes_of

        whole = self._root / path
        try:
            data = bytes_of(whole)
            return _OcrFile(pages_in(data, whole), hashlib.sha256(data).hexdigest())
        except InputError as error:
            self._say(path, error.message)
            return None

    def _say(self, path: PurePosixPath, said: Message) -> None:
        self.problems.append(FolderProblem(path, said))


def _page_for(page: FoundPage, pages: Sequence[OcrPage]) -> OcrPage | None:
    """Return the page of the file that is `page`: by its number or by the name of the scan."""
    if len(pages) == page.ocr_parts:
        return pages[page.ocr_part]
    stem = "" if page.scan is None else page.scan.stem
    named = [one for one in pages if one.image_name and _stem(one.image_name) == stem]
    return named[0] if len(named) == 1 and page.ocr_parts == 1 else None


def _stem(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).stem


def _with_source(reading: Reading, source: TextSource) -> Reading:
    parameters = {**reading.engine.parameters, FILE: source.path, FILE_SHA256: source.sha256}
    return replace(reading, engine=replace(reading.engine, parameters=MappingProxyType(parameters)))


def _details(reading: Reading) -> dict[str, str]:
    """Return who read the page, in the words of a version's details."""
    engine = reading.engine
    found = {
        "engine": engine.name,
        "engine-version": engine.version,
        "languages": "+".join(engine.languages),
        **engine.parameters,
    }
    return {name: value for name, value in found.items() if value}


def _other_number(pages: int, wanted: int) -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "Opening",
            "This file of OCR is not for this scan, so it was not used. Pages it describes: "
            "{pages}, pages of the scan: {wanted}. Put a file for each scan beside it.",
        ),
        pages=pages,
        wanted=wanted,
    )


def _no_text() -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "Opening", "This file of OCR holds no text, so it was not used. Recognise the page."
        )
    )


def _not_of_this_scan(described: tuple[int, int], stored: tuple[int, int]) -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "Opening",
            "This file of OCR describes a page of {width} x {height} pixels, the scan has "
            "{stored_width} x {stored_height}: the places of its words were not used.",
        ),
        width=described[0],
        height=described[1],
        stored_width=stored[0],
        stored_height=stored[1],
    )
