"""corrector series: the same wrong reading changed in many places, as one series."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from corrector.cli import shared_arguments
from corrector.cli.opening import opened
from corrector.cli.output import print_json
from corrector.cli.progress import terminal_progress
from corrector.cli.series_report import (
    exit_code_of,
    print_found,
    print_series,
    print_taken_back,
    tell_left,
)
from corrector.cli.shapes import series_shape
from corrector.errors import ExitCode, UsageError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.entries import Page, Person

if TYPE_CHECKING:
    from corrector.tasks.changing_series import Series
    from corrector.tasks.collection import Collection
    from corrector.tasks.series import OnScan, SeriesPage
    from corrector.tasks.series_outcomes import PageOutcome
    from corrector.tasks.series_rule import SeriesRule


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    shared_arguments.collection(parser)
    for name, words in (("wrong", "the reading as it stands"), ("right", "what is to stand there")):
        parser.add_argument(
            name,
            metavar=name.upper(),
            nargs="?",
            type=shared_arguments.words,
            help=f"{words}; whole words, marks around them are kept",
        )
    shared_arguments.pages(parser)
    parser.add_argument(
        "--document", metavar="D", help="only pages of this document, by its key or label"
    )
    parser.add_argument(
        "--any-case",
        action="store_true",
        help="BAVE, Bave and bave alike; each place keeps its case",
    )
    parser.add_argument(
        "--also-settled",
        action="store_true",
        help="also places that a person confirmed, typed, or marked as errors of the source",
    )
    parser.add_argument("--dry-run", action="store_true", help="only list the places")
    parser.add_argument(
        "--take-back",
        metavar="SERIES",
        help="restore the text before this series where nothing was saved since",
    )
    parser.add_argument(
        "--by",
        metavar="NAME",
        type=shared_arguments.words,
        default="",
        help="who answers for the versions (default: as set in the window)",
    )
    shared_arguments.note(parser)
    shared_arguments.json_lines(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Change what was found, or take a series back; one version a page."""
    if parsed.take_back:
        return _take_back(parsed)
    from corrector.tasks.series_rule import rule_of

    rule = rule_of(parsed.wrong or "", parsed.right or "", any_case=parsed.any_case)
    person = None if parsed.dry_run else _person(parsed)
    with opened(parsed.collection, "series", to_change=person is not None) as collection:
        found = _found(collection, parsed, rule)
        ticked = found if parsed.also_settled else _without_settled(found)
        series = _series(parsed, rule, person)
        boxes = _boxes(collection, found) if parsed.json else {}
        outcomes = _change(collection, ticked, series) if series is not None else ()
    if parsed.json:
        print_json(series_shape(rule, found, ticked, boxes, series=series, outcomes=outcomes))
    else:
        print_found(rule, found, ticked)
        print_series(ticked, series, outcomes)
    tell_left(outcomes)
    return exit_code_of(outcomes)


def _person(parsed: argparse.Namespace) -> Person:
    """Return who answers for the versions.

    Raises:
        UsageError: if nobody was named.
    """
    from corrector.settings import load_settings

    settings = load_settings()
    name = parsed.by.strip()
    if not name and not settings.person_name:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Every version says who answers for it: name a person with --by. Nothing was "
                "changed; --dry-run lists the places.",
            )
        )
    if name in {"", settings.person_name}:
        return Person(settings.person_name, settings.person_identifier)
    return Person(name)


def _pages(collection: "Collection", parsed: argparse.Namespace) -> tuple[Page, ...]:
    from corrector.tasks.choosing import pages_of
    from corrector.tasks.describing import document_named

    pages = pages_of(collection.pages(), parsed.pages)
    if parsed.document is None:
        return pages
    document = document_named(collection, parsed.document)
    return tuple(page for page in pages if page.document == document.key)


def _found(
    collection: "Collection", parsed: argparse.Namespace, rule: "SeriesRule"
) -> tuple["SeriesPage", ...]:
    from corrector.tasks.series import find_series

    with terminal_progress("searching") as progress:
        return find_series(collection, _pages(collection, parsed), rule, progress)


def _without_settled(found: Sequence["SeriesPage"]) -> tuple["SeriesPage", ...]:
    """Return the pages with the places that nobody decided about before."""
    left = (
        replace(one, places=tuple(place for place in one.places if place.settled is None))
        for one in found
    )
    return tuple(one for one in left if one.places)


def _boxes(
    collection: "Collection", found: Sequence["SeriesPage"]
) -> dict[int, Sequence["OnScan"]]:
    """Return where the places stand on the scans that were read already, by page."""
    from corrector.tasks.series import places_on_scan

    return {
        one.page.id: places_on_scan(
            collection, one.page, one.text, [place.span for place in one.places]
        )
        for one in found
    }


def _series(
    parsed: argparse.Namespace, rule: "SeriesRule", person: Person | None
) -> "Series | None":
    from corrector.tasks.changing_series import Series

    if person is None:
        return None
    scope = parsed.document or parsed.pages or "collection"
    return Series(rule, person, scope=scope, note=parsed.note)


def _change(
    collection: "Collection", ticked: Sequence["SeriesPage"], series: "Series"
) -> tuple["PageOutcome", ...]:
    from corrector.tasks.changing_series import change_series

    with terminal_progress("changing") as progress:
        return change_series(collection, ticked, series, progress)


def _take_back(parsed: argparse.Namespace) -> ExitCode:
    from corrector.tasks.taking_back_series import pages_of_series, take_back_series

    if parsed.wrong is not None or parsed.dry_run:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "--take-back takes a whole series back: name no readings and no --dry-run with "
                "it. Nothing was changed.",
            )
        )
    person = _person(parsed)
    with opened(parsed.collection, "series", to_change=True) as collection:
        pages = pages_of_series(collection, _pages(collection, parsed), parsed.take_back)
        if not pages:
            raise UsageError(
                QT_TRANSLATE_NOOP(
                    "Errors", "No page has a version of series “{series}”. Nothing was changed."
                ),
                series=parsed.take_back,
            )
        with terminal_progress("restoring") as progress:
            outcomes = take_back_series(collection, pages, parsed.take_back, person, progress)
    print_taken_back(parsed.take_back, outcomes, json=parsed.json)
    tell_left(outcomes)
    return exit_code_of(outcomes)
