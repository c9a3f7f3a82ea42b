"""Words of two texts of one place, put side by side: which word was which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from corrector.text.tokens import Token


@dataclass(frozen=True, slots=True)
class WordPair:
    """Words of the current text and the words of the first version that they were.

    Attributes:
        new: one, as a rule; several where a word was divided, none where it was removed.
        old: one, as a rule; several where words were joined, none where the machine had left
            something out.
    """

    new: tuple[Token, ...]
    old: tuple[Token, ...]

    @property
    def changed(self) -> bool:
        """Whether they read otherwise now; other blanks between them change nothing."""
        return [token.text for token in self.new] != [token.text for token in self.old]

    @property
    def former(self) -> str:
        """What the first version read; empty where it had nothing."""
        return " ".join(token.text for token in self.old)


def side_by_side(new: Sequence[Token], old: Sequence[Token]) -> Iterator[WordPair]:
    """Yield the words of both texts in pairs, in order."""
    if len(new) == len(old):
        yield from (WordPair((a,), (b,)) for a, b in zip(new, old, strict=True))
        return
    matcher = SequenceMatcher(
        None, [token.text for token in old], [token.text for token in new], autojunk=False
    )
    for _, first, last, start, end in matcher.get_opcodes():
        yield from _stretch(tuple(new[start:end]), tuple(old[first:last]))


def _stretch(new: tuple[Token, ...], old: tuple[Token, ...]) -> Iterator[WordPair]:
    """Yield the pairs of words between others that agree, or that agree all."""
    if len(new) == len(old):
        yield from (WordPair((a,), (b,)) for a, b in zip(new, old, strict=True))
    elif not new or not old:
        yield from (WordPair((token,), ()) for token in new)
        yield from (WordPair((), (token,)) for token in old)
    elif len(old) == 1:
        best = _nearest(old[0], new)
        if best is None:
            yield WordPair(new, old)
        else:
            yield from (
                WordPair((token,), old if index == best else ()) for index, token in enumerate(new)
            )
    elif len(new) == 1:
        best = _nearest(new[0], old)
        if best is None:
            yield WordPair(new, old)
        else:
            yield from (
                WordPair(new if index == best else (), (token,)) for index, token in enumerate(old)
            )
    else:
        yield WordPair(new, old)


def _nearest(word: Token, others: Sequence[Token]) -> int | None:
    """Return which of `others` is `word`; None where it is all of them put together."""
    together = _likeness(word.text, "".join(other.text for other in others))
    likenesses = [_likeness(word.text, other.text) for other in others]
    best = max(likenesses)
    return likenesses.index(best) if best > together else None


def _likeness(one: str, other: str) -> float:
    """Return how alike two words are, 0..1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
