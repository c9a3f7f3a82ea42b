"""corrector lexicon: words that are right and never suspected, and what was learned."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from corrector.cli import shared_arguments
from corrector.cli.opening import opened
from corrector.cli.output import print_line, remark
from corrector.cli.wording import counted
from corrector.errors import ExitCode, UsageError
from corrector.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection
    from corrector.tasks.lexicons import KeptLexicon

_OF_LEARNING = ("learned", "forget", "recall")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    shared_arguments.collection(parser)
    parser.add_argument(
        "action",
        choices=("add", "remove", "list", "import", "learned", "forget", "recall"),
        help="list prints one word a line, ready to be imported elsewhere; learned prints what "
        "corrections and confirmations in COLLECTION taught as a table parted by tabs, and forget "
        "takes some of it back until recall, or until it is corrected or confirmed again",
    )
    parser.add_argument(
        "words",
        metavar="WORD|FILE",
        nargs="*",
        help="words to add or remove; plain lists or Hunspell .dic files to import; to forget or "
        "recall: a WORD, READ=TRUE for a reading, letters and marks, capitals in capitals: B=H",
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
    from corrector.tasks.collection_lexicon import CollectionLexicon
    from corrector.tasks.lexicons import lexicon_language
    from corrector.tasks.personal_lexicon import PersonalLexicon

    _require_words(parsed)
    if parsed.action in _OF_LEARNING:
        return _do_with_learned(parsed)
    language = lexicon_language(parsed.language)
    changes = not parsed.personal and parsed.action != "list"
    with opened(parsed.collection, "lexicon", to_change=changes) as collection:
        lexicon = PersonalLexicon() if parsed.personal else CollectionLexicon(collection)
        _do(lexicon, parsed, language)
    return ExitCode.DONE


def _do(lexicon: "KeptLexicon", parsed: argparse.Namespace, language: str) -> None:
    from corrector.tasks.lexicons import typed_words, words_of_file

    match parsed.action:
        case "list":
            for word in lexicon.words(language):
                print_line(word)
        case "add":
            remark(_told(lexicon.add(typed_words(parsed.words), language), "added"))
        case "remove":
            remark(_told(lexicon.remove(typed_words(parsed.words), language), "removed"))
        case _:
            # All files are read first, so that one that cannot be read leaves nothing half done.
            for name, words in [(name, words_of_file(Path(name))) for name in parsed.words]:
                remark(f"{name}: {_told(lexicon.add(words, language), 'added')}")


def _told(count: int, done: str) -> str:
    return f"{counted(count, 'word')} {done}"


def _do_with_learned(parsed: argparse.Namespace) -> ExitCode:
    from corrector.tasks.learned_list import learned_list, table_of

    changes = parsed.action != "learned"
    with opened(parsed.collection, "lexicon", to_change=changes) as collection:
        if changes:
            _forget_or_recall(collection, parsed)
        else:
            print_line(table_of(learned_list(collection)).removesuffix("\n"))
    return ExitCode.DONE


def _forget_or_recall(collection: "Collection", parsed: argparse.Namespace) -> None:
    from corrector.tasks import learned_list as lessons

    forgets = parsed.action == "forget"
    known = lessons.learned_list(collection) if forgets else lessons.forgotten_list(collection)
    wanted = [one for named in parsed.words for one in lessons.lessons_named(named, known)]
    change = lessons.forget if forgets else lessons.recall
    done = "forgotten" if forgets else "recalled"
    remark(f"{counted(change(collection, wanted), 'lesson')} {done}")


def _require_words(parsed: argparse.Namespace) -> None:
    if parsed.action not in ("list", "learned") and not parsed.words:
        raise UsageError(
            QT_TRANSLATE_NOOP("Errors", "“lexicon {action}” needs at least one word or file."),
            action=parsed.action,
        )
