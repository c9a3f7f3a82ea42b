"""Says which tokens of an edited stretch have the words of which tokens before the edit.

A token keeps the words of those from which it kept letters; what was written anew in the place of
others has their words, side by side.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from corrector.linking.anchors import plain
from corrector.linking.letters import shared_letters
from corrector.linking.links import Link
from corrector.linking.regions import Region
from corrector.linking.side_by_side import are_alike, spread
from corrector.linking.ties import Ties, ties_by_letters
from corrector.text.edits import Edit
from corrector.text.tokens import Span, Token

_LEAST_KEPT: Final = 1 / 3
"""Letters that outlived the edits, as a share of the shorter token, for one to be the other."""
_WHOLE: Final = 0.7
"""Share of the letters of a word from which on one piece of a split token is all of it: the other
pieces are new."""
_ROOM: Final = 1.1
"""How much longer than a word its pieces may be together; else the largest has it alone."""
_LEAST_OF_PIECE: Final = 0.5
"""Letters that a piece of a split token shares with a word, of the shorter one, to be its part."""

Heirs = dict[int, list[int]]
"""Place of an old link -> places of the new tokens that stand for it, both ascending."""


def inherited(
    region: Region, links: Sequence[Link], tokens: Sequence[Token], shift: int, words: Sequence[str]
) -> Ties:
    """Return the words of the new `tokens` of a region, as far as they inherit any.

    Args:
        region: of the edits.
        links: the old ones of the region.
        tokens: the new ones of the region, in the text after all edits.
        shift: how far edits before the region moved it.
        words: all of the reading, as compared.
    """
    heirs = _heirs(region, links, tokens, shift, words)
    ties: Ties = {}
    for old, new in heirs.items():
        own = list(links[old].words)
        if not own:
            continue
        divided = {new[0]: own} if len(new) == 1 else _divided(new, own, tokens, words)
        for token, some in divided.items():
            ties[token] = sorted({*ties.get(token, ()), *some})
    return ties


def _heirs(
    region: Region,
    links: Sequence[Link],
    tokens: Sequence[Token],
    shift: int,
    words: Sequence[str],
) -> Heirs:
    heirs: Heirs = {}
    for old, new in _sharing(region, links, tokens, shift):
        heirs.setdefault(old, []).append(new)
    taken = {new for some in heirs.values() for new in some}
    known = sorted(heirs)
    for old, next_old in pairwise([-1, *known, len(links)]):
        gone = [one for one in range(old + 1, next_old) if links[one].words]
        low = heirs[old][-1] if old in heirs else -1
        high = heirs[next_old][0] if next_old in heirs else len(tokens)
        fresh = [one for one in range(low + 1, high) if one not in taken]
        if gone and fresh:
            heirs |= _replacing(gone, fresh, links, tokens, words)
    return heirs


def _sharing(
    region: Region, links: Sequence[Link], tokens: Sequence[Token], shift: int
) -> list[tuple[int, int]]:
    """Return each old link and new token with enough letters in common that no edit touched."""
    common: Counter[tuple[int, int]] = Counter()
    for kept, moved in _kept(region, shift):
        for old, link in enumerate(links):
            start = max(link.span.start, kept.start) + moved
            end = min(link.span.end, kept.end) + moved
            for new, token in enumerate(tokens if start < end else ()):
                letters = min(token.span.end, end) - max(token.span.start, start)
                if letters > 0:
                    common[old, new] += letters
    return sorted(
        (old, new)
        for (old, new), letters in common.items()
        if letters >= _LEAST_KEPT * min(links[old].span.length, tokens[new].span.length)
    )


def _kept(region: Region, shift: int) -> Iterator[tuple[Span, int]]:
    """Yield the stretches between the edits of a region, and how far each moves."""
    start = region.span.start
    for edit in (*region.edits, Edit(Span(region.span.end, region.span.end), "")):
        if edit.span.start > start:
            yield Span(start, edit.span.start), shift
        start = edit.span.end
        shift += edit.growth


def _replacing(
    gone: Sequence[int],
    fresh: Sequence[int],
    links: Sequence[Link],
    tokens: Sequence[Token],
    words: Sequence[str],
) -> Heirs:
    """Return which new tokens were written in the place of old ones: those alike, else by place."""
    read = {old: "".join(words[word] for word in links[old].words) for old in gone}
    texts = [plain(token.text) for token in tokens]
    names = [read.get(old, "") for old in range(len(links))]
    ties = ties_by_letters(shared_letters(texts, fresh, names, gone), texts, names)
    one_by_one = len(gone) == len(fresh) == 1
    if not ties and (one_by_one or are_alike(fresh, gone, texts, names)):
        ties = spread(fresh, gone, texts, names)
    heirs: Heirs = {}
    for new, some in sorted(ties.items()):
        for old in some:
            heirs.setdefault(old, []).append(new)
    return heirs


def _divided(
    new: Sequence[int], own: Sequence[int], tokens: Sequence[Token], words: Sequence[str]
) -> Ties:
    """Divide the words of a token among those that it was split into."""
    texts = [plain(token.text) for token in tokens]
    found: Ties = {}
    shared = shared_letters(texts, new, words, own)
    for (token, word), letters in sorted(shared.items()):
        if letters >= _LEAST_OF_PIECE * min(len(texts[token]), len(words[word])):
            found.setdefault(token, []).append(word)
    if len(own) == 1 and max(shared.values(), default=0) >= _WHOLE * len(words[own[0]]):
        together = sum(len(texts[token]) for token in found)
        best = max(shared, key=shared.__getitem__)[0]
        return found if together <= _ROOM * len(words[own[0]]) else {best: list(own)}
    tied = {word for some in found.values() for word in some}
    for token, some in spread(new, own, texts, words).items():
        left = some if token not in found else [word for word in some if word not in tied]
        found[token] = sorted({*found.get(token, ()), *left})
    return found
