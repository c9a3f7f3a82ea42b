"""Makes marks visible in plain text: what stands in for those without text, and brackets."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from corrector.text.marks import Mark
from corrector.text.phenomena import PHENOMENON_BY_NAME
from corrector.text.phenomenon import Reading

_FIELD: Final = re.compile(r"\{(\w+)\}")
_ONE: Final = "1"
_FORMEWORK: Final = frozenset({"stamp", "form"})

Shows = Callable[[Mark], bool]


def stand_in(mark: Mark) -> str:
    """Return what plain text shows for a mark without text; empty where nothing is missing.

    What was not said leaves no trace: a gap of unknown size is just “[illegible]”.
    """
    phenomenon = PHENOMENON_BY_NAME.get(mark.kind)
    if phenomenon is None or not phenomenon.stand_in or mark.span.length:
        return ""
    filled = _FIELD.sub(lambda found: _value(mark, found[1]), phenomenon.stand_in)
    words = " ".join(filled.strip("[]").split()).strip(" :")
    return f"[{words or phenomenon.name}]"


def as_text(text: str, marks: Sequence[Mark], *, brackets: Shows | None = None) -> str:
    """Return `text` with stand-ins at the marks without text.

    Args:
        text: that the marks are about.
        marks: as they stand in it.
        brackets: which marks with text get brackets around it; None for none.
    """
    inserted: list[tuple[int, int, int, str]] = []
    for rank, mark in enumerate(marks):
        if not 0 <= mark.span.start <= mark.span.end <= len(text):
            continue
        shown = stand_in(mark)
        if shown:
            inserted.append((mark.span.start, 1, rank, shown))
        elif mark.span.length and brackets is not None and brackets(mark):
            inserted.append((mark.span.start, 2, rank, "["))
            inserted.append((mark.span.end, 0, -rank, "]"))
    parts: list[str] = []
    position = 0
    for at, _, _, shown in sorted(inserted):
        parts += (text[position:at], shown)
        position = at
    return "".join([*parts, text[position:]])


def bracketed(mark: Mark) -> bool:
    """Tell whether the text of a mark stands in brackets in a reading text."""
    phenomenon = PHENOMENON_BY_NAME.get(mark.kind)
    return phenomenon is not None and phenomenon.reading is Reading.BRACKETED


def _value(mark: Mark, name: str) -> str:
    value = " ".join(mark.value(name).split())
    one = name == "unit" and mark.value("quantity").strip() == _ONE
    return value.removesuffix("s") if one else value


def is_formework(mark: Mark) -> bool:
    """Tell whether a mark is about a stamp, a page header, a page number or the like."""
    phenomenon = PHENOMENON_BY_NAME.get(mark.kind)
    return phenomenon is not None and phenomenon.group in _FORMEWORK
