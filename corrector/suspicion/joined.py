"""Reads a suspected token and the one beside it as one: a torn word, or a word and its mark."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from heapq import nlargest
from math import log10
from operator import itemgetter
from typing import Final, NamedTuple

from corrector.suspicion.anatomy import APOSTROPHES, Anatomy, Kind
from corrector.suspicion.casing import styled
from corrector.suspicion.forms import Case, Form, case_of
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.neighbours import neighbours_of
from corrector.suspicion.places import Place
from corrector.text.tokens import Token

_TORN: Final = 3.0
"""Cost of a blank inside a word, which another recognition has not where it read the whole."""
_RAREST: Final = 3e-8
_RAREST_SHORT: Final = 1e-6
_SHORT: Final = 5
"""Letters; rare words as short as that are put together from any two pieces by chance."""
_SHORTEST_DAMAGED: Final = 6
_LONGEST_DAMAGED: Final = 16
_MOST_DAMAGED: Final = 3
_SHORTEST_PIECE: Final = 2
"""Letters; single ones are put together with nothing that only resembles a word, nor with marks."""
_RARE_PIECE: Final = 3.0
_USUAL: Final = 5.0
_USUAL_LONG: Final = 4.0
"""Zipf; of two misread pieces one is rare, and none but the shortest is a usual word; of long words
also less usual ones are none."""
_UNKNOWN: Final = -9.0
"""Decimal logarithm of the share of a token that nothing is known of."""
_PIECES: Final = frozenset({Kind.WORD, Kind.MIXED, Kind.ROMAN})
_APOSTROPHES: Final = frozenset("'’")
_BEHIND: Final = frozenset(".,;:!?)]”»")
_IN_FRONT: Final = frozenset("([“„«")
"""Marks that belong to the word before them, and to the one behind."""
_STRAY: Final = -4.0
"""Merit of a mark alone belonging to the word beside it, where there is nothing instead ..."""
_WITH_MARK: Final = -2.0
"""... and what it adds to the merit of a word to have it."""
_MOST_WITH_MARK: Final = 4
_MOST_HOPED: Final = -10.5
"""Merit of a usual word that was torn and misread, if the token beside it were nothing ..."""
_HOPELESS: Final = 2.0
"""... which is not looked for where a reading of the token alone is that much better."""


class Replacing(NamedTuple):
    """What is put in the place of a token, and what before and behind it goes with it."""

    text: str
    before: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Two tokens that may be pieces of one word, one of them beside the suspected one."""

    first: Form
    second: Form
    beside: Form

    @property
    def may_be_one(self) -> bool:
        start, end = self.first.anatomy, self.second.anatomy
        parted = start.trail or (end.lead and end.lead not in _APOSTROPHES)
        return {start.kind, end.kind} <= _PIECES and not parted and not self.second.is_initial

    @property
    def may_be_damaged(self) -> bool:
        """Whether words that resemble them together may be looked for, which takes time."""
        start, end = self.first.anatomy.word, self.second.anatomy.word
        short = min(len(start), len(end)) < _SHORTEST_PIECE
        if short or not _SHORTEST_DAMAGED <= len(start + end) <= _LONGEST_DAMAGED:
            return False
        if not (start + end).isalnum() or min(self.first.zipf, self.second.zipf) >= _RARE_PIECE:
            return False
        return not _is_usual(self.first) and not _is_usual(self.second)

    @property
    def whole(self) -> Anatomy:
        start, end = self.first.anatomy, self.second.anatomy
        between = end.lead.translate(APOSTROPHES)
        core, word = start.core + end.lead + end.core, start.word + between + end.word
        return Anatomy(start.lead, core, end.trail, start.kind, word, (word,))


def joined_readings(
    place: Place, alone: Mapping[str, float], lexicon: Lexicon
) -> Mapping[Replacing, float]:
    """Return readings in the place of the token and one beside it, with merits.

    Only one blank in the same line may part them.

    Args:
        place: the suspected token.
        alone: what may stand in place of the token alone, with merits.
        lexicon: the words of the languages.
    """
    found: dict[Replacing, float] = {}
    enough = max(alone.values(), default=_UNKNOWN) - _HOPELESS
    if place.blank_before and place.before:
        taken = f"{place.before.text} "
        pieces = _Pieces(place.before, place.form, place.before)
        for text, merit in _as_one(place, pieces, enough, lexicon):
            found[Replacing(text, before=taken)] = merit
    if place.blank_behind and place.after:
        taken = f" {place.after.text}"
        pieces = _Pieces(place.form, place.after, place.after)
        for text, merit in _as_one(place, pieces, enough, lexicon):
            found[Replacing(text, behind=taken)] = merit
        for text, merit in _with_mark(alone, place.after) if place.before_stray else ():
            found[Replacing(text, behind=taken)] = merit
    return found


def _as_one(
    place: Place, pieces: _Pieces, enough: float, lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    """Yield what two tokens side by side may be together, one of them suspected."""
    if pieces.may_be_one:
        yield from _as_one_word(place, pieces, enough, lexicon)
    elif _opens_the_word_behind(place, pieces) or _ends_the_word_before(place, pieces):
        yield pieces.first.text + pieces.second.text, _STRAY


def _with_mark(alone: Mapping[str, float], mark: Form) -> Iterator[tuple[str, float]]:
    """Yield the best readings that end without a mark with the one alone behind them."""
    for text, merit in nlargest(_MOST_WITH_MARK, alone.items(), key=itemgetter(1)):
        if text[-1:].isalnum():
            yield text + mark.text, merit + _WITH_MARK


def _opens_the_word_behind(place: Place, pieces: _Pieces) -> bool:
    """Tell whether the token is a mark alone that belongs to the word behind it."""
    word = pieces.second
    return place.form.text in _IN_FRONT and word is pieces.beside and bool(word.anatomy.core)


def _ends_the_word_before(place: Place, pieces: _Pieces) -> bool:
    """Tell whether the token is a mark alone, none of several, that belongs to the word before."""
    word = pieces.first
    if place.form.text not in _BEHIND or place.usual_mark or word is not pieces.beside:
        return False
    several = place.blank_behind and place.after is not None and not place.after.anatomy.core
    return len(word.anatomy.core) >= _SHORTEST_PIECE and not (word.anatomy.trail or several)


def _as_one_word(
    place: Place, pieces: _Pieces, enough: float, lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    """Yield listed words that the pieces are, or resemble, with the marks around, with merits."""
    whole, gain = pieces.whole, -_likelihood(pieces.beside)
    share = lexicon.listed(whole.word)
    if share > (_RAREST if len(whole.word) > _SHORT else _RAREST_SHORT):
        found = [(whole.word, log10(share))]
    elif pieces.may_be_damaged and _MOST_HOPED + gain > enough:
        capitals = whole.core.isupper()
        near = neighbours_of(whole.word, lexicon, capitals=capitals, far=False)
        pairs = zip(near.words, near.merits, strict=True)
        found = [(word, merit) for word, merit in pairs if " " not in word][:_MOST_DAMAGED]
    else:
        return
    for word, merit in found:
        shown = whole.lead + _shown(word, whole, place) + whole.trail
        yield shown, merit + gain - (0.0 if shown == place.reading else _TORN)


def _shown(word: str, whole: Anatomy, place: Place) -> str:
    """Return `word` in the case of the pieces, or in that of its surroundings where that is odd."""
    case = case_of(whole.core)
    if word == whole.word and case is not Case.ODD:
        return whole.core
    form = replace(place.form, anatomy=whole, case=case)
    return styled(word, replace(place, token=Token(whole.core, place.token.span), form=form))


def _is_usual(form: Form) -> bool:
    """Tell whether `form` is a word that stands by itself much oftener than as a piece."""
    length = len(form.anatomy.word)
    return length > _SHORTEST_PIECE and form.zipf > (_USUAL if length < _SHORT else _USUAL_LONG)


def _likelihood(form: Form) -> float:
    """Return how probable a token is for itself, or as one misread, as a decimal logarithm."""
    own = log10(form.share) if form.share > 0 else _UNKNOWN
    return max((own, *form.neighbours.merits[:1]))
