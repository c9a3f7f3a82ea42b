"""Encoding and line ends of a plain text as they are wished, where they can hold it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from corrector.formats.options import NEWLINES
from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.text.decoding import TextForm

UTF8: Final = "utf-8"
_FORMS: Final[Mapping[str, tuple[str, bool]]] = {
    "utf-8": (UTF8, False),
    "utf-8-sig": (UTF8, True),
    "utf-16": ("utf-16-le", True),
    "windows-1252": ("windows-1252", False),
    "iso-8859-1": ("iso-8859-1", False),
}
"""Python's name of each encoding that can be wished, and whether a byte order mark begins it."""


def wished_form(
    form: TextForm, text: str, wishes: Mapping[str, str]
) -> tuple[TextForm, tuple[Message, ...]]:
    """Return `form` as it is wished, and what has to be said where `text` does not fit into it."""
    newline = NEWLINES.get(wishes.get("newline", ""), "") or form.newline
    form = replace(form, newline=newline)
    if wishes.get("encoding") not in _FORMS:
        return form, ()
    encoding, mark = _FORMS[wishes["encoding"]]
    wished = replace(form, encoding=encoding, mark=mark)
    if holds(wished, text):
        return wished, ()
    character = next(one for one in text if not holds(wished, one))
    refused = message(
        QT_TRANSLATE_NOOP(
            "Formats",
            "{encoding} has no “{character}” (U+{code}). The text was written in UTF-8, so that "
            "nothing is lost.",
        ),
        encoding=encoding,
        character=character,
        code=f"{ord(character):04X}",
    )
    return replace(form, encoding=UTF8, mark=False), (refused,)


def holds(form: TextForm, text: str) -> bool:
    """Tell whether the encoding of `form` has all characters of `text`."""
    try:
        text.encode(form.encoding)
    except UnicodeEncodeError:
        return False
    return True
