"""Corrector: correct machine transcriptions of scanned documents by hand."""

from typing import Final

VERSION: Final = "0.1.0"
