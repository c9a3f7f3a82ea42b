"""Decides which file of OCR made elsewhere belongs to which scan, and what it is good for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from corrector.messages import QT_TRANSLATE_NOOP, message
from corrector.scans.listing import FolderProblem
from corrector.scans.nearness import stem_key
from corrector.scans.pairing import Pairing, pair_texts


@dataclass(frozen=True, slots=True)
class OcrPairing:
    """Which files of OCR go with which scans, and where the names leave a doubt."""

    chosen: dict[PurePosixPath, PurePosixPath]
    problems: list[FolderProblem]


def pair_ocr_files(
    scans: Sequence[PurePosixPath], files: Sequence[PurePosixPath], texts: Pairing
) -> OcrPairing:
    """Return the pairing of `files` with `scans`, by the rules for texts.

    A file of the scan's own name comes before texts with a dotted suffix (`0001.gt.txt`), which
    then are among the others of `texts`. One with a dotted suffix (`0001.gt.xml`) is not used
    where a text or a file of OCR bears the scan's own name.
    """
    found = pair_texts(scans, files)
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
    problems = found.problems + [_without_scan(file) for file in found.unpaired]
    return OcrPairing(chosen, problems)


def _is_of_its_name(scan: PurePosixPath, file: PurePosixPath) -> bool:
    return stem_key(scan.stem) == stem_key(file.stem)


def _without_scan(file: PurePosixPath) -> FolderProblem:
    template = QT_TRANSLATE_NOOP(
        "Opening",
        "This file of OCR bears the name of no scan and was left out. Give it the name of its "
        "scan.",
    )
    return FolderProblem(file, message(template))
