"""corrector show: the text of a page, exactly."""

import argparse

from corrector.cli import shared_arguments
from corrector.cli.output import write_bytes
from corrector.errors import ExitCode


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    shared_arguments.collection(parser)
    shared_arguments.page(parser)
    parser.add_argument(
        "--version", metavar="N", type=int, help="an older version, from 0 (default: the newest)"
    )


def run(parsed: argparse.Namespace) -> ExitCode:
    """Write the text in UTF-8, with the line ends of the imported file."""
    from corrector.tasks.choosing import page_of
    from corrector.tasks.exporting import text_bytes
    from corrector.tasks.opening import look_at
    from corrector.tasks.saving import version_of

    with look_at(parsed.collection) as collection:
        page = page_of(collection.pages(), parsed.page)
        write_bytes(text_bytes(page, version_of(collection, page, parsed.version)))
    return ExitCode.DONE
