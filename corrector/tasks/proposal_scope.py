"""Which tokens of a text and which words of a new reading are compared, and what ties them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from corrector.linking.align import align
from corrector.linking.links import Link, united
from corrector.ocr.words import Reading, Word
from corrector.scans.geometry import Box
from corrector.text.tokens import Span, Token, tokenise


@dataclass(frozen=True)
class Scope:
    """The compared part of a text and a reading.

    Attributes:
        text: the whole text.
        tokens: of it that are compared, in order.
        tied: for each of them the indices of its words in the reading; empty for none.
        words: all of the reading.
        links: of the whole text to an earlier reading, for places.
        outside: boxes of tokens that are not compared, in pixels of the stored scan.
    """

    text: str
    tokens: tuple[Token, ...]
    tied: tuple[tuple[int, ...], ...]
    words: tuple[Word, ...]
    links: tuple[Link, ...]
    outside: tuple[Box, ...]

    @cached_property
    def _boxes(self) -> dict[Span, Box]:
        return {link.span: link.box for link in self.links if link.box is not None}

    def box_of(self, span: Span) -> Box | None:
        """Return where the tokens of `span` stand on the scan by the earlier links."""
        if span in self._boxes:
            return self._boxes[span]
        return united(box for one, box in self._boxes.items() if one.overlaps(span))

    def ties(self) -> Iterator[tuple[list[Token], list[Word]]]:
        """Yield tokens, in runs that share a word, and their words in order."""
        run: list[Token] = []
        shared: set[int] = set()
        for token, tied in zip(self.tokens, self.tied, strict=True):
            if run and not shared & set(tied):
                yield run, [self.words[index] for index in sorted(shared)]
                run, shared = [], set()
            if tied:
                run.append(token)
                shared |= set(tied)
        if run:
            yield run, [self.words[index] for index in sorted(shared)]

    def lost_runs(self) -> Iterator[list[Token]]:
        """Yield neighbouring tokens of one line that have no word."""
        run: list[Token] = []
        for token, tied in zip(self.tokens, self.tied, strict=True):
            if run and (tied or not self._neighbours(run[-1], token)):
                yield run
                run = []
            if not tied:
                run.append(token)
        if run:
            yield run

    def _neighbours(self, first: Token, second: Token) -> bool:
        gap = self.text[first.span.end : second.span.start]
        return not gap.strip() and "\n" not in gap

    def token_of_word(self) -> dict[int, Token]:
        """Return the token that each tied word stands for; of several the last."""
        pairs = zip(self.tokens, self.tied, strict=True)
        return {index: token for token, tied in pairs for index in tied}


def scope_of(text: str, links: Sequence[Link], reading: Reading, region: Box | None) -> Scope:
    """Return what is compared when `reading` is of `region`, or of the page when that is None."""
    places = {link.span: link.box for link in links}
    everything = tokenise(text)
    tokens = tuple(one for one in everything if _stands_in(places.get(one.span), region))
    chosen = {token.span for token in tokens}
    outside = tuple(box for span, box in places.items() if box is not None and span not in chosen)
    tied = tuple(link.words for link in align(" ".join(one.text for one in tokens), reading))
    return Scope(text, tokens, tied, reading.words, tuple(links), outside)


def _stands_in(box: Box | None, region: Box | None) -> bool:
    """Tell whether the middle of a token is in the region."""
    if region is None:
        return True
    return box is not None and holds_middle(region, box)


def holds_middle(outer: Box, inner: Box) -> bool:
    """Tell whether the middle of `inner` lies in `outer`."""
    x, y = inner.x + inner.width / 2, inner.y + inner.height / 2
    return outer.x <= x < outer.right and outer.y <= y < outer.bottom
