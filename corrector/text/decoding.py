"""Bytes of a text file into text and back: encoding, byte order mark and line ends remembered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextForm:
    r"""How a text stands in its file.

    Attributes:
        encoding: the codec's Python name without any mark: utf-8, utf-16-le, utf-16-be,
            windows-1252 or iso-8859-1.
        mark: whether the file begins with a byte order mark.
        newline: what ends its lines: ``\n``, ``\r\n`` or ``\r``.
    """

    encoding: str = "utf-8"
    mark: bool = False
    newline: str = "\n"
