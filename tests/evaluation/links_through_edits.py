"""Holds that links live through random edits, undo and redo, on a real page or a made one.

    python tests/evaluation/links_through_edits.py [--edits N] [--seed S] [--made | TABLE ...]

A table is a `.gt.lines.tsv` of the samples; without one, EHRI-DR-19390125-US_02 and three others of
`$CORRECTOR_SHARED/samples` are taken. Edits are what people do: typing and deleting letters,
inserting and removing words, joining and splitting words and lines, moving and copying lines,
replacing everywhere, pasting over a selection, and undo and redo of any number of steps.

Every character carries the token of the first text that it belongs to. After every step:
- there is one link for every token, with its span;
- a token made mostly of letters of one token of the first text, which no other token has more
  letters of, has words of that token, or it has no words at all (it is known as broken);
- a token has no words of a token of the first text most of whose letters stand in another, unless
  it has letters of that token too, or letters that were written in the place of such;
- after undo and redo, the links equal those of that text before; after undoing all, the first ones.
Prints how many steps there were, how many tokens are known as broken in the end, how often a rule
was broken, and how many milliseconds of the processor a step took.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from linked_pages import page_from, samples

from corrector.linking.align import align
from corrector.linking.links import Link
from corrector.linking.living import LivingLinks
from corrector.ocr.layout import FoundWord, lay_out
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.geometry import Box
from corrector.text.edits import Edit, apply_edits, new_spans
from corrector.text.tokens import Span, tokenise

_PAGES = (
    "ehri_en/EHRI-DR-19390125-US_02",
    "ehri_en/EHRI-ET-WL16560044_07",
    "stanford1905_en/Lettre43",
    "tapuscorpus_fr/europeana-random-s__9200519_ark_12148_btv1b530484089",
)
_NOBODY = -1
"""Owner of a new character; one in the place of a character of token n has -2 - n."""
_SHARE = 0.5
_LONGEST = 1.5
"""A text that grew or shrank by more is edited towards its first length."""


@dataclass
class Editing:
    """A text under edits, whose characters know the token of the first text they belong to."""

    text: str
    owners: list[int]
    first_length: int
    done: list[tuple[tuple[Edit, ...], str, list[int]]] = field(default_factory=list)
    undone: list[tuple[tuple[Edit, ...], str, list[int]]] = field(default_factory=list)

    def change(self, edits: tuple[Edit, ...]) -> None:
        """Make new edits; what was undone is gone."""
        self.done.append((edits, self.text, self.owners))
        self.undone.clear()
        self._apply(edits)

    def undo(self) -> tuple[Edit, ...]:
        """Take back the last edits, and return those that do so."""
        edits, text, owners = self.done.pop()
        back = inverse(edits, text)
        self.undone.append((edits, self.text, self.owners))
        self.text, self.owners = text, owners
        return back

    def redo(self) -> tuple[Edit, ...]:
        """Make the edits again that were undone last, and return them."""
        edits, text, owners = self.undone.pop()
        self.done.append((edits, self.text, self.owners))
        self.text, self.owners = text, owners
        return edits

    def _apply(self, edits: tuple[Edit, ...]) -> None:
        owners: list[int] = []
        at = 0
        for edit in edits:
            owners += self.owners[at : edit.span.start]
            owners += in_place_of(self.owners[edit.span.start : edit.span.end], len(edit.new))
            at = edit.span.end
        owners += self.owners[at:]
        self.text, self.owners = apply_edits(self.text, edits), owners


def in_place_of(owners: Sequence[int], length: int) -> list[int]:
    """Return the owners of `length` new characters that take the place of others'."""
    weak = [min(one, _NOBODY - 1 - one) for one in owners if one != _NOBODY]
    return [weak[at * len(weak) // length] if weak else _NOBODY for at in range(length)]


def inverse(edits: Sequence[Edit], text: str) -> tuple[Edit, ...]:
    """Return the edits that take back `edits` of `text`."""
    return tuple(
        Edit(span, edit.span.of(text)) for edit, span in zip(edits, new_spans(edits), strict=True)
    )


def random_edits(text: str, chance: random.Random, first_length: int) -> tuple[Edit, ...]:
    """Return one thing that a person may do."""
    kinds = [typed, typed, typed, erased, word_in, joined, split, line_moved, everywhere, pasted]
    if len(text) > _LONGEST * first_length:
        kinds = [erased, cut]
    elif len(text) * _LONGEST < first_length:
        kinds = [typed, copied]
    return chance.choice([*kinds, cut, copied])(text, chance)


def typed(text: str, chance: random.Random) -> tuple[Edit, ...]:
    """Type a letter, sometimes over another."""
    at = chance.randrange(len(text) + 1)
    end = min(at + chance.randrange(2), len(text))
    return (Edit(Span(at, end), chance.choice("abcdefgh EST.,-\n\U0001d504")),)


def erased(text: str, chance: random.Random) -> tuple[Edit, ...]:
    """Delete a few letters."""
    at = chance.randrange(len(text) or 1)
    return (Edit(Span(at, min(at + chance.randint(1, 4), len(text))), ""),)


def word_in(text: str, chance: random.Random) -> tuple[Edit, ...]:
    """Insert a word behind another."""
    tokens = tokenise(text) or tokenise("a")
    token = chance.choice(tokens)
    at = min(token.span.end, len(text))
    return (Edit(Span(at, at), f" {chance.choice(tokens).text}"),)


def joined(text: str, chance: random.Random) -> tuple[Edit, ...]:
    """Take away a blank or a line break."""
    blanks = [at for at, sign in enumerate(text) if sign.isspace()] or [0]
    at = chance.choice(blanks)
    return (Edit(Span(at, min(at + 1, len(text))), ""),)


def split(text: str, chance: random.Random) -> tuple[Edit, ...]:
    """Put a blank or a line break anywhere."""
    at = chance.randrange(len(text) + 1)
    return (Edit(Span(at, at), chance.choice(" \n")),)


def cut(text: str, chance: random.Random) -> tuple[Edit, ...]:
    """Delete a line."""
    start, end = some_line(text, chance)
    return (Edit(Span(start, end), ""),)


def copied(text: str, chance: random.Random) -> tuple[Edit, ...]:
    """Write a line a second time."""
    start, end = some_line(text, chance)
    at, _ = some_line(text, chance)
    return (Edit(Span(at, at), text[start:end].rstrip("\n") + "\n"),)


def line_moved(text: str, chance: random.Random) -> tuple[Edit, ...]:
    """Move a line, in one step."""
    start, end = some_line(text, chance)
    at, _ = some_line(text, chance)
    if start <= at <= end:
        return (Edit(Span(start, start), ""),)
    both = [Edit(Span(start, end), ""), Edit(Span(at, at), text[start:end].rstrip("\n") + "\n")]
    return tuple(sorted(both, key=lambda edit: edit.span))


def everywhere(text: str, chance: random.Random) -> tuple[Edit, ...]:
    """Replace the letters of a word everywhere."""
    old = chance.choice(tokenise(text) or tokenise("a")).text[:3]
    new = chance.choice(("", "x", old.upper(), f"{old}e", "th"))
    edits = []
    at = text.find(old)
    while at >= 0:
        edits.append(Edit(Span(at, at + len(old)), new))
        at = text.find(old, at + len(old))
    return tuple(edits)


def pasted(text: str, chance: random.Random) -> tuple[Edit, ...]:
    """Write something over a selection."""
    start = chance.randrange(len(text) or 1)
    end = min(start + chance.randint(1, 60), len(text))
    other = chance.randrange(len(text) or 1)
    return (Edit(Span(start, end), text[other : other + chance.randint(1, 40)]),)


def some_line(text: str, chance: random.Random) -> tuple[int, int]:
    """Return where a line starts, and where the next one does."""
    start = text.rfind("\n", 0, chance.randrange(len(text) + 1)) + 1
    end = text.find("\n", start)
    return start, end + 1 if end >= 0 else len(text)


def broken_rules(editing: Editing, links: Sequence[Link], first: Sequence[Link]) -> Iterator[str]:
    """Yield what does not hold of the links of the text as it is."""
    tokens = tokenise(editing.text)
    if [link.span for link in links] != [token.span for token in tokens]:
        yield "not one link a token"
        return
    made_of = [Counter(editing.owners[token.span.start : token.span.end]) for token in tokens]
    most: Counter[int] = Counter()
    for counts in made_of:
        most |= counts
    alive = {one for one in most if one >= 0 and most[one] > _SHARE * first[one].span.length}
    elsewhere: dict[int, set[int]] = {}
    for owner, link in enumerate(first):
        for word in link.words:
            elsewhere.setdefault(word, set()).add(owner)
    for link, counts in zip(links, made_of, strict=True):
        if is_another(link, counts, most, first):
            yield "not the words of its token"
        here = {max(one, _NOBODY - 1 - one) for one in counts}
        owners = [elsewhere.get(word, set()) for word in link.words]
        if any(some and some <= alive and not some & here for some in owners):
            yield "the words of another token"


def is_another(link: Link, counts: Counter[int], most: Counter[int], first: Sequence[Link]) -> bool:
    """Tell whether a token that is mostly one of the first text is tied to other words."""
    owner, letters = counts.most_common(1)[0]
    if owner < 0 or letters <= _SHARE * link.span.length or letters < most[owner]:
        return False
    return bool(link.words and first[owner].words) and not {*link.words} & {*first[owner].words}


def run(editing: Editing, live: LivingLinks, edits: int, chance: random.Random) -> Counter[str]:
    """Edit, undo and redo; return what happened and which rules were broken, and print times."""
    first = live.links
    start_text = editing.text
    seen = {editing.text: first}
    counts: Counter[str] = Counter()
    took: list[float] = []
    while counts["steps"] < edits:
        for step in steps(editing, chance):
            begin = time.process_time()
            live.edit(step, editing.text)
            links = live.links
            took.append(time.process_time() - begin)
            counts["steps"] += 1
            counts.update(broken_rules(editing, links, first))
            if seen.setdefault(editing.text, links) != links:
                counts["other links than before"] += 1
    counts["tokens"] = len(live.links)
    counts["known as broken"] = sum(not link.words for link in live.links)
    while editing.done:
        live.edit(editing.undo(), editing.text)
    if editing.text != start_text or live.links != first:
        counts["not as in the beginning"] += 1
    milliseconds = [1000 * one for one in took]
    print(f"  median {median(milliseconds):.2f} ms, p95 {quantiles(milliseconds, n=20)[-1]:.2f} ms")
    return counts


def steps(editing: Editing, chance: random.Random) -> Iterator[tuple[Edit, ...]]:
    """Yield edits that were just made: a new one, or several that are undone or redone."""
    kind = chance.random()
    if kind < 0.15 and editing.done:
        for _ in range(min(chance.randint(1, 30), len(editing.done))):
            yield editing.undo()
    elif kind < 0.25 and editing.undone:
        for _ in range(min(chance.randint(1, 30), len(editing.undone))):
            yield editing.redo()
    else:
        edits = random_edits(editing.text, chance, editing.first_length)
        editing.change(edits)
        yield edits


def made_page() -> tuple[str, Reading]:
    """Return a text of 30 lines and its reading, in which every seventh word is misread."""
    chance = random.Random(7)  # noqa: S311 - no secret
    letters = "etaoinshrdlu"
    words = ["".join(chance.choices(letters, k=chance.randint(1, 9))) for _ in range(240)]
    lines = [words[at : at + 8] for at in range(0, len(words), 8)]
    found = [
        FoundWord(
            word if (row + at) % 7 else f"{word[1:]}q",
            Box(90 * at, 50 * row, 80, 30),
            0.9,
            1,
            1,
            row,
        )
        for row, line in enumerate(lines)
        for at, word in enumerate(line)
    ]
    text, laid_out = lay_out(found)
    reading = Reading(text, laid_out, 800, 1500, EngineDescription("double", "1", ()))
    return "\n".join(map(" ".join, lines)) + "\n", reading


def check(name: str, text: str, reading: Reading, edits: int, seed: int) -> bool:
    """Run on one page; print the figures and return whether every rule held."""
    links = align(text, reading)
    owners = [_NOBODY] * len(text)
    for place, link in enumerate(links):
        owners[link.span.start : link.span.end] = [place] * link.span.length
    print(name)
    live = LivingLinks(links, text, reading, remembered=2 * edits)
    editing = Editing(text, owners, len(text))
    counts = run(editing, live, edits, random.Random(seed))  # noqa: S311 - no secret
    print(*(f"  {what}: {number}" for what, number in counts.items()), sep="\n")
    return set(counts) <= {"steps", "tokens", "known as broken"}


def main() -> None:
    """Run on each page wanted; exit with 1 where a rule was broken."""
    parser = argparse.ArgumentParser()
    parser.add_argument("tables", nargs="*", type=Path)
    parser.add_argument("--edits", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--made", action="store_true", help="a made page: needs no samples")
    wanted = parser.parse_args()
    if wanted.made:
        pages = [("made page", *made_page())]
    else:
        tables = wanted.tables or [samples() / f"{page}.gt.lines.tsv" for page in _PAGES]
        found = [page_from(table) for table in tables]
        pages = [(page.name, page.text, page.reading) for page in found]
    held = [check(*page, wanted.edits, wanted.seed) for page in pages]
    raise SystemExit(0 if all(held) else 1)


if __name__ == "__main__":
    main()
