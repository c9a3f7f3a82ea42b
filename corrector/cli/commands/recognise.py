"""corrector ocr: recognises the pages that have no text, or proposes new readings."""

import argparse
from typing import TYPE_CHECKING

from corrector.cli import shared_arguments
from corrector.cli.opening import owner_of
from corrector.cli.output import print_line, remark
from corrector.cli.progress import terminal_progress
from corrector.cli.wording import counted
from corrector.errors import ExitCode

if TYPE_CHECKING:
    from corrector.tasks.recognition import Recognised


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    shared_arguments.collection(parser)
    shared_arguments.pages(parser)
    shared_arguments.language(parser)
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=shared_arguments.jobs,
        default=0,
        help="pages at the same time (default: all cores)",
    )
    parser.add_argument(
        "--preparation",
        metavar="NAME",
        help="what is done to a scan first: auto (other ways are tried where it reads poorly), "
        "none, or the name of one way; an unknown name lists them (default: as in the settings)",
    )
    parser.add_argument(
        "--again",
        action="store_true",
        help="read pages that have a text too; the new reading is kept as a proposal",
    )


def run(parsed: argparse.Namespace) -> ExitCode:
    """Recognise; what is read is kept even when the command is stopped."""
    from corrector.settings import load_settings
    from corrector.tasks.choosing import pages_of, without_text
    from corrector.tasks.engines import known_preparation
    from corrector.tasks.recognition import open_for_recognition, recognise

    settings = load_settings()
    preparation = known_preparation(parsed.preparation or settings.preparation)
    languages = parsed.language or settings.languages or None
    owner = owner_of("ocr", settings.person_name)
    with (
        open_for_recognition(parsed.collection, owner, languages) as collection,
        terminal_progress("recognising") as progress,
    ):
        chosen = pages_of(collection.pages(), parsed.pages)
        pages = [page for page in chosen if page.scan] if parsed.again else without_text(chosen)
        results = recognise(
            collection,
            pages,
            languages=parsed.language or None,
            usual=settings.languages or None,
            jobs=parsed.jobs,
            time_limit=settings.time_limit,
            preparation=preparation,
            progress=progress,
            finished=_tell,
        )
    failed = sum(result.error is not None for result in results)
    remark(
        f"{counted(len(results) - failed, 'page')} recognised, {failed} failed, "
        f"{len(chosen) - len(results)} left as they are"
    )
    waiting = sum(page.waiting for page in chosen)
    if waiting and not parsed.again:
        remark(
            f"{waiting} of those have a part in one text for their whole document, which waits to "
            "be divided: “corrector divide” proposes how"
        )
    return ExitCode.PARTLY if failed else ExitCode.DONE


def _tell(result: "Recognised") -> None:
    if result.error is not None:
        remark(f"{result.page.label}: {result.error}")
    else:
        kept = "proposal" if result.proposal else "version 0"
        print_line(f"{result.page.label}: {counted(result.words, 'word')} ({kept})")
