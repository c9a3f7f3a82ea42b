"""corrector reopen: a new collection made of TEI files that Corrector wrote."""

import argparse
from pathlib import Path

from corrector.cli.output import print_line
from corrector.cli.wording import counted
from corrector.errors import ExitCode


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "files", metavar="TEI", nargs="+", type=Path, help="diplomatic or inline TEI of Corrector"
    )
    parser.add_argument(
        "--into",
        metavar="FOLDER",
        type=Path,
        required=True,
        help="folder of the new collection; it may hold the scans already",
    )


def run(parsed: argparse.Namespace) -> ExitCode:
    """Make the collection; all of it or nothing."""
    from corrector.tasks.reopening import reopen

    count = reopen(parsed.files, parsed.into)
    print_line(f"{parsed.into}: {counted(count, 'page')}")
    return ExitCode.DONE
