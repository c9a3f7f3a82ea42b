"""Learns from what persons corrected and confirmed: which letters are misread, which words exist.

Pure functions over plain data; nothing is ever learned from what a machine did.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, TypeVar

from rapidfuzz.distance import Levenshtein

from corrector.suspicion.anatomy import Anatomy, anatomy_of, is_lookable
from corrector.suspicion.forms import Case, case_of
from corrector.suspicion.mark_changes import MarkChange, Where, mark_changes, where_in_text

HUMAN_ORIGINS: Final = frozenset({"typed", "candidate", "series"})
"""How a correction must have come to be, so that something is learned from it."""
_LONGEST: Final = 3
"""Letters; longer stretches that differ are other words, not confusions."""
_FEWEST_LETTERS: Final = 2
_LEAST_LIKENESS: Final = 0.4
_NO_COUNTS: Final[Mapping[tuple[str, str, bool], int]] = MappingProxyType({})
_NO_READINGS: Final[Mapping[tuple[str, str], int]] = MappingProxyType({})
_NO_WORDS: Final[Mapping[str, int]] = MappingProxyType({})
_NO_CHANGES: Final[Mapping[MarkChange, int]] = MappingProxyType({})
_NO_MARKS: Final[Mapping[tuple[str, Where], int]] = MappingProxyType({})
_POSSESSIVE: Final = "'s"
_STOPS: Final = frozenset(".!?:")
_CLOSERS: Final = "\"'”’)"

_Thing = TypeVar("_Thing")
Confusion = tuple[str, str, bool]
"""What was read, what really stood there (both in small letters), and whether in capitals."""


@dataclass(frozen=True, slots=True)
class Taught:
    """One correction: the reading before and after, and how it came to be.

    Attributes:
        old: the reading before.
        new: the reading after.
        origin: how it came to be.
        before: some of the text before it; empty where the text begins.
        after: some of the text behind it; empty where the text ends.
    """

    old: str
    new: str
    origin: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class CalledRight:
    """A span that a person confirmed: its text, and some of the text behind it."""

    text: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned from persons; words are in small letters without outer marks.

    Attributes:
        confusions: how often letters were read for others.
        readings: how often a word was corrected to another one, by (old, new).
        words: words that persons typed as new readings.
        confirmed: words that persons called right.
        confirmations: how often they did.
        names: those of them that were confirmed with a capital first.
        capitals: how often persons typed a word with a capital first in the middle of a sentence,
            less how often they typed it without.
        changes: how often marks around words were corrected to others.
        kept: how often persons left these marks in texts that they corrected, or called them right.
    """

    confusions: Mapping[Confusion, int] = field(default_factory=lambda: _NO_COUNTS)
    readings: Mapping[tuple[str, str], int] = field(default_factory=lambda: _NO_READINGS)
    words: frozenset[str] = frozenset()
    confirmed: frozenset[str] = frozenset()
    confirmations: Mapping[str, int] = field(default_factory=lambda: _NO_WORDS)
    names: frozenset[str] = frozenset()
    capitals: Mapping[str, int] = field(default_factory=lambda: _NO_WORDS)
    changes: Mapping[MarkChange, int] = field(default_factory=lambda: _NO_CHANGES)
    kept: Mapping[tuple[str, Where], int] = field(default_factory=lambda: _NO_MARKS)

    def __bool__(self) -> bool:
        words = self.words or self.confirmed
        return bool(self.confusions or self.readings or words or self.changes)


NOTHING_LEARNED: Final = Learned()


def learned_from(
    corrections: Iterable[Taught], confirmed: Iterable[str | CalledRight] = ()
) -> Learned:
    """Return what `corrections` and confirmed spans, or their texts, teach.

    Corrections of another origin than a person's are passed over. A correction that was taken
    back by the opposite one teaches no reading and no mark.
    """
    confusions: Counter[Confusion] = Counter()
    readings: Counter[tuple[str, str]] = Counter()
    capitals: Counter[str] = Counter()
    changes: Counter[MarkChange] = Counter()
    for pair in _token_pairs(corrections):
        old, new = anatomy_of(pair.old), anatomy_of(pair.new)
        changes.update(mark_changes(old, new, pair.after))
        if old.word == new.word or not _is_word(old.word) or not new.word:
            continue
        readings[old.word, new.word] += 1
        capitals[new.word] += _capital(new, pair.before)
        confusions.update(_confusions(old.word, new.word, capitals=old.core.isupper()))
    taught = Learned(confusions, readings, capitals=capitals, changes=changes)
    return merged(taught, _called_right(confirmed))


def merged(*parts: Learned) -> Learned:
    """Return what all of them learned, counts added; opposite corrections take one another back."""
    readings = _net(_sum(one.readings for one in parts), lambda pair: pair[::-1])
    changes = _net(
        _sum(one.changes for one in parts), lambda change: (change[1], change[0], change[2])
    )
    return Learned(
        _sum(one.confusions for one in parts),
        readings,
        frozenset(new for _, new in readings if _is_word(new)),
        frozenset().union(*(one.confirmed for one in parts)),
        _sum(one.confirmations for one in parts),
        frozenset().union(*(one.names for one in parts)),
        _sum(one.capitals for one in parts),
        changes,
        _sum(one.kept for one in parts),
    )


def _sum(parts: Iterable[Mapping[_Thing, int]]) -> dict[_Thing, int]:
    whole: Counter[_Thing] = Counter()
    for part in parts:
        whole.update(part)
    return dict(whole)


def _net(counts: Mapping[_Thing, int], opposite: Callable[[_Thing], _Thing]) -> dict[_Thing, int]:
    """Return by how much each change was made more often than the opposite one, where it was."""
    net = {one: count - counts.get(opposite(one), 0) for one, count in counts.items()}
    return {one: count for one, count in net.items() if count > 0}


def _token_pairs(corrections: Iterable[Taught]) -> Iterator[Taught]:
    """Yield the tokens of human corrections in pairs, where their numbers agree."""
    for one in corrections:
        old, new = one.old.split(), one.new.split()
        if one.origin not in HUMAN_ORIGINS or len(old) != len(new):
            continue
        for at, (read, true) in enumerate(zip(old, new, strict=True)):
            if is_lookable(read) and is_lookable(true) and read != true:
                before = " ".join(new[:at]) or one.before
                after = " " + " ".join(new[at + 1 :]) if new[at + 1 :] else one.after
                yield Taught(read, true, one.origin, before, after)


def _capital(new: Anatomy, before: str) -> int:
    """Return 1 for a word with a capital in the middle of a sentence, -1 without, 0 for neither."""
    case = case_of(new.core)
    behind = before.rstrip().rstrip(_CLOSERS)[-1:]
    if case is Case.SMALL:
        return -1
    return int(case is Case.TITLE and bool(behind) and behind not in _STOPS)


def _called_right(spans: Iterable[str | CalledRight]) -> Learned:
    """Return the words of confirmed spans, which of them are names, and the marks behind them."""
    words: Counter[str] = Counter()
    names: set[str] = set()
    kept: Counter[tuple[str, Where]] = Counter()
    for span in spans:
        text, after = (span, "") if isinstance(span, str) else (span.text, span.after)
        tokens = [anatomy_of(token) for token in text.split()]
        for anatomy in tokens:
            word = anatomy.word.removesuffix(_POSSESSIVE)
            if _is_word(word):
                words[word] += 1
                names.update([word] if case_of(anatomy.core) is Case.TITLE else [])
        if tokens and tokens[-1].trail and after:
            kept[tokens[-1].trail, where_in_text(tokens[-1].core, after)] += 1
        kept.update((one.lead, Where.BEFORE_WORD) for one in tokens if one.lead)
    return Learned(
        confirmed=frozenset(words), confirmations=words, names=frozenset(names), kept=kept
    )


def _is_word(word: str) -> bool:
    """Tell whether `word` has letters enough to be known again: a number or a letter has not."""
    letters = sum(sign.isalpha() for sign in word)
    return is_lookable(word) and letters >= _FEWEST_LETTERS


def _confusions(old: str, new: str, *, capitals: bool) -> Iterator[Confusion]:
    """Yield the short stretches that differ between `old` and `new`."""
    if Levenshtein.normalized_similarity(old, new) < _LEAST_LIKENESS:
        return
    for start, end, new_start, new_end in _differing(old, new):
        read, true = old[start:end], new[new_start:new_end]
        if 0 < len(read) <= _LONGEST and 0 < len(true) <= _LONGEST:
            yield read, true, capitals


def _differing(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield the borders of the stretches that differ, those side by side taken together."""
    stretch: tuple[int, int, int, int] | None = None
    for code in Levenshtein.opcodes(old, new):
        if code.tag == "equal":
            if stretch:
                yield stretch
            stretch = None
        elif stretch is None:
            stretch = code.src_start, code.src_end, code.dest_start, code.dest_end
        else:
            stretch = stretch[0], code.src_end, stretch[2], code.dest_end
    if stretch:
        yield stretch
