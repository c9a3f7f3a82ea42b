"""corrector restore: an old text as the newest version."""

import argparse

from corrector.cli import shared_arguments
from corrector.cli.output import print_json, print_line
from corrector.cli.shapes import version_shape
from corrector.cli.wording import print_version
from corrector.errors import ExitCode
from corrector.record.entries import Person


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    shared_arguments.collection(parser)
    shared_arguments.page(parser)
    parser.add_argument("version", metavar="VERSION", type=int, help="number of the old version")
    shared_arguments.by(parser)
    shared_arguments.note(parser)
    shared_arguments.json_lines(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Restore; the versions in between stay."""
    from corrector.tasks.choosing import page_of
    from corrector.tasks.opening import open_for_work
    from corrector.tasks.saving import restore, version_of

    with open_for_work(parsed.collection, parsed.by) as collection:
        page = page_of(collection.pages(), parsed.page)
        restored = restore(collection, page, parsed.version, Person(parsed.by), parsed.note)
        version = restored or version_of(collection, page, None)
    if parsed.json:
        print_json({"page": page.label, "saved": restored is not None, **version_shape(version)})
    elif restored is None:
        print_line(f"{page.label}: the newest version has this text already; nothing saved")
    else:
        print_version(page.label, version)
    return ExitCode.DONE
