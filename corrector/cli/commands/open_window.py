"""corrector open: the window, on a folder or on the sample."""

import argparse
from pathlib import Path

from corrector.cli import shared_arguments
from corrector.errors import ExitCode


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "path",
        metavar="PATH",
        nargs="?",
        type=shared_arguments.place,
        help="a folder of scans and texts, its record, or a database with ?scans=FOLDER "
        "(default: the sample)",
    )
    parser.add_argument(
        "--picture", metavar="FILE", type=Path, help="render the window to a PNG file and leave"
    )
    parser.add_argument("--page", metavar="PAGE", help="open this page first")


def run(parsed: argparse.Namespace) -> ExitCode:
    """Open the window; `start_window` was handed in, since this room knows no Qt."""
    return ExitCode(parsed.start_window(parsed.path, page=parsed.page, picture=parsed.picture))
