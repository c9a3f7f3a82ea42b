"""The words of a person's lexicon as text: plain lists, and Hunspell's `.dic` files."""

import re
from collections.abc import Iterable
from typing import Final

from corrector.suspicion.anatomy import anatomy_of, is_lookable

_COMMENT: Final = "#"
_FLAGS: Final = re.compile(r"(?<!\\)/.*$")
_FIELDS: Final = re.compile(r"[\t\ufeff].*$|\ufeff| +[a-z]{2}:.*$")
"""What is said of a word: behind a tabulator, or named by two letters and a colon."""
_COUNT: Final = re.compile(r"\s*\d+\s*(?:$|[#\t])")


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a plain list: one or several a line, lines with # passed over."""
    lines = (line for line in text.splitlines() if not line.lstrip("\ufeff ").startswith(_COMMENT))
    return _kept(word for line in lines for word in line.split())


def words_in_hunspell(text: str) -> tuple[str, ...]:
    """Return the words of a Hunspell dictionary; its first line counts them, flags follow a slash.

    Words are taken as they stand: the rules of the `.aff` file beside it are not applied. Words
    that their flags forbid are not told from others. Lines with # are passed over.
    """
    first, *rest = text.lstrip("\ufeff").splitlines() or [""]
    lines = rest if _COUNT.match(first) else [first, *rest]
    bare = (
        _FLAGS.sub("", _FIELDS.sub("", line)).replace("\\/", "/")
        for line in lines
        if not line.startswith(_COMMENT)
    )
    return _kept(word for line in bare for word in line.split())


def text_of(words: Iterable[str]) -> str:
    """Return a plain list of `words`, one a line, in alphabetical order."""
    return "".join(
        f"{word}\n" for word in sorted(set(words), key=lambda word: (word.lower(), word))
    )


def looked_up(words: Iterable[str]) -> frozenset[str]:
    """Return `words` as tokens are looked up: in small letters, without outer marks."""
    found = (anatomy_of(word).word for word in words)
    return frozenset(word for word in found if word)


def _kept(words: Iterable[str]) -> tuple[str, ...]:
    """Return each of `words` once that has a letter or digit and is no longer than a word."""
    return tuple(
        dict.fromkeys(word for word in words if is_lookable(word) and anatomy_of(word).core)
    )
