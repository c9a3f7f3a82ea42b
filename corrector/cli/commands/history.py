"""corrector history: versions and corrections of one page, or of all."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corrector.cli import shared_arguments
from corrector.cli.output import print_json
from corrector.cli.shapes import Shape, note_shape, status_shape, version_shape
from corrector.cli.wording import print_version
from corrector.errors import ExitCode
from corrector.record.entries import Page, Version

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    shared_arguments.collection(parser)
    shared_arguments.page(parser, optional=True)
    shared_arguments.json_lines(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Print the history of the page, or one after another of all pages that have a text."""
    from corrector.tasks.choosing import page_of
    from corrector.tasks.opening import look_at
    from corrector.tasks.remembering import history_of

    with look_at(parsed.collection) as collection:
        pages = collection.pages()
        chosen = pages if parsed.page is None else (page_of(pages, parsed.page),)
        for page in chosen:
            versions = history_of(collection, page)
            if parsed.json:
                shapes = [version_shape(version) for version in versions]
                shape = {"page": page.label, "number": page.number, "versions": shapes}
                print_json({**shape, **_said(collection, page)})
            elif versions:
                _print(page.label, versions)
    return ExitCode.DONE


def _said(collection: "Collection", page: Page) -> Shape:
    """Return the notes on a page and the changes of its status."""
    from corrector.tasks.judging import notes_of, statuses_of

    return {
        "notes": [note_shape(one) for one in notes_of(collection, page)],
        "statuses": [status_shape(one) for one in statuses_of(collection, page)],
    }


def _print(label: str, versions: Sequence[Version]) -> None:
    for version in versions:
        print_version(label, version)
