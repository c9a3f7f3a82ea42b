"""corrector save: a new version of a page from a file."""

import argparse

from corrector.cli import shared_arguments
from corrector.cli.output import print_json, print_line
from corrector.cli.reading import read_text
from corrector.cli.shapes import version_shape
from corrector.cli.wording import print_version
from corrector.errors import ExitCode
from corrector.record.entries import Cause, Person


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    shared_arguments.collection(parser)
    shared_arguments.page(parser)
    parser.add_argument(
        "--text", metavar="FILE", required=True, help="the whole corrected text; - reads it here"
    )
    shared_arguments.by(parser)
    shared_arguments.note(parser)
    parser.add_argument(
        "--evidence",
        metavar="T",
        type=shared_arguments.words,
        default="",
        help="what you relied on",
    )
    parser.add_argument(
        "--cause",
        metavar="C",
        choices=[cause.value for cause in Cause],
        help="of all corrections (default: guessed for each): %(choices)s",
    )
    shared_arguments.json_lines(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Save, then print the version and its corrections."""
    from corrector.tasks.choosing import page_of
    from corrector.tasks.opening import open_for_work
    from corrector.tasks.saving import Saving, save, version_of

    text = read_text(parsed.text)
    with open_for_work(parsed.collection, parsed.by) as collection:
        page = page_of(collection.pages(), parsed.page)
        saving = Saving(
            text=text,
            author=Person(parsed.by),
            note=parsed.note,
            evidence=parsed.evidence,
            cause=Cause(parsed.cause) if parsed.cause else None,
        )
        saved = save(collection, page, saving)
        version = saved or version_of(collection, page, None)
    if parsed.json:
        print_json(
            {
                "page": page.label,
                "saved": saved is not None,
                **version_shape(version),
            }
        )
    elif saved is None:
        print_line(f"{page.label}: nothing differs from version {version.number}; nothing saved")
    else:
        print_version(page.label, version)
    return ExitCode.DONE
