"""Finds all places of the same wrong reading, on one page or on many, and where they stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from corrector.linking.interpolation import placed
from corrector.linking.line_direction import direction_of
from corrector.linking.links import Link, line_box
from corrector.record import versions
from corrector.record.entries import Page
from corrector.scans.geometry import Box
from corrector.tasks.collection import Collection
from corrector.tasks.progress import NO_PROGRESS, Progress
from corrector.tasks.series_rule import SeriesRule
from corrector.tasks.settled import CONFIRMED, typed_spans
from corrector.tasks.witness import latest_reading, witness_of
from corrector.text.marks import Mark
from corrector.text.tokens import Span

SOURCE_ERROR: Final = "source-error"


class Settled(StrEnum):
    """Why a person has to tick a place herself: what stands there is somebody's decision."""

    CONFIRMED = "confirmed"
    SOURCE_ERROR = "error in the source"
    TYPED = "typed"


_OF_MARK: Final = {CONFIRMED: Settled.CONFIRMED, SOURCE_ERROR: Settled.SOURCE_ERROR}


@dataclass(frozen=True, slots=True)
class SeriesPlace:
    """One place of the wrong reading.

    Attributes:
        span: of the reading in the text, in code points, without the marks around it.
        old: what stands there.
        line: number of its line in the text, from 0.
        line_span: of that line, without its end.
        settled: what a person decided there before; None where nobody did.
    """

    span: Span
    old: str
    line: int
    line_span: Span
    settled: Settled | None = None


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """A page that has the wrong reading.

    Attributes:
        page: which page.
        text: in which the places were found; a page whose text is another by now is not changed.
        places: in order of the text.
    """

    page: Page
    text: str
    places: tuple[SeriesPlace, ...]


@dataclass(frozen=True, slots=True)
class OnScan:
    """Where a place stands on the scan, in pixels of the stored file; None where nobody knows."""

    word: Box | None
    line: Box | None


def find_series(
    collection: Collection,
    pages: Sequence[Page],
    rule: SeriesRule,
    progress: Progress = NO_PROGRESS,
) -> tuple[SeriesPage, ...]:
    """Return those of `pages` whose newest version has the wrong reading.

    Raises:
        InputError: if the record cannot be read.
        CancelledError: if the person stopped it.
    """
    found = []
    for done, page in enumerate(pages):
        progress.step(done, len(pages), page.label)
        progress.raise_if_cancelled()
        one = _on_page(collection, page, rule) if page.versions else None
        if one is not None:
            found.append(one)
    return tuple(found)


def places_of_rule(
    rule: SeriesRule, text: str, *, first: str, marks: Iterable[Mark]
) -> tuple[SeriesPlace, ...]:
    """Return where a text has the wrong reading.

    Args:
        rule: which reading.
        text: as it is now.
        first: version 0, which no person typed.
        marks: as they stand in `text`.
    """
    spans = tuple(rule.places_in(text))
    if not spans:
        return ()
    said = [(mark.span, _OF_MARK[mark.kind]) for mark in marks if mark.kind in _OF_MARK]
    if text != first:
        said += [(span, Settled.TYPED) for span in typed_spans(first, text)]
    return tuple(_place(text, span, said) for span in spans)


def places_on_scan(
    collection: Collection, page: Page, text: str, spans: Sequence[Span]
) -> tuple[OnScan, ...]:
    """Return where `spans` of a text stand on the scan, as far as it was read already.

    Raises:
        InputError: if the record cannot be read.
    """
    links = _links(collection, page, text)
    return tuple(
        OnScan(_word_box(links, span), line_box(links, text, span.start)) for span in spans
    )


def _links(collection: Collection, page: Page, text: str) -> Sequence[Link]:
    reading = latest_reading(collection, page)
    if reading is None:
        return ()
    return placed(witness_of(text, reading).links, text, direction_of(reading.words))


def _word_box(links: Sequence[Link], span: Span) -> Box | None:
    return next((link.box for link in links if link.span.overlaps(span)), None)


def _on_page(collection: Collection, page: Page, rule: SeriesRule) -> SeriesPage | None:
    with collection.record.reading() as connection:
        text = versions.text_of(connection, page.id)
        if next(rule.places_in(text), None) is None:
            return None  # most pages: nothing else of them has to be read
        newest = versions.latest(connection, page.id)
        later = newest is not None and newest.number > 0
        first = versions.version(connection, page.id, 0) if later else newest
    if newest is None or first is None:
        return None
    places = places_of_rule(rule, newest.text, first=first.text, marks=newest.marks)
    return SeriesPage(page, newest.text, places) if places else None


def _place(text: str, span: Span, said: Sequence[tuple[Span, Settled]]) -> SeriesPlace:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = Span(start, end if end >= 0 else len(text))
    decisions = sorted(_decisions(span, said), key=list(Settled).index)
    settled = decisions[0] if decisions else None
    return SeriesPlace(span, span.of(text), text.count("\n", 0, span.start), line, settled)


def _decisions(span: Span, said: Sequence[tuple[Span, Settled]]) -> Iterator[Settled]:
    for place, settled in said:
        if place.overlaps(span):
            yield settled
