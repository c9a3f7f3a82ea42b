"""corrector export: corrected texts as files."""

import argparse
from pathlib import Path

from corrector.cli import shared_arguments
from corrector.cli.output import print_line, remark, write_bytes
from corrector.cli.progress import terminal_progress
from corrector.errors import ExitCode
from corrector.tasks.export_formats import names, profiles, usual_units, wishes_among

STANDARD_OUTPUT = "-"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    shared_arguments.collection(parser)
    parser.add_argument(
        "--to", metavar="FORMAT", required=True, help=f"one of {', '.join(names())}"
    )
    parser.add_argument(
        "--out", metavar="DIR", required=True, help="folder for the files; - prints a single one"
    )
    parser.add_argument("--profile", metavar="P", help=f"the first is the usual one: {profiles()}")
    parser.add_argument(
        "--unit",
        metavar="U",
        choices=["as-imported", "page", "document", "collection"],
        help=f"what goes into one file: %(choices)s (default: {usual_units()}); "
        "hocr, alto and page are always of a page, bag of the collection",
    )
    shared_arguments.pages(parser)
    _wishes(parser)


def _wishes(parser: argparse.ArgumentParser) -> None:
    """Add the options of the formats; those that a format does not have are refused by name."""
    tei = parser.add_argument_group("tei")
    tei.add_argument("--word-zones", action="store_true", help="places of words on the scan")
    tei.add_argument("--confidences", action="store_true", help="how sure the machine was")
    tei.add_argument("--initials", action="store_true", help="initials instead of names")
    tei.add_argument("--schema", metavar="RNG", help="refuse files that this schema finds invalid")
    txt = parser.add_argument_group("txt")
    txt.add_argument("--newline", metavar="N", help="as-imported, lf, crlf or cr")
    txt.add_argument("--encoding", metavar="E", help="utf-8, utf-8-sig, windows-1252 and others")
    txt.add_argument(
        "--separator", metavar="S", help="between pages: form-feed, blank-line or none"
    )
    txt.add_argument(
        "--formework", metavar="F", help="stamps, heads and page numbers: left-out or bracketed"
    )
    txt.add_argument("--header", action="store_true", help="begin with the origin of the text")
    both = parser.add_argument_group("txt and tei")
    both.add_argument(
        "--changes", action="store_true", help="a .changes.csv with every correction beside it"
    )


def run(parsed: argparse.Namespace) -> ExitCode:
    """Export; each file is written whole or not at all, and named when it is done."""
    from corrector.tasks.choosing import pages_of
    from corrector.tasks.exporting import Export, Unit, export_files, export_one
    from corrector.tasks.opening import look_at

    unit = Unit(parsed.unit) if parsed.unit else None
    wish = Export(parsed.to, parsed.profile, unit, wishes_among(vars(parsed)))
    with look_at(parsed.collection) as collection:
        pages = pages_of(collection.pages(), parsed.pages)
        if parsed.out == STANDARD_OUTPUT:
            written = export_one(collection, pages, wish)
            write_bytes(written.content)
            for notice in written.notices:
                remark(notice)
            return ExitCode.DONE
        with terminal_progress("exporting") as progress:
            for exported in export_files(collection, pages, wish, Path(parsed.out), progress):
                print_line(str(exported.path))
                for notice in exported.notices:
                    remark(f"{exported.path.name}: {notice}")
    return ExitCode.DONE
