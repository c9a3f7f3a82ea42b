"""Reads a text file whole: its parts between form feeds, its form and its fingerprint."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corrector.errors import InputError, unreadable
from corrector.messages import QT_TRANSLATE_NOOP, Message
from corrector.text.decoding import TextForm, decode

MAX_TEXT_BYTES: Final = 64 * 1024 * 1024
"""Larger files are refused: a book of a thousand pages has about three million bytes."""

_PART: Final = re.compile(r"([^\f]*)(\f|\Z)")


@dataclass(frozen=True, slots=True)
class TextFile:
    """What a text file holds.

    Attributes:
        parts: the texts between form feeds; always at least one.
        after: what follows each part: a form feed, or nothing at the end. Parts and what follows
            them, strung together, are the whole text.
        form: how the text stands in the file.
        sha256: of the bytes of the file, in hexadecimal digits.
        notices: what a person should know about the reading.
    """

    parts: tuple[str, ...]
    after: tuple[str, ...]
    form: TextForm
    sha256: str
    notices: tuple[Message, ...]


def read_text_file(path: Path) -> TextFile:
    """Return the text of the file at `path`, which is left as it is.

    Raises:
        InputError: if the file cannot be read, is larger than `MAX_TEXT_BYTES` or is not a text.
    """
    data = _bytes_of(path)
    decoded = decode(data)
    parts, after = split_at_form_feeds(decoded.text)
    return TextFile(parts, after, decoded.form, hashlib.sha256(data).hexdigest(), decoded.notices)


def split_at_form_feeds(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the parts of `text` and what follows each; a last form feed begins no new part."""
    found = [match.groups() for match in _PART.finditer(text)]
    if len(found) > 1 and found[-1] == ("", ""):
        found.pop()
    return tuple(part for part, _ in found), tuple(after for _, after in found)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_TEXT_BYTES + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    if len(data) > MAX_TEXT_BYTES:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Texts",
                "“{path}” is larger than {limit} megabytes and was not read; nothing was changed. "
                "Divide it into smaller files and open the folder again.",
            ),
            path=str(path),
            limit=MAX_TEXT_BYTES // (1024 * 1024),
        )
    return data
