"""What the words of a text were in the first version, as far as the corrections tell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from corrector.formats.layout.word_pairs import WordPair, side_by_side
from corrector.formats.net_corrections import pieces_of
from corrector.formats.pieces import Piece
from corrector.record.entries import Version
from corrector.text.tokens import Span, Token, tokenise


@dataclass(slots=True)
class _Stretch:
    """Text between blanks that were never touched, now and in the first version."""

    start: int
    old_start: int
    text: list[str] = field(default_factory=list)
    old_text: list[str] = field(default_factory=list)

    def pairs(self) -> Iterator[WordPair]:
        """Yield the words side by side, one by one where both texts have as many."""
        new = _tokens("".join(self.text), self.start)
        old = _tokens("".join(self.old_text), self.old_start)
        yield from side_by_side(new, old)


def word_pairs(versions: Sequence[Version]) -> tuple[WordPair, ...]:
    """Return all words of the current text and of the first version, in order, in pairs."""
    return tuple(pair for stretch in _stretches(pieces_of(versions)) for pair in stretch.pairs())


def _stretches(pieces: Iterable[Piece]) -> Iterator[_Stretch]:
    stretch = _Stretch(0, 0)
    position = old_position = 0
    for piece in pieces:
        if piece.text != piece.first_text:
            stretch.text.append(piece.text)
            stretch.old_text.append(piece.first_text)
            position += len(piece.text)
            old_position += len(piece.first_text)
            continue
        done = 0
        for token in tokenise(piece.text):
            if token.span.start > done:
                yield stretch
                stretch = _Stretch(position + token.span.start, old_position + token.span.start)
            stretch.text.append(token.text)
            stretch.old_text.append(token.text)
            done = token.span.end
        position += len(piece.text)
        old_position += len(piece.text)
        if done < len(piece.text):
            yield stretch
            stretch = _Stretch(position, old_position)
    yield stretch


def _tokens(text: str, start: int) -> tuple[Token, ...]:
    return tuple(Token(token.text, token.span.shifted(start)) for token in tokenise(text))


def by_span(pairs: Iterable[WordPair]) -> dict[Span, WordPair]:
    """Return the pair of each word of the current text."""
    return {token.span: pair for pair in pairs for token in pair.new}
