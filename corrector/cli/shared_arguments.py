"""Arguments that several commands share, worded once."""

import argparse
from typing import Final

from corrector.errors import UsageError
from corrector.tasks.places import Place, place_of

_DIGITS: Final = 4


def collection(parser: argparse.ArgumentParser) -> None:
    """Add the positional COLLECTION."""
    parser.add_argument(
        "collection",
        metavar="COLLECTION",
        type=place,
        help="a folder, its record, or a database: postgresql://host/name?scans=FOLDER",
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
        "--language",
        metavar="L",
        help="of the text, such as en or de+fr (default: as set, or guessed)",
    )


def by(parser: argparse.ArgumentParser) -> None:
    """Add --by, without which no version is made."""
    parser.add_argument(
        "--by", metavar="NAME", type=_name, required=True, help="who answers for the version"
    )


def note(parser: argparse.ArgumentParser) -> None:
    """Add --note."""
    parser.add_argument(
        "--note", metavar="T", type=words, default="", help="why, in your own words"
    )


def json_lines(parser: argparse.ArgumentParser) -> None:
    """Add --json."""
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object a line on standard output"
    )


def place(value: str) -> Place:
    """Return the place of a collection: a path, or a database with a folder of scans."""
    try:
        return place_of(value)
    except UsageError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def words(value: str) -> str:
    """Return `value`, which a person wrote and a record will keep."""
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise argparse.ArgumentTypeError(
            "these words are not valid in the terminal's encoding; use UTF-8"
        )
    return value


def share(value: str) -> float:
    """Return a number from 0 to 1."""
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"must be a number from 0 to 1, not “{value}”")
    return number


def jobs(value: str) -> int:
    """Return how many pages to work on at a time; 0 means one a processor."""
    number = int(value) if value.isascii() and value.isdecimal() and len(value) < _DIGITS else -1
    if number < 0:
        raise argparse.ArgumentTypeError(f"must be a number of pages such as 2, not “{value}”")
    return number


def _name(value: str) -> str:
    name = words(value).strip()
    if not name:
        raise argparse.ArgumentTypeError(
            "must name a person: every version says who answers for it"
        )
    return name
