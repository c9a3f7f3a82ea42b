"""Proposes editorial marks for a page, from pattern, place and recurrence; it sets none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from corrector.messages import message
from corrector.ocr.words import Reading
from corrector.record import pages as record_pages
from corrector.record import versions
from corrector.record.entries import Page
from corrector.tasks.collection import Collection
from corrector.tasks.mark_dates import date_in
from corrector.tasks.mark_lines import Line, lines_of
from corrector.tasks.mark_recurrence import catchwords, heads_and_feet, page_numbers
from corrector.tasks.mark_rules import RULES, Rule, fits
from corrector.tasks.mark_signatures import signatures
from corrector.tasks.mark_suggestion import MarkSuggestion
from corrector.text.tokens import Span

__all__ = ["MarkSuggestion", "suggest_marks", "suggested_for"]

_NOISE: Final = " .,:;'*|_-~"
"""What specks before a stamp are read as."""
NEIGHBOURS: Final = 12
"""Pages before and after that are looked at for what recurs; more would only cost time."""


def suggested_for(
    collection: Collection, page: Page, text: str, reading: Reading | None = None
) -> tuple[MarkSuggestion, ...]:
    """Return the marks proposed for `page`, whose text is `text` now, in order of the text.

    Args:
        collection: that the page is in; the newest texts of its neighbours are read.
        page: to propose for.
        text: of the page as it is now.
        reading: of its scan, which tells the places of lines; None where there is none.
    """
    with collection.record.reading() as connection:
        document = record_pages.pages_of_document(connection, page.document)
        at = next(index for index, one in enumerate(document) if one.id == page.id)
        first = max(0, at - NEIGHBOURS)
        near = document[first : at + NEIGHBOURS + 1]
        texts = [
            text if one.id == page.id else versions.text_of(connection, one.id) for one in near
        ]
    return suggest_marks(texts, at - first, reading)


def suggest_marks(
    texts: Sequence[str], at: int, reading: Reading | None = None
) -> tuple[MarkSuggestion, ...]:
    """Return the marks proposed for the text `at` of a document, in order of the text.

    Args:
        texts: of its pages, in order.
        at: which of them is asked about.
        reading: of the scan of that page.
    """
    pages = [lines_of(text, reading if index == at else None) for index, text in enumerate(texts)]
    ruled = list(_ruled(pages[at]))
    taken = [one.span for one in ruled]
    closings = [
        line.number
        for line in pages[at]
        if any(one.kind == "closing" and one.span.overlaps(line.span) for one in ruled)
    ]
    numbers = list(page_numbers(pages, at))
    found = [*ruled, *catchwords(pages, at), *numbers]
    found += signatures(pages[at], closings, [*taken, *(one.span for one in numbers)])
    found += heads_and_feet(pages, at)
    return _without_overlaps(_joined_stamps(found, texts[at]))


def _ruled(lines: Sequence[Line]) -> Iterator[MarkSuggestion]:
    for line in lines:
        for rule in RULES:
            found = fits(rule, line)
            if found is not None:
                part = "mark" if found.groupdict().get("mark") else 0
                yield _of_rule(rule, line, found.span(part))
                break


def _of_rule(rule: Rule, line: Line, place: tuple[int, int]) -> MarkSuggestion:
    fields = dict(rule.fields)
    span = Span(line.span.start + place[0], line.span.start + place[1])
    if rule.kind == "stamp":
        bare = line.text.lstrip(_NOISE)
        span = Span(line.span.end - len(bare), line.span.end)
        fields["date"] = date_in(line.text)
    if rule.kind in {"stamp", "classification"} and (line.is_high or line.is_low):
        fields["place"] = "top" if line.is_high else "bottom"
    said = tuple(sorted((name, value) for name, value in fields.items() if value))
    return MarkSuggestion(rule.kind, span, said, message(rule.reason))


def _joined_stamps(found: Iterable[MarkSuggestion], text: str) -> Iterator[MarkSuggestion]:
    """Yield `found`, lines of one stamp that follow each other as one suggestion."""
    last: MarkSuggestion | None = None
    for one in sorted(found, key=lambda each: (each.kind != "stamp", each.span)):
        between = text[last.span.end : one.span.start] if last is not None else "."
        if last is not None and _is_one_stamp(last, one) and not between.strip():
            fields = tuple(sorted({**dict(one.fields), **dict(last.fields)}.items()))
            last = replace(last, span=Span(last.span.start, one.span.end), fields=fields)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _is_one_stamp(first: MarkSuggestion, second: MarkSuggestion) -> bool:
    types = {dict(one.fields).get("type") for one in (first, second)}
    return first.kind == second.kind == "stamp" and len(types) == 1


def _without_overlaps(found: Iterable[MarkSuggestion]) -> tuple[MarkSuggestion, ...]:
    """Return the first that was found for each place, in order of the text."""
    kept: list[MarkSuggestion] = []
    for one in found:
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda each: each.span))
