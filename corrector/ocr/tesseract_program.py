"""Finds the Tesseract program and asks it for its version and languages."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import Final

from corrector.errors import MissingProgramError
from corrector.messages import QT_TRANSLATE_NOOP

_NAME: Final = "tesseract"
_OTHER_PLACES: Final = (
    # Programs started from a menu do not have these on their search path.
    "/opt/homebrew/bin/tesseract",
    "/usr/local/bin/tesseract",
    r"C:\Program Files\Tesseract-OCR\tesseract.exe",
)
_ANSWER_LIMIT: Final = 20.0
"""Seconds for a question that is answered in 0.05 on an idle machine."""
_VERSION: Final = re.compile(r"tesseract\s+v?(\d\S*)")
_LIST: Final = re.compile(r'^List of available languages(?: in "([^"]*)")?', re.MULTILINE)
_LANGUAGE: Final = re.compile(r"[A-Za-z][\w/.-]*")
_NOT_LANGUAGES: Final = frozenset({"osd", "equ"})
"""Models for orientation and for formulas, which read no words."""


@dataclass(frozen=True, slots=True)
class Installation:
    """The Tesseract that is installed.

    Attributes:
        program: path of the program.
        version: such as 5.3.0.
        models: the folder of the language models; empty where the program does not say.
        languages: codes of the languages it can read, sorted.
    """

    program: str
    version: str
    models: str
    languages: tuple[str, ...]


def find_installation() -> Installation:
    """Return the Tesseract that is installed now.

    Raises:
        MissingProgramError: there is none, or it does not answer as Tesseract does.
    """
    program = _program()
    version = _VERSION.search(_answer(program, "--version"))
    if version is None:
        raise _unusable(program, "it does not say its version")
    answer = _answer(program, "--list-langs")
    header = _LIST.search(answer)
    if header is None:
        return Installation(program, version[1], "", ())
    names = language_codes(answer[header.end() :].splitlines())
    return Installation(program, version[1], header[1] or "", names)


def language_codes(lines: list[str]) -> tuple[str, ...]:
    """Return the language codes among lines, sorted; messages have blanks in them."""
    codes = {line.strip() for line in lines} - _NOT_LANGUAGES
    return tuple(sorted(code for code in codes if _LANGUAGE.fullmatch(code)))


def _program() -> str:
    """Return the path of the program."""
    for place in (_NAME, *_OTHER_PLACES):
        found = shutil.which(place)
        if found is not None:
            return found
    raise not_installed()


def not_installed() -> MissingProgramError:
    """Return the error that says how to get the program."""
    return MissingProgramError(
        QT_TRANSLATE_NOOP(
            "Recognition",
            "Tesseract, the program that reads scans, is not installed. Everything else works "
            "without it. To get it: Debian and Ubuntu “apt install tesseract-ocr”, Fedora "
            "“dnf install tesseract”, macOS “brew install tesseract”, Windows the installer "
            "from github.com/UB-Mannheim/tesseract. Then try again.",
        )
    )


def _answer(program: str, question: str) -> str:
    """Return all that the program answers; what is no UTF-8 is replaced."""
    try:
        finished = subprocess.run(
            [program, question],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_ANSWER_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _unusable(program, "it does not answer") from error
    except OSError as error:
        raise _unusable(program, str(error.strerror)) from error
    return finished.stdout.decode("utf-8", errors="replace")


def _unusable(program: str, reason: str) -> MissingProgramError:
    return MissingProgramError(
        QT_TRANSLATE_NOOP(
            "Recognition",
            "The program “{program}” cannot be used for reading scans: {reason}. "
            "Install Tesseract again (Debian and Ubuntu: “apt install --reinstall "
            "tesseract-ocr”), then try again.",
        ),
        program=program,
        reason=reason,
    )


def missing_language(code: str, installed: tuple[str, ...]) -> MissingProgramError:
    """Return the error that says how to get the language `code` and which ones there are."""
    return MissingProgramError(
        QT_TRANSLATE_NOOP(
            "Recognition",
            "Tesseract cannot read “{code}” yet. Installed: {installed}. To get it: Debian and "
            "Ubuntu “apt install tesseract-ocr-{package}”, Fedora “dnf install "
            "tesseract-langpack-{code}”, macOS “brew install tesseract-lang”, Windows: run the "
            "installer again and tick the language. Or choose an installed language.",
        ),
        code=code,
        package=code.lower().replace("_", "-"),
        installed=", ".join(installed) or "—",
    )
