"""Arguments that several commands share, worded once."""

import argparse
from pathlib import Path


def collection(parser: argparse.ArgumentParser) -> None:
    """Add the positional COLLECTION."""
    parser.add_argument(
        "collection", metavar="COLLECTION", type=Path, help="a folder, or its record"
    )


def page(parser: argparse.ArgumentParser, *, optional: bool = False) -> None:
    """Add the positional PAGE."""
    parser.add_argument(
        "page",
        metavar="PAGE",
        nargs="?" if optional else None,
        help="a page's number in collection order, or its label",
    )


def pages(parser: argparse.ArgumentParser) -> None:
    """Add --pages."""
    parser.add_argument(
        "--pages", metavar="SPEC", help="only these pages: numbers, ranges, labels (1,3-5,9-)"
    )


def language(parser: argparse.ArgumentParser) -> None:
    """Add --language."""
    parser.add_argument(
        "--language", metavar="L", help="of the text, such as en or de+fr (default: guessed)"
    )


def by(parser: argparse.ArgumentParser) -> None:
    """Add --by, without which no version is made."""
    parser.add_argument("--by", metavar="NAME", required=True, help="who answers for the version")


def note(parser: argparse.ArgumentParser) -> None:
    """Add --note."""
    parser.add_argument("--note", metavar="T", default="", help="why, in your own words")


def json_lines(parser: argparse.ArgumentParser) -> None:
    """Add --json."""
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object a line on standard output"
    )
