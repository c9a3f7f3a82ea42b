"""Reads files of words whole: plain lists and Hunspell's dictionaries, in whatever encoding."""

import codecs
import re
from pathlib import Path
from typing import Final

from corrector.errors import InputError, unreadable
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.scans.texts import TextFile, read_text_file
from corrector.suspicion.lexicon_files import words_in, words_in_hunspell

_HUNSPELL: Final = ".dic"
_RULES: Final = ".aff"
_HEAD: Final = 100_000
"""Bytes of the rules that are looked at: the encoding stands near their beginning."""
_SET: Final = re.compile(rb"^(?:\xef\xbb\xbf)?SET[ \t]+(?:microsoft-)?([\w-]+)", re.MULTILINE)
_GUESSED: Final = frozenset({"windows-1252", "iso-8859-1"})
"""What a file is taken for that is not UTF-8 from end to end."""
_BROKEN: Final = "\ufffd"


def words_in_file(path: Path) -> tuple[str, ...]:
    """Return the words of a plain list or a Hunspell `.dic` file, each once.

    A dictionary that is not in UTF-8 is read in the encoding that the `.aff` file beside it names.
    Of a file with a few broken bytes only the words that hold them are left out.

    Raises:
        InputError: if the file cannot be read or is no text.
    """
    is_hunspell = path.suffix.lower() == _HUNSPELL
    file = _read(path)
    text = "\n".join(file.parts)
    if file.form.encoding in _GUESSED:
        text = _decoded(path, _encoding_beside(path) if is_hunspell else None) or text
    words = words_in_hunspell(text) if is_hunspell else words_in(text)
    return tuple(word for word in words if _BROKEN not in word)


def _read(path: Path) -> TextFile:
    try:
        return read_text_file(path)
    except InputError as error:
        if str(path) in str(error):
            raise
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{path}” is not a text file; nothing was imported. Save it as plain text in "
                "UTF-8 and import it again.",
            ),
            path=str(path),
        ) from error


def _decoded(path: Path, encoding: str | None) -> str | None:
    """Return the text in `encoding`, or in UTF-8 where that is hurt in a few places only."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    if encoding is not None:
        return data.decode(encoding, "replace")
    text = data.decode("utf-8", "replace")
    broken = text.count(_BROKEN)
    foreign = sum(not sign.isascii() for sign in text) - broken
    return text if broken < foreign else None


def _encoding_beside(path: Path) -> str | None:
    """Return the encoding that the rules beside a dictionary name; None where they name none."""
    try:
        with path.with_suffix(_RULES).open("rb") as file:
            said = _SET.search(file.read(_HEAD))
        return None if said is None else codecs.lookup(said.group(1).decode("ascii")).name
    except (OSError, LookupError, ValueError):
        return None
