"""corrector info: documents, pages and problems of a collection."""

import argparse
from typing import TYPE_CHECKING

from corrector.cli import shared_arguments
from corrector.cli.output import print_json, print_line, remark
from corrector.cli.progress import terminal_progress
from corrector.cli.shapes import document_shape, page_shape, problem_shape
from corrector.errors import ExitCode

if TYPE_CHECKING:
    from corrector.tasks.overview import Overview


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    shared_arguments.collection(parser)
    shared_arguments.json_lines(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """List what is there; nothing is written into the folder."""
    from corrector.settings import load_settings
    from corrector.tasks.opening import look_at
    from corrector.tasks.overview import overview_of

    with terminal_progress("checking") as progress, look_at(parsed.collection) as collection:
        usual = load_settings().languages or None
        overview = overview_of(collection, progress, usual=usual)
    for notice in collection.notices:
        remark(notice)
    if parsed.json:
        print_json(
            {
                "pages": [page_shape(entry) for entry in overview.pages],
                "documents": [document_shape(entry) for entry in overview.documents],
                "problems": [problem_shape(problem) for problem in overview.problems],
            }
        )
    else:
        _print(overview)
    if not overview.pages:
        remark(f"“{collection.root}” holds no scans and no texts that can be read.")
    return ExitCode.DONE


def _print(overview: "Overview") -> None:
    for document in overview.documents:
        print_line(f"{document.document.label}: {_counted(document.pages, 'page')}")
    for entry in overview.pages:
        page = entry.page
        suspicions = _suspicious(entry.suspicions)
        files = page.scan or "no scan"
        text = _counted(page.versions, "version") if page.versions else "no text"
        print_line(f"{page.number:4} {page.label}: {files}, {text}, {page.status}{suspicions}")
    for problem in overview.problems:
        print_line(f"problem: {problem.path}: {problem.message}")


def _suspicious(number: int | None) -> str:
    return "" if number is None else f", {_counted(number, 'suspicious token')}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
