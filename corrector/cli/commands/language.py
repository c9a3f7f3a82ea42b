"""corrector language: in which languages pages are checked and read; set or guessed."""

import argparse
from typing import TYPE_CHECKING

from corrector.cli import shared_arguments
from corrector.cli.opening import opened
from corrector.cli.output import print_json, print_line
from corrector.errors import ExitCode, UsageError
from corrector.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corrector.record.entries import Document, Page
    from corrector.tasks.collection import Collection
    from corrector.tasks.page_languages import PageLanguages


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    shared_arguments.collection(parser)
    shared_arguments.page(parser, optional=True)
    parser.add_argument(
        "--document", metavar="D", help="key or label of a document, in place of a page"
    )
    change = parser.add_mutually_exclusive_group()
    change.add_argument(
        "--set",
        metavar="LANGUAGES",
        help="set them, such as en or de+en, for the page, the document or else the collection; "
        "for documents and the collection this is the language of “corrector describe”",
    )
    change.add_argument(
        "--guess",
        action="store_true",
        help="take back what is set there; then what is set more widely holds, or a guess",
    )
    shared_arguments.json_lines(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Set what was asked for, then print in which languages the pages are."""
    if parsed.page is not None and parsed.document is not None:
        raise UsageError(
            QT_TRANSLATE_NOOP("Errors", "Name a page or a document, not both. Nothing was changed.")
        )
    changes = parsed.set is not None or parsed.guess
    with opened(parsed.collection, "language", to_change=changes) as collection:
        if changes:
            _set(collection, parsed)
        _print(collection, parsed)
    return ExitCode.DONE


def _set(collection: "Collection", parsed: argparse.Namespace) -> None:
    from corrector.tasks.choosing import page_of
    from corrector.tasks.describing import document_named
    from corrector.tasks.page_languages import set_languages_of

    where: Page | Document | None = None
    if parsed.page is not None:
        where = page_of(collection.pages(), parsed.page)
    elif parsed.document is not None:
        where = document_named(collection, parsed.document)
    set_languages_of(collection, [(where, parsed.set or "")])


def _print(collection: "Collection", parsed: argparse.Namespace) -> None:
    from corrector.settings import load_settings
    from corrector.tasks.page_languages import languages_of_pages

    usual = load_settings().languages or None
    for one in languages_of_pages(collection, _pages(collection, parsed), usual):
        (_print_json if parsed.json else _print_line)(one)


def _pages(collection: "Collection", parsed: argparse.Namespace) -> "Sequence[Page]":
    from corrector.tasks.choosing import page_of
    from corrector.tasks.describing import document_named

    pages = collection.pages()
    if parsed.page is not None:
        return [page_of(pages, parsed.page)]
    if parsed.document is not None:
        key = document_named(collection, parsed.document).key
        return [page for page in pages if page.document == key]
    return pages


def _print_line(one: "PageLanguages") -> None:
    codes = "+".join(one.codes) or "(no text to guess from)"
    print_line(f"{one.page.number}  {one.page.label}  {codes}  ({one.source})")


def _print_json(one: "PageLanguages") -> None:
    print_json(
        {
            "page": one.page.number,
            "label": one.page.label,
            "document": one.page.document,
            "languages": list(one.codes),
            "source": one.source.value,
            "set_for_page": one.set_here,
            "set_for_document": one.of_document,
        }
    )
