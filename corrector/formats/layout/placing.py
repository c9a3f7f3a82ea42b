"""Lays a page out: every word of its text in a box, and every computed box said to be one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from corrector.formats.layout.former_words import by_span, word_pairs
from corrector.formats.layout.line_places import all_placed
from corrector.formats.layout.line_text import line_text
from corrector.formats.layout.placed_page import PlacedBlock, PlacedLine, PlacedPage, PlacedWord
from corrector.formats.layout.word_pairs import WordPair
from corrector.formats.material import PageMaterial
from corrector.formats.reading.coordinates import clamped, united
from corrector.formats.reading.interpolation import interpolated
from corrector.formats.tei.characters import permitted
from corrector.linking.links import Link
from corrector.ocr.words import Reading, Word
from corrector.scans.geometry import Box
from corrector.text.tokens import Span, Token, tokenise


@dataclass(frozen=True, slots=True)
class _Found:
    """A token with what is known of it."""

    token: Token
    text: str
    box: Box | None
    computed: bool
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text with words, and the number of its block by the blank lines."""

    text: str
    tokens: tuple[_Found, ...]
    group: int

    @property
    def block(self) -> int | None:
        """The block of the reading that its words are of; None where none is known."""
        blocks = [word.block for token in self.tokens for word in token.words]
        return max(sorted(set(blocks)), key=blocks.count) if blocks else None


def placed_page(material: PageMaterial, reading: Reading) -> PlacedPage:
    """Return the current text of the page, laid out by its links to `reading`.

    A new block begins after an empty line and where the reading has another block.
    """
    pairs = by_span(word_pairs(material.versions))
    lines = list(_lines(material.text, _found(material, reading)))
    known = [united(token.box for token in line.tokens) for line in lines]
    boxes = all_placed(known, reading.width, reading.height)
    placed = [
        _placed(line, box, pairs, reading, interpolated=around is None)
        for line, box, around in zip(lines, boxes, known, strict=True)
    ]
    blocks = [
        _block([line for _, line in together])
        for _, together in groupby(
            zip(_numbers(lines), placed, strict=True), key=lambda entry: entry[0]
        )
    ]
    return PlacedPage(tuple(blocks), reading.width, reading.height)


def _found(material: PageMaterial, reading: Reading) -> dict[Span, _Found]:
    """Return what is known of every token that XML can hold anything of, by its span."""
    links = {link.span: link for link in _divided(material.links, material.text)}
    found: dict[Span, _Found] = {}
    for token in tokenise(material.text):
        text = permitted(token.text)
        link = links.get(token.span)
        if not text:
            continue
        words = tuple(reading.words[index] for index in link.words) if link else ()
        box = link.box if link else None
        if box is not None:
            box = clamped(box, reading.width, reading.height)
        found[token.span] = _Found(token, text, box, link is not None and link.interpolated, words)
    return found


def _divided(links: Sequence[Link], text: str) -> Iterator[Link]:
    """Yield the links; tokens that share words get each a part of their box."""
    for words, group in groupby(links, key=lambda link: link.words):
        sharing = list(group)
        box = sharing[0].box
        if not words or len(sharing) == 1 or box is None:
            yield from sharing
            continue
        parts = interpolated([link.span.of(text) for link in sharing], box)
        for link, part in zip(sharing, parts, strict=True):
            yield replace(link, box=part, interpolated=True)


def _lines(text: str, found: dict[Span, _Found]) -> Iterator[_Line]:
    start = group = 0
    for line in text.split("\n"):
        spans = (token.span.shifted(start) for token in tokenise(line))
        tokens = tuple(found[span] for span in spans if span in found)
        if tokens:
            yield _Line(line_text(line), tokens, group)
        elif not line.strip():
            group += 1
        start += len(line) + 1


def _numbers(lines: Sequence[_Line]) -> list[int]:
    """Return the number of the block that each line is in."""
    numbers = [0] * min(len(lines), 1)
    for above, line in pairwise(lines):
        known = above.block is not None and line.block is not None
        parted = above.group != line.group or (known and above.block != line.block)
        numbers.append(numbers[-1] + parted)
    return numbers


def _placed(
    line: _Line, box: Box, pairs: dict[Span, WordPair], reading: Reading, *, interpolated: bool
) -> PlacedLine:
    words = tuple(
        _word(found, guess, pairs[found.token.span], reading)
        for found, guess in zip(line.tokens, _guesses(line, box), strict=True)
    )
    former = dict.fromkeys(
        (pairs[found.token.span].old, pairs[found.token.span].former) for found in line.tokens
    )
    was = " ".join(permitted(text) for _, text in former if text)
    around = united(word.box for word in words)
    return PlacedLine(line.text, was, words, around or box, interpolated)


def _guesses(line: _Line, box: Box) -> Sequence[Box]:
    return interpolated([found.text for found in line.tokens], box)


def _word(found: _Found, guess: Box, pair: WordPair, reading: Reading) -> PlacedWord:
    read = "".join(word.text for word in found.words)
    known = [word.confidence for word in found.words if word.confidence is not None]
    sure = min(known) if known else None
    former = permitted(pair.former)
    return PlacedWord(
        text=found.text,
        box=clamped(guess, reading.width, reading.height) if found.box is None else found.box,
        interpolated=found.computed or found.box is None,
        confidence=sure if read == found.token.text and not pair.changed else None,
        corrected=pair.changed,
        former=former if pair.changed else "",
        former_confidence=sure if read == "".join(former.split()) and pair.changed else None,
    )


def _block(lines: Sequence[PlacedLine]) -> PlacedBlock:
    box = lines[0].box
    for line in lines[1:]:
        box = box.united(line.box)
    return PlacedBlock(tuple(lines), box)
