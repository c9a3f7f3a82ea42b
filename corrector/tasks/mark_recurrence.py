"""Proposes marks from what recurs over the pages of a document: numbers, heads, catchwords."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corrector.messages import QT_TRANSLATE_NOOP, message
from corrector.tasks.mark_lines import Line, alike
from corrector.tasks.mark_suggestion import MarkSuggestion

Pages = Sequence[Sequence[Line]]
"""The lines of each page of a document, in order."""

_DASHES: Final = r"[-\u2010-\u2015~=_.\u00ab\u00bb*]"
_DASH: Final = r"[-\u2010-\u2015~=_]"
_DASHED: Final = re.compile(
    rf"^(?:{_DASHES}\s*){{1,3}}(?P<mark>\d{{1,3}}|[ivxIVX]{{1,5}})(?:\s*{_DASHES}){{0,3}}$"
    rf"|^(?P<bare>\d{{1,3}})(?:\s*{_DASH}){{1,3}}$"
)
_NAMED: Final = re.compile(
    r"^(?:page|seite|blatt|p\.|s\.|bl\.|-?\s*folio)\s*\d{1,4}(?:\s*(?:of|von|de|/)\s*\d{1,4})?\W*$",
    re.IGNORECASE,
)
_ODD: Final = re.compile(r"\W+")
_BARE: Final = re.compile(r"^\d{1,4}$")
_RUIN: Final = re.compile(rf"^(?=.*{_DASHES})[^\s]{{2,4}}$|^{_DASHES}+\s?\S{{1,2}}$")
"""A misread number still has one of its dashes, and is not longer than it was."""

_EDGE: Final = 3
"""Lines from either end of a page among which a number, a head or a foot is looked for."""
_LEAST_PAGES: Final = 3
_CATCHWORDS: Final = 2
_LEAST_LINES: Final = 6
"""Of a page whose last line can be a catchword; a shorter one may end where it ends."""
_LONG: Final = 6
"""Letters from which on two words may differ and still be one that was misread."""
_LEAST_LETTERS: Final = 4
_CHAIN: Final = 2
"""Numbers in a row from which on lone ones in one long text count as those of its pages."""

NUMBER_FORM: Final = QT_TRANSLATE_NOOP("Suggestions", "A number alone on its line, as of a page.")
NUMBER_ROW: Final = QT_TRANSLATE_NOOP("Suggestions", "It goes on from the number before or after.")
NUMBER_PLACE: Final = QT_TRANSLATE_NOOP(
    "Suggestions", "Where other pages of the document have their numbers ({count})."
)
RECURS_ABOVE: Final = QT_TRANSLATE_NOOP("Suggestions", "It stands above several pages ({count}).")
RECURS_BELOW: Final = QT_TRANSLATE_NOOP("Suggestions", "It stands below several pages ({count}).")
CATCHWORD: Final = QT_TRANSLATE_NOOP(
    "Suggestions", "A catchword: the next page begins with “{words}”."
)


def page_numbers(pages: Pages, at: int) -> Iterator[MarkSuggestion]:
    """Yield what may be numbers of pages on the page `at`."""
    lines = pages[at]
    found = [one for one in lines if _is_number(one)]
    for line in found:
        yield _number(line, NUMBER_FORM)
    chain = _chain(lines) if len(pages) == 1 else []
    for line in chain:
        yield _number(line, NUMBER_ROW)
    edge = [one for one in lines if one.is_high or one.is_low]
    for line in edge:
        if _BARE.match(line.text) and _follows(pages, at, int(line.text)):
            yield _number(line, NUMBER_ROW)
    if not found and lines and _RUIN.match(lines[0].text) and lines[0].is_high:
        others = sum(any(map(_is_number, page[:_EDGE])) for page in pages)
        if others * _LEAST_PAGES >= len(pages):
            yield _number(lines[0], NUMBER_PLACE, count=others)


def heads_and_feet(pages: Pages, at: int) -> Iterator[MarkSuggestion]:
    """Yield lines at the edges of the page `at` that recur on other pages."""
    lines = pages[at]
    for kind, reason, edge in (
        ("header", RECURS_ABOVE, slice(None, _EDGE)),
        ("footer", RECURS_BELOW, slice(-_EDGE, None)),
    ):
        for line in lines[edge]:
            count = sum(any(alike(line.core, one.core) for one in page[edge]) for page in pages)
            if count >= _LEAST_PAGES and sum(map(str.isalpha, line.core)) >= _LEAST_LETTERS:
                yield MarkSuggestion(kind, line.span, (), message(reason, count=count))


def catchwords(pages: Pages, at: int) -> Iterator[MarkSuggestion]:
    """Yield the last line of the page `at` where the next page begins with its words."""
    lines = pages[at]
    following = pages[at + 1] if at + 1 < len(pages) else ()
    if not lines or not following or len(lines[-1].words) > _CATCHWORDS:
        return
    last = _bare(lines[-1].words)
    if not last.strip() or len(lines) < _LEAST_LINES:
        return
    worded = [one for one in following if sum(map(str.isalnum, one.text)) >= _CATCHWORDS]
    for line in worded[: _EDGE + 1]:
        begin = line.words[: len(lines[-1].words)]
        if _is_begun(last, _bare(begin)):
            words = " ".join(begin)
            yield MarkSuggestion("footer", lines[-1].span, (), message(CATCHWORD, words=words))
            return


def _is_begun(last: str, begin: str) -> bool:
    """Tell whether a page begins with the words that the one before ended with."""
    return last == begin or (len(last) >= _LONG and alike(last, begin))


def _bare(words: Sequence[str]) -> str:
    return " ".join(_ODD.sub("", word.casefold()) for word in words)


def _is_number(line: Line) -> bool:
    edge = line.is_high or line.is_low
    return bool(_NAMED.match(line.text) or _DASHED.match(line.text)) and (edge or line.alone)


def _follows(pages: Pages, at: int, number: int) -> bool:
    """Tell whether a page beside the page `at` has the number before or after `number`."""
    if number == at + 1:
        return True
    for step in (-1, 1):
        if 0 <= at + step < len(pages):
            beside = (one for one in pages[at + step] if one.is_high or one.is_low)
            if any(_BARE.match(one.text) and int(one.text) == number + step for one in beside):
                return True
    return False


def _chain(lines: Sequence[Line]) -> list[Line]:
    """Return lone numbers that count on by one: those of the pages of one long text."""
    alone = [one for one in lines if one.alone and _BARE.match(one.text)]
    best: list[Line] = []
    for first in range(len(alone)):
        chain = [alone[first]]
        for line in alone[first + 1 :]:
            if int(line.text) == int(chain[-1].text) + 1:
                chain.append(line)
        if int(chain[0].text) <= _CHAIN and len(chain) > len(best):
            best = chain
    return best if len(best) >= _CHAIN else []


def _number(line: Line, reason: str, **values: int) -> MarkSuggestion:
    return MarkSuggestion("page-number", line.span, (), message(reason, **values))
