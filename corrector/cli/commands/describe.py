"""corrector describe: title, persons, dates and places of documents, and the collection's own."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from corrector.cli import shared_arguments
from corrector.cli.opening import opened
from corrector.cli.output import print_json, print_line, remark
from corrector.cli.wording import counted
from corrector.errors import ExitCode

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection
    from corrector.tasks.describing import Described


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    shared_arguments.collection(parser)
    parser.add_argument(
        "document",
        metavar="DOCUMENT",
        nargs="?",
        help="key or label of a document (default: the collection, whose values hold for all "
        "documents that have none of their own)",
    )
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        type=_assignment,
        action="append",
        default=[],
        help="say something; NAME= takes it back; may be repeated",
    )
    parser.add_argument(
        "--import",
        metavar="FILE",
        dest="table",
        help="a table in CSV with a column “document” and columns called like the fields",
    )
    shared_arguments.json_lines(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Change what was asked for, then print what is said."""
    changes = bool(parsed.set) or parsed.table is not None
    with opened(parsed.collection, "describe", to_change=changes) as collection:
        if changes:
            _change(collection, parsed)
        _print(collection, parsed)
    return ExitCode.DONE


def _change(collection: "Collection", parsed: argparse.Namespace) -> None:
    from corrector.tasks.describing import document_named, import_descriptions, set_description

    if parsed.table is not None:
        described = import_descriptions(collection, Path(parsed.table))
        remark(f"{counted(described, 'document')} described")
    if parsed.set:
        document = document_named(collection, parsed.document) if parsed.document else None
        set_description(collection, document, dict(parsed.set))


def _print(collection: "Collection", parsed: argparse.Namespace) -> None:
    """Print what is said of the document that was named, or of the collection and all of them."""
    from corrector.tasks.describing import described, document_named

    key = document_named(collection, parsed.document).key if parsed.document else None
    for one in described(collection):
        if key is None or (one.document is not None and one.document.key == key):
            (_print_json if parsed.json else _print_lines)(one)


def _print_json(one: "Described") -> None:
    document = one.document
    print_json(
        {
            "document": None if document is None else document.key,
            "label": None if document is None else document.label,
            "own": dict(one.own),
            "whole": dict(one.whole),
        }
    )


def _print_lines(one: "Described") -> None:
    print_line("(collection)" if one.document is None else one.document.label)
    for name, value in (one.own if one.document is None else one.whole).items():
        print_line(f"  {name}: {value}")


def _assignment(text: str) -> tuple[str, str]:
    name, separator, value = shared_arguments.words(text).partition("=")
    if not separator:
        raise argparse.ArgumentTypeError(f"must be NAME=VALUE, not “{text}”")
    return name.strip(), value.strip()
