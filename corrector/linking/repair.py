"""Keeps links through edits, without aligning the page anew."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from corrector.linking.anchors import plain
from corrector.linking.inheritance import inherited
from corrector.linking.interpolation import placed
from corrector.linking.letters import shared_letters
from corrector.linking.linking import linked
from corrector.linking.links import Link
from corrector.linking.read_words import ReadWords
from corrector.linking.regions import Region, find_regions
from corrector.linking.ties import Ties, ties_by_letters
from corrector.linking.tying import tie
from corrector.ocr.words import Reading
from corrector.text.edits import Edit
from corrector.text.tokens import Span, Token, tokenise

_NEAR: Final = 12
"""Words between those of neighbours that a new token may be: a line that was missing."""
_MOVED: Final = 2
"""New tokens in a row from which on they are looked for on the whole page: a line was moved."""

_AROUND: Final = 40
"""Unlinked neighbours on either side whose places are worked out anew: a few lines."""


def repair(
    links: Sequence[Link], edits: Sequence[Edit], text: str, reading: Reading
) -> tuple[Link, ...]:
    """Return a link for every token of `text`, of which only those at the edits are new.

    A token that was changed keeps its words; one that was joined has those of its parts; one that
    was split shares them out. A new token is tied to a word near its neighbours that reads like it
    and is tied to none; several in a row to such words anywhere. Otherwise it has its place
    between its neighbours (`Link.interpolated`).

    Args:
        links: one for every token of the text before the edits, in order.
        edits: in the text before them, in order, not overlapping.
        text: after the edits.
        reading: to which the text is tied.
    """
    return repaired(links, edits, text, ReadWords.of(reading), set)


def repaired(
    links: Sequence[Link],
    edits: Sequence[Edit],
    text: str,
    read: ReadWords,
    used_elsewhere: Callable[[], set[int]],
) -> tuple[Link, ...]:
    """Return what `repair` does, for a stretch of a text around its edits.

    Args:
        links: of all tokens of the stretch, which reaches to a token with words on either side.
        edits: in the text before them, in order, not overlapping.
        text: the whole text after the edits.
        read: to which the text is tied.
        used_elsewhere: says which words the tokens of the rest of the text have.
    """
    regions = list(find_regions(links, edits))
    if not regions:
        return tuple(links)
    changed = _changed(regions, links, text, read, used_elsewhere)
    parts: list[Link] = []
    stretches: list[tuple[int, int]] = []
    at = shift = 0
    for region, new in zip(regions, changed, strict=True):
        parts += _shifted(links[at : region.first], shift)
        stretches.append((len(parts), len(parts) + len(new)))
        parts += new
        shift += region.growth
        at = region.behind
    parts += _shifted(links[at:], shift)
    return _with_places(parts, stretches, text, read)


def _changed(
    regions: Sequence[Region],
    links: Sequence[Link],
    text: str,
    read: ReadWords,
    used_elsewhere: Callable[[], set[int]],
) -> list[list[Link]]:
    """Return the links of the new tokens of each region."""
    pieces: list[tuple[list[Token], Ties]] = []
    shift = 0
    for region in regions:
        start = region.span.start + shift
        tokens = _tokens_of(text, Span(start, start + region.span.length + region.growth))
        old = links[region.first : region.behind]
        pieces.append((tokens, inherited(region, old, tokens, shift, read.plain)))
        shift += region.growth
    if any(len(ties) < len(tokens) for tokens, ties in pieces):
        used = _used(regions, links) | used_elsewhere()
        used.update(word for _, ties in pieces for tied in ties.values() for word in tied)
        for region, (tokens, ties) in zip(regions, pieces, strict=True):
            near = _near(region, links, len(read.plain))
            ties.update(_found(tokens, ties, near, read.plain, used))
    return [list(linked(tokens, ties, read.words, together=True)) for tokens, ties in pieces]


def _used(regions: Sequence[Region], links: Sequence[Link]) -> set[int]:
    """Return the words of all links that no edit touches."""
    used: set[int] = set()
    at = 0
    for region in regions:
        for link in links[at : region.first]:
            used.update(link.words)
        at = region.behind
    for link in links[at:]:
        used.update(link.words)
    return used


def _near(region: Region, links: Sequence[Link], words: int) -> list[int]:
    """Return the words that the engine read between the neighbours of a region."""
    before = next((one.words[-1] for one in reversed(links[: region.first]) if one.words), -1)
    behind = next((one.words[0] for one in links[region.behind :] if one.words), words)
    if before < behind <= before + 2 * _NEAR:
        return list(range(before + 1, behind))
    after = range(before + 1, min(before + 1 + _NEAR, words))
    ahead = range(max(behind - _NEAR, 0), behind)
    return [*after, *(word for word in ahead if word not in after)]


def _found(
    tokens: Sequence[Token], ties: Ties, near: Sequence[int], read: Sequence[str], used: set[int]
) -> Ties:
    """Return ties of tokens that inherited nothing to words that are tied to none."""
    texts = [plain(token.text) for token in tokens]
    new = [index for index in range(len(tokens)) if index not in ties]
    free = [word for word in near if word not in used]
    found = ties_by_letters(shared_letters(texts, new, read, free), texts, read)
    used.update(word for tied in found.values() for word in tied)
    left = [index for index in new if index not in found]
    if len(left) >= _MOVED:
        others = [word for word in range(len(read)) if word not in used]
        moved = tie([texts[one] for one in left], [read[one] for one in others])
        moved_ties = {left[one]: [others[word] for word in tied] for one, tied in moved.items()}
        used.update(word for tied in moved_ties.values() for word in tied)
        found |= moved_ties
    return found


def _with_places(
    links: list[Link], stretches: Sequence[tuple[int, int]], text: str, read: ReadWords
) -> tuple[Link, ...]:
    """Give new tokens without words, and those around them, their place between neighbours."""
    if all(links[at].words for first, behind in stretches for at in range(first, behind)):
        return tuple(links)
    for first, behind in stretches:
        low, high = first, behind
        while low > first - _AROUND and low and not links[low - 1].words:
            low -= 1
        while high < behind + _AROUND and high < len(links) and not links[high].words:
            high += 1
        low, high = max(low - 1, 0), high + 1
        links[low:high] = placed(links[low:high], text, read.direction)
    return tuple(links)


def _shifted(links: Sequence[Link], by: int) -> Iterable[Link]:
    if not by:
        return links
    return [
        Link(
            Span(link.span.start + by, link.span.end + by),
            link.words,
            link.confidence,
            link.box,
            link.interpolated,
        )
        for link in links
    ]


def _tokens_of(text: str, span: Span) -> list[Token]:
    return [Token(token.text, token.span.shifted(span.start)) for token in tokenise(span.of(text))]
