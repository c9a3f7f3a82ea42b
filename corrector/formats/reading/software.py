"""Name and version of the program that made a file, from what the file says of it."""

import re
from types import MappingProxyType
from typing import Final

from corrector.ocr.words import EngineDescription

UNKNOWN: Final = "unknown"
"""Name of an engine of which the file says nothing."""

FORMAT: Final = "format"
"""The parameter of the engine that names the format of the file."""

_NAME_AND_VERSION: Final = re.compile(r"(.*?)[\s/,]+(?:v|version)?\s*\.?(\d[\w.+\-]*)", re.I)


def described(format_name: str, software: str, version: str = "") -> EngineDescription:
    """Return the engine that a file names; a version behind the name is taken apart from it.

    Args:
        format_name: of the file, such as ``hOCR``.
        software: as the file names it, such as ``tesseract 5.3.0``; empty where it does not.
        version: as the file gives it apart from the name.
    """
    name = " ".join(software.split())
    apart = None if version.strip() else _NAME_AND_VERSION.fullmatch(name)
    if apart is not None and apart[1]:
        name, version = apart[1], apart[2]
    return EngineDescription(
        name or UNKNOWN, version.strip(), (), MappingProxyType({FORMAT: format_name})
    )
