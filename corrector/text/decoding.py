"""Bytes of a text file into text and back: encoding, byte order mark and line ends remembered."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corrector.errors import InputError
from corrector.messages import QT_TRANSLATE_NOOP, Message, message

_NAMES: Final = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 (little endian)",
    "utf-16-be": "UTF-16 (big endian)",
    "windows-1252": "Windows-1252",
    "iso-8859-1": "ISO-8859-1",
}
"""What a person calls the encodings; the keys are Python's names of the codecs."""

_MARKS: Final = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}

_UTF_16: Final = ("utf-16-le", "utf-16-be")

_NEWLINES: Final = {"\n": "LF", "\r\n": "CR LF", "\r": "CR"}

_MOST_IN_OTHER_HALF: Final = 1 / 3
_LEAST_IN_ONE_HALF: Final = 1 / 20
"""Texts of European scripts have a zero in half of the bytes, Greek or Cyrillic ones at every
blank and line end, which is well over one character in twenty; pictures have zeros in both halves.
"""

_NEVER_TYPED: Final = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
"""Control characters that come of numbers taken for UTF-16. Not among them is what old programs
left in texts: tabulators of both kinds, form feeds and, as the end of a file, U+001A."""


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


@dataclass(frozen=True, slots=True)
class DecodedText:
    r"""A text read from bytes.

    Attributes:
        text: with ``\n`` at all line ends and every other character as it stood in the file.
        form: what `encode` needs to write it back.
        notices: what a person should know: an encoding that had to be guessed, mixed line ends.
    """

    text: str
    form: TextForm
    notices: tuple[Message, ...] = ()


def decode(data: bytes) -> DecodedText:
    """Return the text of `data`.

    Tried in this order: a byte order mark, UTF-16 without one (told by where the zero bytes are,
    and refused where it would hold control characters), UTF-8, Windows-1252, and ISO-8859-1, which
    fits everything.

    Raises:
        InputError: if the bytes are no text in any of these encodings.
    """
    encoding, mark, raw = _decoded(data)
    if "\0" in raw:
        raise _not_text()
    newline, mixed = _newline_of(raw)
    form = TextForm(encoding, mark, newline)
    text = raw.replace("\r\n", "\n").replace("\r", "\n") if "\r" in raw else raw
    return DecodedText(text, form, tuple(_notices(form, mixed=mixed)))


def encode(text: str, form: TextForm) -> bytes:
    r"""Return `text`, whose lines end in ``\n``, as bytes of the given form.

    Raises:
        InputError: if the encoding has no place for a character of `text`.
    """
    try:
        body = text.replace("\n", form.newline).encode(form.encoding)
    except UnicodeEncodeError as error:
        raise _no_place_for(error.object[error.start], form.encoding) from error
    return _MARKS[form.encoding] + body if form.mark else body


def _decoded(data: bytes) -> tuple[str, bool, str]:
    """Return the encoding, whether there is a mark, and the text with its line ends."""
    for encoding, mark in _MARKS.items():
        if data.startswith(mark):
            text = _attempt(data[len(mark) :], encoding)
            if text is not None:
                return encoding, True, text
    for encoding in _candidates(data):
        text = _attempt(data, encoding)
        if text is not None and not (encoding in _UTF_16 and _NEVER_TYPED.search(text)):
            return encoding, False, text
    raise _not_text()


def _candidates(data: bytes) -> tuple[str, ...]:
    """Return the encodings to try on bytes without a mark, the likeliest first."""
    if b"\0" not in data:
        return "utf-8", "windows-1252", "iso-8859-1"
    first, second = data[::2].count(0), data[1::2].count(0)
    most, least = max(first, second), min(first, second)
    if most < _LEAST_IN_ONE_HALF * len(data) / 2 or least > _MOST_IN_OTHER_HALF * most:
        return ()
    return _UTF_16[:1] if second > first else _UTF_16[1:]


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _newline_of(raw: str) -> tuple[str, bool]:
    """Return the commonest line end of `raw` and whether there are others."""
    both = raw.count("\r\n")
    counts = {"\n": raw.count("\n") - both, "\r\n": both, "\r": raw.count("\r") - both}
    commonest = max(counts, key=lambda newline: counts[newline])
    return commonest, sum(count > 0 for count in counts.values()) > 1


def _notices(form: TextForm, *, mixed: bool) -> Iterator[Message]:
    if form.encoding != "utf-8":
        yield message(
            QT_TRANSLATE_NOOP(
                "Decoding",
                "This text is not UTF-8. It was read as {encoding}; if accented letters or "
                "quotation marks look wrong, convert the file and open it again.",
            ),
            encoding=_NAMES[form.encoding],
        )
    if mixed:
        yield message(
            QT_TRANSLATE_NOOP(
                "Decoding",
                "The lines of this text end in different ways. All are shown alike, and an export "
                "in the form of the file ends them with {newline}, the commonest.",
            ),
            newline=_NEWLINES[form.newline],
        )


def _not_text() -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP(
            "Decoding",
            "This is not a text file: it holds zero bytes, or breaks off inside a character. "
            "Nothing was changed. Save it as plain text in UTF-8 and open it again.",
        )
    )


def _no_place_for(character: str, encoding: str) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP(
            "Decoding",
            "The character “{character}” ({code}) cannot be written in {encoding}. Nothing was "
            "written. Choose UTF-8, or replace the character.",
        ),
        character=character if character.isprintable() else "\N{REPLACEMENT CHARACTER}",
        code=f"U+{ord(character):04X}",
        encoding=_NAMES[encoding],
    )
