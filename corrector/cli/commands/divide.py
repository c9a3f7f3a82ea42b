"""corrector divide: one text for all pages of a document, divided among them."""

import argparse
from typing import TYPE_CHECKING

from corrector.cli import shared_arguments
from corrector.cli.opening import owner_of
from corrector.cli.output import print_json, print_line, remark
from corrector.cli.progress import terminal_progress
from corrector.cli.shapes import division_shape
from corrector.errors import ExitCode, UsageError
from corrector.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corrector.settings import Settings
    from corrector.tasks.borders import Cut
    from corrector.tasks.collection import Collection
    from corrector.tasks.whole_documents import WholeDocument


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    shared_arguments.collection(parser)
    parser.add_argument(
        "document",
        metavar="DOCUMENT",
        nargs="?",
        help="label or key of the document (default: all that wait to be divided)",
    )
    parser.add_argument(
        "--borders",
        metavar="LINES",
        type=_numbers,
        help="lines of the text that begin the second and later pages, such as 12,40 "
        "(default: found by reading the scans)",
    )
    parser.add_argument("--accept", action="store_true", help="give each page its part")
    parser.add_argument(
        "--aside",
        action="store_true",
        help="leave the text aside undivided, so that the pages can be recognised",
    )
    parser.add_argument("--by", metavar="NAME", default="", help="who accepts the division")
    shared_arguments.language(parser)
    shared_arguments.json_lines(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Print how the text would be divided; nothing is saved without --accept."""
    from corrector.settings import load_settings
    from corrector.tasks.opening import look_at, open_for_work
    from corrector.tasks.recognition import open_for_recognition

    with look_at(parsed.collection) as collection:
        if not _chosen(collection, parsed):
            remark("No document has one text that waits to be divided among several pages.")
            return ExitCode.DONE
    settings = load_settings()
    languages = parsed.language or settings.languages or None
    owner = owner_of("divide", parsed.by or settings.person_name)
    opened = (
        open_for_work(parsed.collection, owner)
        if parsed.borders is not None or parsed.aside
        else open_for_recognition(parsed.collection, owner, languages)
    )
    with opened as collection:
        for whole in _chosen(collection, parsed):
            _divide(collection, whole, parsed, settings)
    return ExitCode.DONE


def _chosen(collection: "Collection", parsed: argparse.Namespace) -> "tuple[WholeDocument, ...]":
    """Return the documents that are meant; one that was left aside has to be named."""
    from corrector.tasks.whole_documents import whole_document_named, whole_documents

    documents = whole_documents(collection)
    if parsed.document is not None:
        return (whole_document_named(documents, parsed.document),)
    waiting = tuple(one for one in documents if not one.aside)
    if parsed.borders is not None and len(waiting) > 1:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Borders belong to one document, and {count} wait to be divided. Name one.",
            ),
            count=len(waiting),
        )
    return waiting


def _divide(
    collection: "Collection",
    whole: "WholeDocument",
    parsed: argparse.Namespace,
    settings: "Settings",
) -> None:
    from corrector.tasks.accepting import accept_division, leave_aside
    from corrector.tasks.borders import cuts_at
    from corrector.tasks.whole_documents import text_of

    if parsed.aside:
        leave_aside(collection, whole)
        remark(f"{whole.document.label}: its text is left aside; “corrector ocr” reads its pages")
        return
    text = text_of(collection, whole)
    if parsed.borders is None:
        cuts = _proposed(collection, whole, text, parsed, settings)
        proposed: list[int] | None = [cut.span.start for cut in cuts[1:]]
    else:
        cuts, proposed = cuts_at(text, whole.pages, parsed.borders), None
    if parsed.accept:
        starts = [cut.span.start for cut in cuts[1:]]
        by = parsed.by or settings.person_name
        accept_division(collection, whole, starts, proposed=proposed, by=by)
    if parsed.json:
        print_json(division_shape(whole, cuts, accepted=parsed.accept))
    else:
        _print(whole, cuts, text, accepted=parsed.accept)


def _proposed(
    collection: "Collection",
    whole: "WholeDocument",
    text: str,
    parsed: argparse.Namespace,
    settings: "Settings",
) -> "Sequence[Cut]":
    from corrector.tasks.borders import cuts_of
    from corrector.tasks.dividing import propose_division

    with terminal_progress("reading the scans") as progress:
        parts = propose_division(
            collection,
            whole.pages,
            text,
            languages=parsed.language or None,
            usual=settings.languages or None,
            time_limit=settings.time_limit,
            progress=progress,
        )
    return cuts_of(text, parts)


def _print(whole: "WholeDocument", cuts: "Sequence[Cut]", text: str, *, accepted: bool) -> None:
    done = "divided" if accepted else "proposed division"
    print_line(f"{whole.document.label}: {whole.source.path}, {done}")
    for cut in cuts:
        words = " ".join(cut.span.of(text).split())
        sure = "" if cut.confidence is None else f", confidence {cut.confidence:.2f}"
        print_line(
            f"{cut.page.number:4} {cut.page.label}: from line {cut.line}{sure}: "
            f"{words[:60] or '(nothing)'}"
        )


def _numbers(value: str) -> list[int]:
    """Return the line numbers of a list with commas."""
    parts = [part.strip() for part in value.split(",")]
    if not all(part.isascii() and part.isdecimal() and len(part) < _DIGITS for part in parts):
        raise argparse.ArgumentTypeError(f"must be numbers of lines such as 12,40, not “{value}”")
    return [int(part) for part in parts]


_DIGITS = 10
