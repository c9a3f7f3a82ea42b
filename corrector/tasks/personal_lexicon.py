"""A person's own lexicon: a plain list for each language, in the folder of the settings."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from corrector.atomic import write_whole
from corrector.paths import settings_folder
from corrector.scans.texts import read_text_file
from corrector.suspicion.lexicon_files import text_of, words_in

_FOLDER: Final = "lexicons"
_ALL_LANGUAGES: Final = "all"


class PersonalLexicon:
    """Plain lists, one word a line, which any editor opens; they count in all collections."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder of the lists, which need not exist yet; None for the usual one."""
        self.folder = folder or settings_folder() / _FOLDER

    def words(self, language: str = "") -> tuple[str, ...]:
        """Return the words for texts in `language`; none where there is no list yet.

        Raises:
            InputError: if the list cannot be read.
        """
        path = self._file(language)
        return words_in("".join(read_text_file(path).parts)) if path.exists() else ()

    def languages(self) -> tuple[str, ...]:
        """Return the languages that have a list."""
        names = sorted(path.stem for path in self.folder.glob("*.txt"))
        return tuple("" if name == _ALL_LANGUAGES else name for name in names)

    def add(self, words: Iterable[str], language: str = "") -> int:
        """Add words, and tell how many are new.

        Raises:
            InputError: if the list cannot be read; nothing is changed.
            OutputError: if it cannot be written; it is as it was.
        """
        before = self.words(language)
        after = dict.fromkeys((*before, *words))
        if len(after) > len(before):
            self._write(after, language)
        return len(after) - len(before)

    def remove(self, words: Iterable[str], language: str = "") -> int:
        """Remove words, in whatever case, and tell how many were there.

        Raises:
            InputError: if the list cannot be read; nothing is changed.
            OutputError: if it cannot be written; it is as it was.
        """
        before = self.words(language)
        unwanted = {word.casefold() for word in words}
        after = [word for word in before if word.casefold() not in unwanted]
        if len(after) < len(before):
            self._write(after, language)
        return len(before) - len(after)

    def _write(self, words: Iterable[str], language: str) -> None:
        write_whole(self._file(language), [text_of(words).encode("utf-8")])

    def _file(self, language: str) -> Path:
        return self.folder / f"{language or _ALL_LANGUAGES}.txt"
