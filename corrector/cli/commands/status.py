"""corrector status: how far the work on a page is."""

import argparse

from corrector.cli import shared_arguments
from corrector.cli.output import print_json, print_line
from corrector.cli.shapes import status_shape
from corrector.errors import ExitCode
from corrector.record.entries import Person, Status


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    shared_arguments.collection(parser)
    shared_arguments.page(parser)
    known = [one.value.replace(" ", "-") for one in Status]
    parser.add_argument(
        "status",
        metavar="STATUS",
        type=lambda said: said.replace(" ", "-"),
        choices=known,
        help="%(choices)s",
    )
    shared_arguments.by(parser)
    shared_arguments.note(parser)
    parser.add_argument(
        "--override",
        action="store_true",
        help="validate although the same person proofread; that is recorded",
    )
    shared_arguments.json_lines(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Set the status; the changes before stay in the history."""
    from corrector.tasks.choosing import page_of
    from corrector.tasks.judging import set_status
    from corrector.tasks.opening import open_for_work

    with open_for_work(parsed.collection, parsed.by) as collection:
        page = page_of(collection.pages(), parsed.page)
        change = set_status(
            collection,
            page,
            Status(parsed.status.replace("-", " ")),
            Person(parsed.by),
            parsed.note,
            override=parsed.override,
        )
    if parsed.json:
        print_json({"page": page.label, "number": page.number, **status_shape(change)})
    else:
        print_line(f"{page.label}: {change.status}, {change.author.name}, {change.time}")
    return ExitCode.DONE
