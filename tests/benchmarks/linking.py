"""Measures how long it takes to align a page, to repair links after a key press, and to undo it.

    python tests/benchmarks/linking.py

Over all pages of ehri_en, stanford1905_en, ehri_de and tapuscorpus_fr of
`$CORRECTOR_SHARED/samples`. Prints by what is done: how many times, median, p95 and the slowest, in
milliseconds of the processor (what else the machine does must not count); and for the page with
most words the median alone. A key is a letter typed at a place
chosen by chance; a replacement changes the most frequent letter pair everywhere at once.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "evaluation"))

from linked_pages import SETS, TruePage, pages_of

from corrector.linking.align import align
from corrector.linking.division import divide
from corrector.linking.living import LivingLinks
from corrector.linking.repair import repair
from corrector.text.edits import Edit, apply_edits
from corrector.text.tokens import Span

_KEYS = 40
_REPEATS = 5

Result = TypeVar("Result")
Times = dict[str, list[float]]


def timed(times: Times, what: str, action: Callable[[], Result]) -> Result:
    """Do something, note how many milliseconds it took, and return what it returned."""
    begin = time.process_time()
    result = action()
    times.setdefault(what, []).append(1000 * (time.process_time() - begin))
    return result


def measure(page: TruePage, times: Times, chance: random.Random) -> None:
    """Align one page, type into it, and undo that."""
    text, reading = page.text, page.reading
    for _ in range(_REPEATS):
        links = timed(times, "align", lambda: align(text, reading))
    live = LivingLinks(links, text, reading)
    for _ in range(_KEYS):
        at = chance.randrange(len(text))
        key = (Edit(Span(at, at), chance.choice("etaoin \n")),)
        typed = apply_edits(text, key)
        timed(times, "repair", partial(repair, links, key, typed, reading))
        timed(times, "key with memory", partial(live.edit, key, typed))
        timed(times, "links asked for", lambda: live.links)
        back = (Edit(Span(at, at + 1), ""),)
        timed(times, "undo with memory", partial(live.edit, back, text))
    pair = Counter(text[at : at + 2] for at in range(len(text) - 1)).most_common(1)[0][0]
    places = [at for at in range(len(text)) if text.startswith(pair, at)]
    many = tuple(Edit(Span(at, at + 1), "x") for at in places)
    changed = apply_edits(text, many)
    timed(times, "replace all", lambda: repair(links, many, changed, reading))


def row(what: str, times: list[float]) -> str:
    """Return the figures of one action."""
    return (
        f"{what:18} {len(times):6} {median(times):8.2f} {quantiles(times, n=20)[-1]:8.2f}"
        f" {max(times):8.2f}"
    )


def main() -> None:
    """Print the table."""
    times: Times = {}
    chance = random.Random(1)  # noqa: S311 - no secret
    pages = [page for name in SETS for page in pages_of(name)]
    for page in pages:
        measure(page, times, chance)
    despatch = [page for page in pages if page.name.startswith("EHRI-DR-19390125")]
    text = "".join(page.text for page in despatch)
    for _ in range(_REPEATS):
        timed(times, "divide 10 pages", lambda: divide(text, [one.reading for one in despatch]))
    print(f"{'':18}  times   median      p95  slowest (ms)")
    print(*(row(what, some) for what, some in times.items()), sep="\n")
    longest = max(pages, key=lambda page: len(page.text.split()))
    alone: Times = {}
    measure(longest, alone, chance)
    print(f"{longest.name}: {len(longest.text.split())} tokens")
    print(*(f"  {what}: {median(some):.2f}" for what, some in alone.items()), sep="\n")


if __name__ == "__main__":
    main()
