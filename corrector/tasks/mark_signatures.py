"""Proposes signature lines: names below a closing, signed names, names with an office below."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corrector.messages import QT_TRANSLATE_NOOP, message
from corrector.tasks.mark_lines import Line
from corrector.tasks.mark_suggestion import MarkSuggestion
from corrector.text.tokens import Span

_WORD: Final = r"(?:[A-ZÄÖÜÉÈ][\w'’-]+|[A-Z]\.)"
_NAME: Final = re.compile(
    rf"^(?:[\W\d]{{1,3}}\s)?(?P<mark>(?=.*[^\W\d]{{3}})(?:(?:Dr|Prof|Mrs?|Miss|Frau|Herr)\.?\s+)?{_WORD}(?:\s+(?:von|van|de|v\.|{_WORD})){{0,4}}"
    r"\.?)(?:,\s*(?:\w[\w.]*\s*){1,3})?[\W_]*(?:\s[a-z])?[\W_]*$"
)
_FULL_NAME: Final = re.compile(
    r"^[A-Z][\w'’-]+\s+(?:[A-Z]\.\s*|[A-Z][\w'’-]+\s+){1,2}[A-Z][\w'’-]+\.?,?$"
)
_SIGNED: Final = re.compile(
    r"^(?:/s/|\(?(?:signed|sgd|gez|sign[ée])\b\.?\)?)\s*[:.]?\s*(?P<mark>\S.{2,40})$", re.IGNORECASE
)
_NO_NAME: Final = re.compile(
    r"^(?:Enclosures?|Encl|Copy|Copies|Subject|File|Annex|Appendix|Attachment|Anlagen?|Abschrift"
    r"|Kopie|Pi[èe]ces?|Annexes?|End|Text|Message|Approved|Enc|Note|Postscript)\b",
    re.IGNORECASE,
)
_OFFICE: Final = re.compile(
    r"\b(?:Secretary|Minister|Ambassador|Consul|President|Director|Charg[ée]|Attach[ée]|Chairman"
    r"|Commissioner|Counsel(?:l?or)?|Rabbi|Colonel|General|Captain|Major|Administrator|Officer"
    r"|Direktor|Vorsitzende[rs]?|Konsul|Gesandte[rs]?|Botschafter|Pr[ée]sident|Directeur|Ministre)\b",
    re.IGNORECASE,
)
_BELOW_CLOSING: Final = 7
"""Lines below a closing among which the name is looked for: in between stand scrawls and stamps."""
_END: Final = 12
"""Lines at the end of a page among which a name with an office is looked for."""
_OFFICE_WITHIN: Final = 3

BELOW_CLOSING: Final = QT_TRANSLATE_NOOP("Suggestions", "A name below the closing.")
SAID_SIGNED: Final = QT_TRANSLATE_NOOP("Suggestions", "The line says that somebody signed.")
WITH_OFFICE: Final = QT_TRANSLATE_NOOP("Suggestions", "A name with an office below, at the end.")


def signatures(
    lines: Sequence[Line], closings: Sequence[int], taken: Sequence[Span]
) -> Iterator[MarkSuggestion]:
    """Yield what may be signatures on a page.

    Args:
        lines: of the page.
        closings: numbers of the lines that have a closing.
        taken: what is proposed as something else; a stamp is no name.
    """
    free = [one for one in lines if not any(one.span.overlaps(span) for span in taken)]
    for line in free:
        found = _SIGNED.match(line.text)
        if found is not None and line.behind <= _END:
            yield _signature(line, found, SAID_SIGNED)
    for number in closings:
        below = (one for one in free if 0 < one.number - number <= _BELOW_CLOSING)
        named = [(one, name) for one in below if (name := _name_in(one.text)) is not None]
        # A speck before a name is less likely than a scrawl that was read as letters.
        for line, name in sorted(named, key=lambda item: item[1].start("mark") > 0)[:1]:
            yield _signature(line, name, BELOW_CLOSING)
    for line in free[-_END:]:
        office = (one for one in lines if 0 < one.number - line.number <= _OFFICE_WITHIN)
        found = _name_in(line.text) if _FULL_NAME.match(line.text) else None
        if found is not None and any(_is_office(one) for one in office):
            yield _signature(line, found, WITH_OFFICE)


def _name_in(words: str) -> "re.Match[str] | None":
    return None if _NO_NAME.match(words) else _NAME.match(words)


def _is_office(line: Line) -> bool:
    return len(line.words) <= 2 * _OFFICE_WITHIN and _OFFICE.search(line.text) is not None


def _signature(line: Line, found: "re.Match[str]", reason: str) -> MarkSuggestion:
    start, end = found.span("mark") if "mark" in found.groupdict() else found.span()
    span = Span(line.span.start + start, line.span.start + end)
    return MarkSuggestion("signature", span, (), message(reason))
