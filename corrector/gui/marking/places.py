"""Says what a new mark is about: what is selected, or what stands at the caret."""

import re
from collections.abc import Iterable
from typing import Final

from corrector.text.marks import Mark
from corrector.text.phenomenon import Extent, Phenomenon
from corrector.text.tokens import Span, token_at

_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n")


def place_of(phenomenon: Phenomenon, text: str, caret: int, selected: Span) -> Span | None:
    """Return the span that `phenomenon` would be said of, or None where there is nothing.

    Args:
        phenomenon: what is to be said.
        text: of the page.
        caret: where it stands.
        selected: what is selected; it counts without the blanks around it.
    """
    if phenomenon.extent is Extent.LINE_START:
        start = _line(text, selected.start if selected.length else caret).start
        return Span(start, start)
    if selected.length:
        return _without_blanks(selected, text) or (None if phenomenon.needs_text else selected)
    found = None
    if phenomenon.extent is Extent.TOKEN:
        token = token_at(text, caret)
        found = token.span if token else None
    elif phenomenon.extent is Extent.LINE:
        found = _without_blanks(_line(text, caret), text)
    elif phenomenon.extent is Extent.PARAGRAPH:
        found = _without_blanks(_paragraph(text, caret), text)
    return found if found is not None or phenomenon.needs_text else Span(caret, caret)


def said_before(
    phenomenon: Phenomenon, marks: Iterable[Mark], place: Span, caret: int, selected: Span
) -> Mark | None:
    """Return the mark of the same kind that a second press is about, or None.

    It is the one on the very place, or, where nothing is selected, the shortest at the caret.
    """
    same = sorted(
        (one for one in marks if one.kind == phenomenon.name), key=lambda one: one.span.length
    )
    exact = next((one for one in same if one.span == place), None)
    if exact is not None or selected.length:
        return exact
    there = Span(caret, caret)
    return next((one for one in same if one.span.overlaps(there)), None)


def _line(text: str, caret: int) -> Span:
    end = text.find("\n", caret)
    return Span(text.rfind("\n", 0, caret) + 1, end if end >= 0 else len(text))


def _paragraph(text: str, caret: int) -> Span:
    start, end = 0, len(text)
    for blank in _BLANK_LINE.finditer(text):
        if blank.start() < caret:
            start = blank.end()
        else:
            end = blank.start()
            break
    return Span(min(start, end), end)


def _without_blanks(span: Span, text: str) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip())) if words.strip() else None
