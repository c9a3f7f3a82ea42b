"""Texts that a command is given: from a file, or from standard input."""

import sys
from pathlib import Path
from typing import Final

from corrector.cli.output import remark

STANDARD_INPUT: Final = "-"


def read_text(name: str) -> str:
    """Return the text of the file `name`, or of standard input for ``-``.

    Lines end with a line feed; what had to be guessed of the encoding is said.

    Raises:
        InputError: if it cannot be read, or is no text.
    """
    from corrector.tasks.checking import decoded_text, whole_text

    if name == STANDARD_INPUT:
        decoded = decoded_text(sys.stdin.buffer.read())
        for notice in decoded.notices:
            remark(notice)
        return decoded.text
    return whole_text(Path(name))
