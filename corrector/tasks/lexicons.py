"""Lexicons: words that persons know to be right, of their own and of a collection, by language."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from corrector.atomic import write_whole
from corrector.errors import InputError, UsageError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.suspicion.anatomy import anatomy_of
from corrector.suspicion.lexicon_files import looked_up, text_of, words_in
from corrector.suspicion.named_languages import named_languages
from corrector.tasks.word_list_files import words_in_file
from corrector.text.tokens import tokenise


class KeptLexicon(Protocol):
    """Words that are right; an empty language stands for all languages."""

    def words(self, language: str = "") -> tuple[str, ...]:
        """Return the words for texts in `language`."""
        ...

    def languages(self) -> tuple[str, ...]:
        """Return the languages that have words."""
        ...

    def add(self, words: Iterable[str], language: str = "") -> int:
        """Add words, and tell how many are new."""
        ...

    def remove(self, words: Iterable[str], language: str = "") -> int:
        """Remove words, in whatever case, and tell how many were there."""
        ...


def lexicon_language(language: str | None) -> str:
    """Return the language of a lexicon as it is kept; empty for that of all languages.

    Raises:
        UsageError: if several languages are named.
        MissingProgramError: if there is no word list for `language`.
    """
    if not language:
        return ""
    codes = named_languages(language)
    if len(codes) != 1:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors", "A lexicon is for one language; “{language}” names another number."
            ),
            language=language,
        )
    return codes[0]


def typed_words(words: Iterable[str]) -> tuple[str, ...]:
    """Return each word among `words`, as a person typed them, once."""
    return words_in("\n".join(words))


def words_of_text(text: str) -> tuple[str, ...]:
    """Return the words of a stretch of text, without the marks around them, each once."""
    cores = (anatomy_of(token.text).core for token in tokenise(text))
    return typed_words(core for core in cores if any(map(str.isalpha, core)))


def words_of_file(path: Path) -> tuple[str, ...]:
    """Return the words of a plain list or a Hunspell `.dic` file.

    Raises:
        InputError: if the file cannot be read or holds no word.
    """
    words = words_in_file(path)
    if not words:
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "There is no word in “{path}”; nothing was imported."),
            path=str(path),
        )
    return words


def write_words(path: Path, words: Iterable[str]) -> None:
    """Write a plain list, one word a line, whole or not at all.

    Raises:
        OutputError: if it cannot be written; what was there is as it was.
    """
    write_whole(path, [text_of(words).encode("utf-8")])


def known_words(languages: Iterable[str], *lexicons: KeptLexicon) -> frozenset[str]:
    """Return the words of all `lexicons` for `languages`, as tokens are looked up."""
    wanted = ("", *languages)
    return looked_up(
        word for lexicon in lexicons for language in wanted for word in lexicon.words(language)
    )
