"""Makes links of ties: which box, and how sure."""

from collections.abc import Sequence
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


def linked(
    tokens: Sequence[Token], ties: Ties, words: Sequence[Word], *, together: bool = False
) -> tuple[Link, ...]:
    """Return a link for every token; those without a tie have no words.

    Args:
        tokens: in order.
        ties: by place of the token.
        words: all of the reading.
        together: the tokens stand among others that are tied; they are not doubted for being alone.
    """
    sharing: dict[int, list[int]] = {}
    for index, tied in sorted(ties.items()):
        for word in tied:
            sharing.setdefault(word, []).append(index)
    links: list[Link] = []
    for index, token in enumerate(tokens):
        if index not in ties:
            links.append(unlinked(token))
            continue
        tied = ties[index]
        sharers = sharing[tied[0]] if len(tied) == 1 else [index]
        sure = likeness_of([tokens[one].text for one in sharers], [words[one].text for one in tied])
        if not together and not _has_company(index, ties, len(tokens)):
            sure *= _ALONE
        links.append(link_of(token, tied, words, sure))
    return tuple(links)


def link_of(token: Token, tied: Sequence[int], words: Sequence[Word], confidence: float) -> Link:
    """Return the link of a token to words."""
    line = words[tied[0]].line
    box = united(words[index].box for index in tied if words[index].line == line)
    return Link(token.span, tuple(tied), confidence, box)


def unlinked(token: Token) -> Link:
    """Return the link of a token that is tied to nothing."""
    return Link(token.span, (), 0.0, None)


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
