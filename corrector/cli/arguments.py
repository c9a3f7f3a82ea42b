"""The commands of the command line: a table, and the parser made from it."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from corrector import VERSION
from corrector.cli.commands import (
    check,
    describe,
    divide,
    export,
    history,
    info,
    language,
    lexicon,
    links,
    open_window,
    recognise,
    reopen,
    restore,
    save,
    series,
    show,
    status,
    verify,
)
from corrector.errors import ExitCode

Run = Callable[[argparse.Namespace], ExitCode]


@dataclass(frozen=True, slots=True)
class Command:
    """One command: what it is called, what it says of itself, and what it does."""

    name: str
    summary: str
    example: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Run


COMMANDS = (
    Command("open", "open the window", "corrector open scans/", open_window.arguments,
            open_window.run),
    Command("info", "list documents, pages and problems", "corrector info scans/ --json",
            info.arguments, info.run),
    Command("ocr", "recognise the pages that have no text", "corrector ocr scans/ --pages 1-10",
            recognise.arguments, recognise.run),
    Command("check", "find suspicious tokens, changing nothing", "corrector check letter.txt",
            check.arguments, check.run),
    Command("show", "print the text of a page, byte for byte", "corrector show scans/ 3",
            show.arguments, show.run),
    Command("save", "save a new version of a page from a file",
            'corrector save scans/ 3 --text page3.txt --by "A. Reader" --note "second reading"',
            save.arguments, save.run),
    Command("series", "change the same wrong reading in many places",
            'corrector series scans/ BAVE HAVE --by "A. Reader"', series.arguments, series.run),
    Command("history", "list versions and corrections", "corrector history scans/ 3 --json",
            history.arguments, history.run),
    Command("restore", "make an old text the newest version",
            'corrector restore scans/ 3 0 --by "A. Reader"', restore.arguments, restore.run),
    Command("status", "say how far the work on a page is",
            'corrector status scans/ 3 proofread --by "A. Reader"', status.arguments, status.run),
    Command("export", "write corrected texts", "corrector export scans/ --to tei --out edition/",
            export.arguments, export.run),
    Command("links", "say where each token stands on its scan", "corrector links scans/ 3 --json",
            links.arguments, links.run),
    Command("divide", "divide one text among the pages of its document",
            "corrector divide scans/ --json", divide.arguments, divide.run),
    Command("describe", "say title, persons, dates and places of documents",
            'corrector describe scans/ --set "repository=A Library"', describe.arguments,
            describe.run),
    Command("reopen", "make a collection of TEI files that Corrector wrote",
            "corrector reopen edition/letter.xml --into again/", reopen.arguments,
            reopen.run),
    Command("lexicon", "keep words that are right and never suspected",
            "corrector lexicon scans/ add Ribnitz Damgarten", lexicon.arguments, lexicon.run),
    Command("language", "say or set in which languages pages are checked and read",
            "corrector language scans/ 3 --set de+en", language.arguments,
            language.run),
    Command("verify", "check scans, texts, hashes, history and database",
            "corrector verify scans/", verify.arguments, verify.run),
)  # fmt: skip


def parser_of_commands() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="corrector",
        description="Correct machine transcriptions of scanned documents by hand. "
        "Without a command the window opens.",
        epilog="COLLECTION is a folder of scans and texts, or its record (corrections.corrector), "
        "or, for several people at once, a database in quotation marks: "
        '"postgresql://user@host/database?scans=/folder/of/scans" (password in ~/.pgpass or '
        "PGPASSWORD, never in the address). "
        "PAGE is a page's number in collection order or its label. "
        "Exit codes: 0 done, 1 done in part or problems found, 2 usage, 3 input cannot be read, "
        "4 output cannot be written, 5 a program or language is missing, "
        "6 the collection is locked, 130 interrupted.",
    )
    parser.add_argument("--version", action="version", version=f"corrector {VERSION}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        _add(commands, command)
    return parser


def _add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", command: Command) -> None:
    parser = commands.add_parser(
        command.name,
        help=command.summary,
        description=f"{command.summary[0].upper()}{command.summary[1:]}.",
        epilog=f"Example: {command.example}",
    )
    parser.add_argument("--verbose", action="store_true", help="say what is being done")
    command.arguments(parser)
    parser.set_defaults(run=command.run)
