"""Measures how texts of whole documents are divided among their scans.

    python tests/evaluation/division.py

Every document of two or more pages in ehri_en of `$CORRECTOR_SHARED/samples` is joined to one text
without page marks and divided by what Tesseract read on the scans; so are its parts of four pages,
and the text with 10 % wrong characters, by three different chances. Prints for each how many cuts
are at the right line, the lowest confidence of a right and the highest of a wrong one, and the
milliseconds of the processor it took; and the sums for texts as written, and for those made worse.
"""

import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from linked_pages import TruePage, noisy, pages_of

from corrector.linking.division import Division, divide

_PART = 4
"""Pages of the parts that are divided too."""


def documents() -> Iterator[tuple[str, list[TruePage]]]:
    """Yield the documents that have several pages: their names differ in the number."""
    for stem, pages in groupby(pages_of("ehri_en"), key=lambda page: page.name.rpartition("_")[0]):
        found = list(pages)
        if len(found) > 1:
            yield stem, found


def right_starts(pages: Sequence[TruePage]) -> list[int]:
    """Return where each page starts in the joined text."""
    starts = [0]
    for page in pages[:-1]:
        starts.append(starts[-1] + len(page.text))
    return starts


def figures(name: str, pages: Sequence[TruePage]) -> tuple[int, int]:
    """Divide one document, print how that went; return right cuts and all cuts."""
    text = "".join(page.text for page in pages)
    begin = time.process_time()
    found = divide(text, [page.reading for page in pages])
    took = 1000 * (time.process_time() - begin)
    right: list[Division] = []
    wrong: list[Division] = []
    for division, start in zip(found[1:], right_starts(pages)[1:], strict=True):
        (right if division.span.start == start else wrong).append(division)
    lowest = min((one.confidence for one in right), default=0)
    highest = max((one.confidence for one in wrong), default=0)
    print(
        f"{name:44} {len(right):3} of {len(right) + len(wrong):3}"
        f"   right >= {lowest:.2f}   wrong <= {highest:.2f}  {took:7.1f} ms"
    )
    for one in wrong:
        start = right_starts(pages)[one.page]
        print(f"    page {one.page + 1}: {text[one.span.start :][:60]!r} not {text[start:][:60]!r}")
    return len(right), len(right) + len(wrong)


def variants(pages: Sequence[TruePage]) -> Iterator[tuple[str, str, list[TruePage]]]:
    """Yield a document as it is, in parts of four pages, and with wrong characters."""
    yield "as written", "", list(pages)
    for first in range(len(pages) - _PART + 1 if len(pages) > _PART else 0):
        part = list(pages[first : first + _PART])
        yield "as written", f" {first + 1}-{first + _PART}", part
    for seed in range(3):
        chance = random.Random(seed)  # noqa: S311 - no secret
        yield "10 % errors", f" 10 % errors ({seed})", [noisy(page, chance) for page in pages]


def main() -> None:
    """Print the figures of every document and of all."""
    right: Counter[str] = Counter()
    cuts: Counter[str] = Counter()
    for stem, pages in documents():
        for kind, name, some in variants(pages):
            one, all_of_them = figures(stem + name, some)
            right[kind] += one
            cuts[kind] += all_of_them
    for kind, count in cuts.items():
        print(f"{kind}: {right[kind]} of {count} cuts are at the right line")


if __name__ == "__main__":
    main()
