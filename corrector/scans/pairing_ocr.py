"""Decides which file of OCR made elsewhere belongs to which scan, and what it is good for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from corrector.messages import QT_TRANSLATE_NOOP, message
from corrector.scans.listing import FolderProblem
from corrector.scans.nearness import stem_key
from corrector.scans.pairing import Pairing, pair_texts


@dataclass(frozen=True, slots=True)
class OcrPairing:
    """Which files of OCR go with which scans, and where the names leave a doubt.

    Attributes:
        chosen: the file of a scan, for all its pages.
        of_pages: the file of one page of a scan that has several, numbered from 1.
        problems: where the names leave a doubt.
    """

    chosen: dict[PurePosixPath, PurePosixPath]
    of_pages: dict[tuple[PurePosixPath, int], PurePosixPath]
    problems: list[FolderProblem]


def pair_ocr_files(
    pages: Mapping[PurePosixPath, int], files: Sequence[PurePosixPath], texts: Pairing
) -> OcrPairing:
    """Return the pairing of `files` with scans, each given with its number of pages.

    The rules are those for texts. What bears no scan's name may bear that of a page as exports
    have it: `four_2.alto.xml` belongs to the second page of `four.tif`.

    A file of the scan's own name comes before texts with a dotted suffix (`0001.gt.txt`), which
    then are among the others of `texts`. One with a dotted suffix (`0001.gt.xml`) is not used
    where a text or a file of OCR bears the scan's own name.
    """
    found = pair_texts(list(pages), files)
    chosen: dict[PurePosixPath, PurePosixPath] = {}
    for scan, file in found.chosen.items():
        text = texts.chosen.get(scan)
        text_is_exact = text is not None and _is_of_its_name(scan, text)
        if not _is_of_its_name(scan, file):
            if not text_is_exact:
                chosen[scan] = file
            continue
        chosen[scan] = file
        if text is not None and not text_is_exact:
            texts.others[scan].insert(0, texts.chosen.pop(scan))
    numbered = _numbered(pages)
    of_pages = pair_texts(list(numbered), found.unpaired)
    return OcrPairing(
        chosen,
        {numbered[name]: file for name, file in of_pages.chosen.items()},
        [
            *found.problems,
            *of_pages.problems,
            *(_without_scan(file) for file in of_pages.unpaired),
        ],
    )


def _numbered(pages: Mapping[PurePosixPath, int]) -> dict[PurePosixPath, tuple[PurePosixPath, int]]:
    """Return each page of a file of several by the name it would have as a scan of its own."""
    return {
        scan.with_name(f"{scan.stem}_{number}{scan.suffix}"): (scan, number)
        for scan, count in pages.items()
        if count > 1
        for number in range(1, count + 1)
    }


def _is_of_its_name(scan: PurePosixPath, file: PurePosixPath) -> bool:
    return stem_key(scan.stem) == stem_key(file.stem)


def _without_scan(file: PurePosixPath) -> FolderProblem:
    template = QT_TRANSLATE_NOOP(
        "Opening",
        "This file of OCR bears the name of no scan and was left out. Give it the name of its "
        "scan.",
    )
    return FolderProblem(file, message(template))
