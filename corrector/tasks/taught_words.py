"""What persons taught, as far as it concerns one text: the same counts need the same of it."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from corrector.suspicion.learning import Learned
from corrector.suspicion.taught_marks import share_of
from corrector.tasks.lexicons import KeptLexicon, known_words

_WORD: Final = re.compile(r"\w+")
_WHOLE_WORD: Final = re.compile(r"\w+(?:[-'’]\w+)*")
_TWICE: Final = 2
"""Letters that were corrected once are no rule yet and change no count."""
_OFTEN: Final = 4
"""More corrections of the same letters hardly change a count any more."""


class TaughtWords:
    """Lessons and lexicons, asked for one text after another."""

    def __init__(self, learned: Learned, lexicons: Sequence[KeptLexicon]) -> None:
        """Take what corrections and confirmations taught, and the lexicons that count."""
        self._learned = learned
        self._lexicons = lexicons

    def concerning(self, text: str) -> tuple[object, ...]:
        """Return what was taught of the words of `text`; equal for equal teaching."""
        small = text.lower()
        words = {*_WORD.findall(small), *_WHOLE_WORD.findall(small)}
        learned = self._learned
        listed = [(language, sorted(words & known)) for language, known in self._listed]
        corrected = sorted(item for item in learned.readings.items() if item[0][0] in words)
        called_right = [
            sorted(words & said) for said in (learned.confirmed, learned.words, learned.names)
        ]
        marks = [change for change in self._marks if change[0] in text]
        return listed, called_right, corrected, self._letters, marks

    @cached_property
    def _listed(self) -> list[tuple[str, frozenset[str]]]:
        languages = sorted({one for lexicon in self._lexicons for one in lexicon.languages()})
        return [(one, known_words((one,), *self._lexicons)) for one in languages]

    @cached_property
    def _letters(self) -> list[tuple[object, ...]]:
        return sorted(
            (*letters, min(times, _OFTEN))
            for letters, times in self._learned.confusions.items()
            if times >= _TWICE
        )

    @cached_property
    def _marks(self) -> list[tuple[str, str, str, float]]:
        kept = self._learned.kept
        return sorted(
            (read, true, where.value, round(share_of(times, kept.get((read, where), 0)), 1))
            for (read, true, where), times in self._learned.changes.items()
            if times >= _TWICE and read
        )
