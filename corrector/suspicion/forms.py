"""A token by itself: its parts, how frequent its word is, and what it may really be."""

from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from math import log10

from corrector.suspicion.abbreviations import ABBREVIATIONS, LEAST_SHARE
from corrector.suspicion.anatomy import STOP_AND_DASH, Anatomy, Kind, anatomy_of, is_lookable
from corrector.suspicion.lexicon import SMALLEST_FREQUENCY, Lexicon
from corrector.suspicion.neighbours import NO_NEIGHBOURS, Neighbours, neighbour, neighbours_of

_LOOKED_UP = frozenset({Kind.WORD, Kind.MIXED, Kind.CODE})
_DEEPEST_SEARCH = 1e-6
"""Rarer words are searched for neighbours two confusions away, too."""
_SHORTEST_PART = 2
_MOST_WORDS = 10_000
"""Kept in memory; about 2 KB each."""
_UNKNOWN = -9.0
"""Decimal logarithm of the share of a short word that no list knows ..."""
_UNKNOWN_LETTER = 0.15
"""... and how much less each letter beyond the usual length makes it."""
_USUAL_LENGTH = 5
_NO_GAIN = -3.0
_ENDS = frozenset(".?!:")


class Case(Enum):
    """How a word stands: in small letters, with a capital first, in capitals, or mixed."""

    SMALL = "small"
    TITLE = "title"
    CAPITALS = "capitals"
    ODD = "odd"
    NONE = "none"


@dataclass(slots=True)
class Form:
    """What is known of a token without looking at where it stands; built once, then only read.

    Attributes:
        text: the whole token.
        anatomy: its parts.
        case: how its letters stand.
        share: its word's share of running text; 0 if no list knows it.
        neighbours: listed words it may really be, most probable first.
        gain: how much more probable the best neighbour is than the word itself, as a decimal
            logarithm; negative where the word itself is more probable.
        rarest_letters: how usual its least usual three letters are.
        mean_letters: how usual three letters of it are on average.
        is_abbreviation: whether it is a usual one, with its stop.
        is_word: whether it consists of letters, hyphens and apostrophes.
        is_unknown: whether it is a word that no list knows, nor its parts.
        is_initial: whether it is a single capital with a stop, as of a name.
        ends_sentence: whether a mark behind it ends a sentence.
        zipf: logarithm of the share on the scale 0 (never seen) to about 8 (the).
        capitals: how many capitals its word has.
    """

    text: str
    anatomy: Anatomy
    case: Case
    share: float
    neighbours: Neighbours
    gain: float
    rarest_letters: float
    mean_letters: float
    is_abbreviation: bool = False

    is_word: bool = field(init=False, compare=False)
    is_unknown: bool = field(init=False, compare=False)
    is_initial: bool = field(init=False, compare=False)
    ends_sentence: bool = field(init=False, compare=False)
    zipf: float = field(init=False, compare=False)
    capitals: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Work out once what is asked again and again."""
        self.is_word = self.anatomy.kind is Kind.WORD
        self.is_unknown = self.is_word and self.share <= 0.0
        self.is_initial = _is_initial(self.anatomy)
        self.ends_sentence = _ends_sentence(self.anatomy) and not self.is_initial
        self.zipf = log10(max(self.share, SMALLEST_FREQUENCY)) + 9
        self.capitals = _capitals(self.anatomy.core, self.case)


def _is_initial(anatomy: Anatomy) -> bool:
    core = anatomy.core
    return len(core) == 1 and core.isalpha() and core.isupper() and anatomy.trail[:1] == "."


def _ends_sentence(anatomy: Anatomy) -> bool:
    return not _ENDS.isdisjoint(anatomy.trail) and anatomy.word not in ABBREVIATIONS


def _capitals(core: str, case: Case) -> int:
    if case is Case.CAPITALS:
        return len(core)
    return 0 if case is Case.SMALL else sum(letter.isupper() for letter in core)


def form_of(text: str, lexicon: Lexicon) -> Form:
    """Return what `lexicon` knows of the token `text`."""
    anatomy = anatomy_of(text)
    word = anatomy.word
    case = case_of(anatomy.core)
    if anatomy.kind not in _LOOKED_UP or not is_lookable(word):
        return Form(text, anatomy, case, 0.0, NO_NEIGHBOURS, 0.0, 0.0, 0.0)
    capitals = case is Case.CAPITALS
    if anatomy.trail[:1] == "." and _is_abbreviated(anatomy, lexicon):
        share = max(lexicon.listed(word), LEAST_SHARE)
        usual = lexicon.familiarity(word)
        return Form(
            text, anatomy, case, share, NO_NEIGHBOURS, _NO_GAIN, *usual, is_abbreviation=True
        )
    return Form(text, anatomy, case, *_of_word(word, anatomy.parts, lexicon, capitals=capitals))


def _is_abbreviated(anatomy: Anatomy, lexicon: Lexicon) -> bool:
    """Tell whether the word, or the last part of one with a hyphen, is an abbreviation."""
    *others, last = anatomy.parts or ("",)
    return last in ABBREVIATIONS and all(lexicon.frequency(part) > 0 for part in others)


@lru_cache(maxsize=_MOST_WORDS)
def _of_word(
    word: str, parts: tuple[str, ...], lexicon: Lexicon, *, capitals: bool
) -> tuple[float, Neighbours, float, float, float]:
    """Return share, neighbours, gain and how usual its letters are, the same for all forms."""
    share = lexicon.frequency(word) or lexicon.of_parts(parts)
    neighbours = _neighbours(word, parts, share, lexicon, capitals=capitals)
    own = log10(share) if share else _UNKNOWN - _UNKNOWN_LETTER * max(len(word) - _USUAL_LENGTH, 0)
    gain = neighbours.merits[0] - own if neighbours else _NO_GAIN
    return share, neighbours, gain, *lexicon.familiarity(word)


def case_of(core: str) -> Case:
    """Return how the letters of `core` stand."""
    if core.isascii() and core.islower():
        return Case.SMALL
    letters = [letter for letter in core if letter.isalpha()]
    if not letters:
        return Case.NONE
    if all(not letter.isupper() for letter in letters):
        return Case.SMALL
    if len(letters) > 1 and all(not letter.islower() for letter in letters):
        return Case.CAPITALS
    return Case.TITLE if _is_title(core) or _is_cut_by_stops(core) else Case.ODD


def _is_cut_by_stops(core: str) -> bool:
    """Tell whether a stop and a dash part words that stand well by themselves: NOTICE.-Mr."""
    parts = STOP_AND_DASH.split(core)
    return len(parts) > 1 and all(case_of(part) is not Case.ODD for part in parts)


def _is_title(core: str) -> bool:
    """Tell whether capitals stand only where a word or a part of it begins."""
    before = ""
    for at, letter in enumerate(core):
        if letter.isupper() and before.isalpha() and not _is_name_prefix(core[:at]):
            return False
        before = letter
    return core[0].isupper() or "-" in core or "'" in core or "’" in core


def _is_name_prefix(start: str) -> bool:
    return start.endswith(("Mc", "Mac", "De", "Le", "La", "Fitz", "Van", "Di", "Du"))


def _neighbours(
    word: str, parts: tuple[str, ...], share: float, lexicon: Lexicon, *, capitals: bool
) -> Neighbours:
    """Return the neighbours of the word; of a hyphenated one those of its rarest part."""
    if len(parts) < _SHORTEST_PART:
        return neighbours_of(word, lexicon, capitals=capitals, far=share < _DEEPEST_SEARCH)
    shares = {part: lexicon.frequency(part) for part in parts if not part.isdigit()}
    unknown = sum(not known for known in shares.values())
    if not shares or unknown > 1:
        return NO_NEIGHBOURS
    rarest = min(shares, key=shares.__getitem__)
    if len(rarest) < _SHORTEST_PART:
        return NO_NEIGHBOURS
    found = neighbours_of(rarest, lexicon, capitals=capitals, far=unknown > 0)
    whole = [
        neighbour(word.replace(rarest, one.word, 1), one.cost, one.share / 10) for one in found
    ]
    return Neighbours(
        tuple([one.word for one in whole]),
        tuple([one.merit for one in whole]),
        tuple([one.cost for one in whole]),
        tuple([one.share for one in whole]),
    )
