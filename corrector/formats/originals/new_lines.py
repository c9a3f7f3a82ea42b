"""Which element of an imported page each word of the current text belongs in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corrector.formats.layout.former_words import by_span
from corrector.formats.layout.line_text import line_text
from corrector.formats.layout.word_pairs import WordPair
from corrector.formats.originals.old_lines import OldLine, OldPage, OldWord
from corrector.formats.tei.characters import permitted
from corrector.text.tokens import Span, tokenise


@dataclass(slots=True, eq=False)
class NewWord:
    """What goes into one element.

    Attributes:
        texts: the words; several only where the element held several, or is divided.
        owner: the element that held them; None for words that the file does not have.
        former: what the first version read.
        corrected: whether it reads otherwise now.
    """

    texts: list[str]
    owner: OldWord | None
    former: str
    corrected: bool

    @property
    def untouched(self) -> bool:
        """Whether the element says just this already."""
        return self.owner is not None and tuple(self.texts) == self.owner.tokens


@dataclass(slots=True, eq=False)
class NewLine:
    """A line of the current text: its words, and the line of the file that it is, if any."""

    text: str
    words: list[NewWord]
    old: OldLine | None

    @property
    def untouched(self) -> bool:
        """Whether the file has just this line."""
        return (
            self.old is not None
            and len(self.words) == len(self.old.words)
            and all(word.untouched for word in self.words)
        )


def new_lines(text: str, pairs: Sequence[WordPair], old: OldPage) -> list[NewLine]:
    """Return the lines of `text` that have words; each takes one line of the file at most."""
    known = by_span(pairs)
    claimed: set[int] = set()
    lines: list[NewLine] = []
    start = 0
    for line in text.split("\n"):
        spans = [token.span.shifted(start) for token in tokenise(line)]
        start += len(line) + 1
        if not any(permitted(span.of(text)) for span in spans):
            continue
        target = _target([known[span] for span in spans], old, claimed)
        if target is not None:
            claimed.add(id(target))
        words = list(_words(spans, text, known, target, old))
        lines.append(NewLine(line_text(line), words, target))
    return lines


def _target(pairs: Sequence[WordPair], old: OldPage, claimed: set[int]) -> OldLine | None:
    """Return the line of the file from which the first word comes that is from a free one."""
    for pair in pairs:
        for token in pair.old:
            line, _ = old.owners[token.span.start]
            if id(line) not in claimed:
                return line
    return None


def _words(
    spans: Sequence[Span],
    text: str,
    known: dict[Span, WordPair],
    target: OldLine | None,
    old: OldPage,
) -> Iterator[NewWord]:
    owned = [(span, _owner(known[span], target, old)) for span in spans]
    for owner, group in groupby(_absorbed(owned), key=lambda one: one[1]):
        members = [span for span, _ in group if permitted(span.of(text))]
        if owner is None:
            for span in members:
                yield _word([span], None, text, known)
        elif members:
            yield _word(members, owner, text, known)


def _owner(pair: WordPair, target: OldLine | None, old: OldPage) -> OldWord | None:
    for token in pair.old:
        line, word = old.owners[token.span.start]
        if line is target:
            return word
    return None


def _absorbed(
    owned: Sequence[tuple[Span, OldWord | None]],
) -> Iterator[tuple[Span, OldWord | None]]:
    """Yield the words; new ones go into the element before or behind that holds a whole line."""
    whole = next((one for _, one in owned if one is not None and len(one.tokens) > 1), None)
    before: OldWord | None = None
    for span, owner in owned:
        if owner is None and before is None and len({id(o) for _, o in owned if o}) == 1:
            before = whole
        if owner is None and before is not None and len(before.tokens) > 1:
            yield span, before
        else:
            before = owner
            yield span, owner


def _word(
    spans: Sequence[Span], owner: OldWord | None, text: str, known: dict[Span, WordPair]
) -> NewWord:
    pairs = list(dict.fromkeys(known[span] for span in spans))
    former = " ".join(owner.tokens) if owner else " ".join(pair.former for pair in pairs)
    texts = [permitted(span.of(text)) for span in spans]
    return NewWord(texts, owner, former, any(pair.changed for pair in pairs))
