"""The file of OCR that a page was imported from, to be read when it is needed."""

from collections.abc import Callable
from dataclasses import dataclass

from corrector.messages import Message


@dataclass(frozen=True, slots=True)
class Original:
    """A file in hOCR, ALTO or PAGE.

    Attributes:
        format: as the reading of it calls its format: hOCR, ALTO or PAGE.
        path: relative to the collection's folder.
        part: which of its pages is meant, from 0.
        load: returns its bytes just as they were imported, or says why that cannot be.
    """

    format: str
    path: str
    part: int
    load: Callable[[], bytes | Message]
