"""Makes links of ties: which box, and how sure."""

from collections.abc import Mapping, Sequence
from typing import Final

from rapidfuzz.distance import Indel

from corrector.linking.links import Link, united
from corrector.linking.ties import Ties
from corrector.ocr.words import Word
from corrector.text.tokens import Token

_BY_PLACE: Final = 0.1
"""Confidence of a tie for which nothing speaks but its place between two others."""
_ALONE: Final = 0.5
"""What is left of the confidence where neither neighbour of the token is near its words."""
_NEAR: Final = 4
"""Words of the reading between those of neighbours: noise, or words that were lost."""


def linked(tokens: Sequence[Token], ties: Ties, words: Sequence[Word]) -> tuple[Link, ...]:
    """Return a link for every token; those without a tie have no words."""
    sharing: dict[int, list[int]] = {}
    for token, tied in sorted(ties.items()):
        for word in tied:
            sharing.setdefault(word, []).append(token)
    return tuple(
        link_of(token, ties[index], words, _confidence(index, tokens, ties, sharing, words))
        if index in ties
        else unlinked(token)
        for index, token in enumerate(tokens)
    )


def link_of(token: Token, tied: Sequence[int], words: Sequence[Word], confidence: float) -> Link:
    """Return the link of a token to words."""
    line = words[tied[0]].line
    box = united(words[index].box for index in tied if words[index].line == line)
    return Link(token.span, tuple(tied), confidence, box)


def unlinked(token: Token) -> Link:
    """Return the link of a token that is tied to nothing."""
    return Link(token.span, (), 0.0, None)


def _confidence(
    index: int,
    tokens: Sequence[Token],
    ties: Ties,
    sharing: Mapping[int, Sequence[int]],
    words: Sequence[Word],
) -> float:
    tied = ties[index]
    together = sharing[tied[0]] if len(tied) == 1 else [index]
    likeness = likeness_of(
        [tokens[one].text for one in together], [words[one].text for one in tied]
    )
    return likeness if _has_company(index, ties, len(tokens)) else likeness * _ALONE


def likeness_of(tokens: Sequence[str], words: Sequence[str]) -> float:
    """Return how alike tokens and words read, 0.1..1; blanks between them count for nothing."""
    return max(Indel.normalized_similarity("".join(tokens), "".join(words)), _BY_PLACE)


def _has_company(index: int, ties: Ties, tokens: int) -> bool:
    """Tell whether the words of a neighbouring token are near, or no neighbour can tell."""
    neighbours = [ties[one] for one in (index - 1, index + 1) if one in ties]
    here = ties[index]
    if not neighbours:
        return tokens == 1
    return any(abs(near - here[0]) <= _NEAR for tied in neighbours for near in tied)
