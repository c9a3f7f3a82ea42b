"""The forms of Tesseract: in this process where tesserocr is installed, else the program."""

import logging
import os
from typing import Final

from corrector.errors import MissingProgramError
from corrector.ocr.engine import PictureReader
from corrector.ocr.tesseract import TesseractEngine

CHOICE: Final = "CORRECTOR_TESSERACT"
"""Variable of the environment; `program` has the program used though tesserocr is installed."""
_PROGRAM: Final = "program"

log: Final = logging.getLogger(__name__)


def best_reader() -> PictureReader:
    """Return the quickest form of Tesseract that can be used here."""
    if os.environ.get(CHOICE) == _PROGRAM:
        return TesseractEngine()
    return _in_process() or TesseractEngine()


def _in_process() -> PictureReader | None:
    """Return Tesseract in this process, or None where it or its models are not installed."""
    # Imported late: it costs 0.2 s, and most people have the program only.
    from corrector.ocr.tesserocr_reader import TesserocrReader

    try:
        return TesserocrReader()
    except MissingProgramError as error:
        log.info("%s", error)
        return None
