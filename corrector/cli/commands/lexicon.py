"""corrector lexicon: words that are right and never suspected; add, remove, list, import."""

import argparse
from pathlib import Path

from corrector.cli import shared_arguments
from corrector.cli.output import print_line, remark
from corrector.errors import ExitCode, UsageError
from corrector.messages import QT_TRANSLATE_NOOP


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    shared_arguments.collection(parser)
    parser.add_argument(
        "action",
        choices=("add", "remove", "list", "import"),
        help="list prints one word a line, ready to be imported elsewhere",
    )
    parser.add_argument(
        "words",
        metavar="WORD|FILE",
        nargs="*",
        help="words to add or remove; plain lists or Hunspell .dic files to import",
    )
    parser.add_argument(
        "--language", metavar="L", help="a lexicon for texts in this language only, such as en"
    )
    parser.add_argument(
        "--personal",
        action="store_true",
        help="your own lexicon, which counts in all collections, not that of COLLECTION",
    )


def run(parsed: argparse.Namespace) -> ExitCode:
    """Do what was asked and say how many words it concerned."""
    from corrector.tasks.lexicons import (
        add_words,
        changeable_lexicons_of,
        import_words,
        lexicons_of,
        personal_lexicons,
        remove_words,
        words_of,
    )
    from corrector.tasks.opening import look_at

    _require_words(parsed)
    with look_at(parsed.collection) as collection:
        if parsed.personal:
            place = personal_lexicons()
        else:
            changes = parsed.action != "list"
            place = (changeable_lexicons_of if changes else lexicons_of)(collection)
    match parsed.action:
        case "list":
            for word in words_of(place, parsed.language):
                print_line(word)
        case "add":
            remark(f"{add_words(place, parsed.words, parsed.language)} words added")
        case "remove":
            remark(f"{remove_words(place, parsed.words, parsed.language)} words removed")
        case _:
            for name in parsed.words:
                added = import_words(place, Path(name), parsed.language)
                remark(f"{name}: {added} words added")
    return ExitCode.DONE


def _require_words(parsed: argparse.Namespace) -> None:
    if parsed.action != "list" and not parsed.words:
        raise UsageError(
            QT_TRANSLATE_NOOP("Errors", "“lexicon {action}” needs at least one word or file."),
            action=parsed.action,
        )
