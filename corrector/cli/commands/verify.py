"""corrector verify: scans, texts, hashes, history and database."""

import argparse

from corrector.cli import shared_arguments
from corrector.cli.output import print_json, print_line
from corrector.cli.progress import terminal_progress
from corrector.cli.wording import counted
from corrector.errors import ExitCode


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    shared_arguments.collection(parser)
    shared_arguments.json_lines(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Verify; problems are told and make the exit code 1."""
    from corrector.tasks.verifying import verify_collection

    with terminal_progress("verifying") as progress:
        problems = verify_collection(parsed.collection, progress)
    if parsed.json:
        print_json(
            {
                "ok": not problems,
                "problems": [
                    {"page": problem.page, "kind": problem.kind, "message": str(problem.message)}
                    for problem in problems
                ],
            }
        )
    else:
        for problem in problems:
            print_line(f"{problem.page or 'record'}: {problem.kind}: {problem.message}")
        print_line(
            f"{counted(len(problems), 'problem')} found" if problems else "everything is as it was"
        )
    return ExitCode.PARTLY if problems else ExitCode.DONE
