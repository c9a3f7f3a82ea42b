"""Applies what was learned to a word: what it may be, going by what persons corrected before."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corrector.suspicion.forms import Case, Form
from corrector.suspicion.learning import Learned
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.taught_marks import TaughtMarks

_MOST_HINTS: Final = 4
_TAUGHT_SHARE: Final = 1e-5
"""A word that a person typed or confirmed is taken for at least so frequent."""
_LONGEST: Final = 24
_KEPT: Final = 10_000


@dataclass(frozen=True, slots=True)
class Hint:
    """What a word may be, as persons corrected before.

    Attributes:
        word: in small letters.
        read: the letters that were taken for others; the whole word where all of it was corrected.
        true: what they were corrected to.
        times: how often.
        share: the word's share of running text.
        whole: whether exactly this word was corrected before.
        capital: whether persons write it with a capital in the middle of a sentence.
    """

    word: str
    read: str
    true: str
    times: int
    share: float
    whole: bool
    capital: bool = False


class Lessons:
    """What was learned, ready to be asked about words; answers are kept."""

    def __init__(self, learned: Learned, lexicon: Lexicon) -> None:
        """Sort what was learned by what is read."""
        self.learned = learned
        self._lexicon = lexicon
        self._taught = learned.words | learned.confirmed
        self.marks = TaughtMarks(learned)
        self._readings: dict[str, list[tuple[str, int]]] = {}
        for (old, new), times in learned.readings.items():
            self._readings.setdefault(old, []).append((new, times))
        self._hints: dict[tuple[str, bool], tuple[Hint, ...]] = {}

    def hints_for(self, form: Form) -> tuple[Hint, ...]:
        """Return what the word of `form` may be, likeliest first."""
        key = form.anatomy.word, form.case is Case.CAPITALS
        found = self._hints.get(key)
        if found is None:
            if len(self._hints) > _KEPT:
                self._hints.clear()
            hints = sorted(
                (*self._whole(key[0]), *self._by_letters(form, capitals=key[1])),
                key=lambda hint: (not hint.whole, -hint.times * hint.share),
            )
            found = self._hints[key] = tuple(hints[:_MOST_HINTS])
        return found

    def _whole(self, word: str) -> Iterator[Hint]:
        for new, times in self._readings.get(word, ()):
            if new:
                yield Hint(new, word, new, times, self._share(new), True, self._capital(new))

    def _by_letters(self, form: Form, *, capitals: bool) -> Iterator[Hint]:
        """Yield listed or taught words that are likelier than the word and one confusion away."""
        word = form.anatomy.word
        if not form.is_word or len(word) > _LONGEST or word in self._taught:
            return
        for (read, true, in_capitals), times in self.learned.confusions.items():
            at = word.find(read) if in_capitals == capitals else -1
            while at >= 0:
                other = word[:at] + true + word[at + len(read) :]
                share = self._share(other)
                if share > form.share:
                    capital = self._capital(other)
                    yield Hint(other, read, true, times, share, False, capital)
                at = word.find(read, at + 1)

    def _capital(self, word: str) -> bool:
        return self.learned.capitals.get(word, 0) > 0

    def _share(self, word: str) -> float:
        share = self._lexicon.frequency(word)
        return max(share, _TAUGHT_SHARE) if word in self._taught else share
