"""corrector check: suspicions of texts, pages or collections, changing nothing."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corrector.cli import shared_arguments
from corrector.cli.output import print_json, print_line, remark
from corrector.cli.progress import terminal_progress
from corrector.cli.reading import STANDARD_INPUT, read_text
from corrector.cli.shapes import check_shape
from corrector.cli.wording import counted
from corrector.errors import CorrectorError, ExitCode, InputError, UsageError

if TYPE_CHECKING:
    from corrector.suspicion.findings import Suggestion
    from corrector.tasks.checking import Checked, Wish
    from corrector.tasks.progress import Progress


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="+",
        help="a text, a scan in its folder, or a collection; - reads a text here",
    )
    shared_arguments.language(parser)
    shared_arguments.pages(parser)
    parser.add_argument(
        "--threshold",
        metavar="F",
        type=shared_arguments.share,
        help="show suspicions from this score on (0..1)",
    )
    parser.add_argument("--all-tokens", action="store_true", help="list every token with its score")
    shared_arguments.json_lines(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Check everything that was asked for, a line or a block a text.

    What cannot be read is told and does not stop the rest; if nothing could be read, the exit code
    is that of the first failure.
    """
    from corrector.settings import load_settings
    from corrector.tasks.checking import Wish

    usual = load_settings().languages or None
    wish = Wish(parsed.language, parsed.threshold, parsed.all_tokens, parsed.pages, usual)
    failures: list[CorrectorError] = []
    with terminal_progress("checking") as progress:
        for path in parsed.paths:
            try:
                for checked in _checked(path, wish, progress):
                    (_print_json if parsed.json else _print)(checked)
            except (InputError, UsageError) as error:
                _tell(path, error)
                failures.append(error)
    if len(failures) == len(parsed.paths):
        return failures[0].exit_code
    return ExitCode.PARTLY if failures else ExitCode.DONE


def _tell(path: str, error: CorrectorError) -> None:
    """Say which of several paths it was; not every error knows, for bytes have no name."""
    said = str(error)
    remark(f"corrector: {said}" if path in said else f"corrector: {path}: {said}")


def _checked(path: str, wish: "Wish", progress: "Progress") -> Iterator["Checked"]:
    from corrector.tasks.checking import Checked, check_path, checked_text
    from corrector.tasks.places import place_of

    if path == STANDARD_INPUT:
        yield Checked(path, None, checked_text(read_text(path), wish))
    else:
        yield from check_path(place_of(path), wish, progress)


def _print_json(checked: "Checked") -> None:
    page = checked.page
    print_json(
        check_shape(
            checked.path,
            page.label if page else None,
            page.number if page else None,
            checked.result,
        )
    )


def _print(checked: "Checked") -> None:
    result = checked.result
    name = f"{checked.path}: {checked.page.label}" if checked.page else checked.path
    shown = sum(suspicion.shown for suspicion in result.suspicions)
    tokens, languages = counted(result.tokens, "token"), "+".join(result.languages)
    print_line(f"{name}: {tokens}, {shown} suspicious ({languages})")
    for suspicion in result.suspicions:
        candidates = " | ".join(map(_said, suspicion.suggestions[:3]))
        print_line(
            f"  {suspicion.span.start}-{suspicion.span.end}  {suspicion.text}  "
            f"{suspicion.score:.2f}" + (f"  -> {candidates}" if candidates else "")
        )
        for reason in suspicion.reasons:
            print_line(f"      {reason.message}")


def _said(suggestion: "Suggestion") -> str:
    """Return a candidate, and the token beside that it takes in."""
    beside = f" (with “{suggestion.joined}”)" if suggestion.joined else ""
    return f"{suggestion.text}{beside}" or "(delete)"
