"""Measures the links between human texts and what Tesseract read on their scans.

    python tests/evaluation/linking.py [--misses] [SET ...]

Sets are those of `$CORRECTOR_SHARED/samples`: ehri_en stanford1905_en ehri_de tapuscorpus_fr.
Prints by set, and by how the text was made worse: tokens; how many of them OCR saw at all; the
share of those that have a link; the share of links whose centre lies inside the true line box;
the same for places put between neighbours; how often links of a confidence of at least 0.9, of
0.5 to 0.9, and below are right; milliseconds of the processor a page (median, slowest).

A token that OCR saw at all: the words whose centre lies inside the true box of the token's line,
from left to right, are fitted to the tokens of that line, in order, so that the sum of the
likenesses (1 - edit distance / longer length, case ignored) is greatest; one to one, one token to
two or three words, or two or three tokens to one word. Tokens fitted with a likeness of at least
0.5 were seen. No word counts for two places of a line, and the program's own alignment has no say.
In a text made worse, a token was seen if a token of the page that it is made of was seen. A link
is right if the centre of its box lies inside the box of a line that its token is made of.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from statistics import median

from linked_pages import SETS, VARIANTS, TruePage, pages_of
from rapidfuzz.distance import Levenshtein

from corrector.linking.align import align
from corrector.linking.links import Link
from corrector.ocr.words import Reading
from corrector.scans.geometry import Box

_LEAST_LIKENESS = 0.5
_SEED = 1939
_MOVES = ((1, 1), (1, 2), (1, 3), (2, 1), (3, 1))
"""Tokens and words that may be one another."""


def seen_tokens(page: TruePage) -> set[tuple[int, int]]:
    """Return which (line, token) of the page OCR saw at all."""
    return {
        (number, token)
        for number, (line, box) in enumerate(zip(page.lines, page.boxes, strict=True))
        for token in fitted(line.split(), words_inside(page.reading, box))
    }


def words_inside(reading: Reading, box: Box) -> list[str]:
    """Return the words whose centre lies inside `box`, from left to right."""
    inside = [word for word in reading.words if contains(box, word.box)]
    return [word.text for word in sorted(inside, key=lambda word: word.box.x)]


def contains(box: Box, other: Box) -> bool:
    """Tell whether the centre of `other` lies inside `box`."""
    x, y = other.x + other.width / 2, other.y + other.height / 2
    return box.x <= x <= box.right and box.y <= y <= box.bottom


def fitted(tokens: Sequence[str], words: Sequence[str]) -> frozenset[int]:
    """Return the tokens that the best fit in order puts to words like them."""

    @cache
    def best(token: int, word: int) -> tuple[float, tuple[int, ...]]:
        if token == len(tokens) or word == len(words):
            return 0.0, ()
        choices = [best(token + 1, word), best(token, word + 1)]
        for wide, long in _MOVES:
            if token + wide <= len(tokens) and word + long <= len(words):
                like = likeness(tokens[token : token + wide], words[word : word + long])
                rest, found = best(token + wide, word + long)
                if like >= _LEAST_LIKENESS:
                    gained = (*range(token, token + wide), *found)
                    choices.append((rest + like * wide, gained))
        return max(choices, key=lambda choice: choice[0])

    return frozenset(best(0, 0)[1])


def likeness(tokens: Sequence[str], words: Sequence[str]) -> float:
    """Return how alike tokens and words are, written without blanks, 0..1."""
    mine, read = "".join(tokens).casefold(), "".join(words).casefold()
    return Levenshtein.normalized_similarity(mine, read)


def judge(page: TruePage, links: Sequence[Link], seen: set[tuple[int, int]]) -> Iterator[str]:
    """Yield what is to be counted on a page."""
    for (_, made_of), link in zip(page.tokens(), links, strict=True):
        yield "tokens"
        was_seen = any(one in seen for one in made_of)
        if was_seen:
            yield "seen"
        if link.words and was_seen:
            yield "seen and linked"
        if link.box is None:
            continue
        right = any(contains(page.boxes[line], link.box) for line, _ in made_of)
        kind = "linked" if link.words else "between"
        yield kind
        yield f"{kind} {'right' if right else 'wrong'}"
        if link.words:
            yield f"{grade(link.confidence)} {'right' if right else 'wrong'}"


def grade(confidence: float) -> str:
    """Return in which of three grades a confidence falls."""
    return "high" if confidence >= 0.9 else "middle" if confidence >= 0.5 else "low"


def misses(page: TruePage, links: Sequence[Link], seen: set[tuple[int, int]]) -> Iterator[str]:
    """Yield a line for each token that was seen but not linked, or is linked to another line."""
    words = page.reading.words
    for (token, made_of), link in zip(page.tokens(), links, strict=True):
        read = [words[index].text for index in link.words]
        right = link.box is not None and any(
            contains(page.boxes[line], link.box) for line, _ in made_of
        )
        if (not link.words and any(one in seen for one in made_of)) or (link.words and not right):
            line = made_of[0][0]
            inside = words_inside(page.reading, page.boxes[line])
            yield f"  {page.name} {line}: {token.text!r} -> {read} {link.box} of {inside}"


def measure(name: str, variant: str, show: bool) -> tuple[Counter[str], list[float]]:
    """Link every page of a set, its text made worse; return the counts, and seconds a page."""
    counts: Counter[str] = Counter()
    took: list[float] = []
    for number, original in enumerate(pages_of(name)):
        seen = seen_tokens(original)
        page = VARIANTS[variant](original, random.Random(_SEED + number))  # noqa: S311 - no secret
        text = page.text
        start = time.process_time()
        links = align(text, page.reading)
        took.append(time.process_time() - start)
        counts.update(judge(page, links, seen))
        if show:
            print(*misses(page, links, seen), sep="\n")
    return counts, took


def share(counts: Counter[str], part: str, whole: str) -> str:
    """Return a share in per cent."""
    return f"{100 * counts[part] / counts[whole]:6.2f}" if counts[whole] else "     -"


def right_share(counts: Counter[str], kind: str) -> str:
    """Return the share of right ones of a kind in per cent, and how many there are."""
    right, wrong = counts[f"{kind} right"], counts[f"{kind} wrong"]
    return (
        f"{100 * right / (right + wrong):5.1f} ({right + wrong:5})" if right + wrong else " " * 13
    )


def row(name: str, counts: Counter[str], took: Sequence[float]) -> str:
    """Return the figures of a set in one line."""
    grades = " ".join(right_share(counts, kind) for kind in ("high", "middle", "low"))
    return (
        f"{name:16} {counts['tokens']:6} {counts['seen']:6}"
        f" {share(counts, 'seen and linked', 'seen')} {share(counts, 'linked right', 'linked')}"
        f"  {right_share(counts, 'between')}  {grades}"
        f"  {1000 * median(took):5.1f} {1000 * max(took):5.1f}"
    )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--misses", action="store_true", help="show what is wrong")
    wanted = parser.parse_args()
    for variant in VARIANTS:
        print(
            f"{variant}\n{'set':16} tokens   seen linked inside  between          >=.9"
            "          .5-.9         <.5           ms/page  slowest"
        )
        everything: Counter[str] = Counter()
        times: list[float] = []
        for name in wanted.sets:
            counts, took = measure(name, variant, wanted.misses)
            everything += counts
            times += took
            print(row(name, counts, took))
        print(row("all", everything, times), end="\n\n")


if __name__ == "__main__":
    main()
