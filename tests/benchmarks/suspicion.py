"""Measures how fast texts are checked for suspicions, each figure beside a floor of the same run.

    python tests/benchmarks/suspicion.py [--pages 30] [--words 500] [--misread 6] [--edits 60]

measures the program that this Python has installed, else this checkout; its first line says which,
and whether its modules are compiled. After packaging/start.sh the compiled program is measured by

    .venv/bin/python tests/benchmarks/suspicion.py --pages 16

and the same uncompiled with `PYTHONPATH=.` before it.

Pages are made of English words, drawn as often as they are frequent, some of them misread; where
`$CORRECTOR_SHARED/samples/ehri_en` is there, its recognised pages are measured as well. Times are
those of the processor, so that what else the machine does counts little. Prints:

- loading the word list and the weights (floor: unpacking the list into a dictionary), and how much
  more memory is used then, and after all pages;
- tokens a second of pages never seen (`cold`) and of the same pages again (`warm`), and of 500 such
  tokens the time (floor: tokenising, and looking each token up in a dictionary);
- checking anew after a letter in one line was typed, as the window does (floor: as above, for all
  tokens of the page, which is what has to be looked at at least), and what is learned from it
  before it is saved.
"""

import gc
import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from statistics import median

from measuring import arguments, percentile, workshop

PAGE = 500
FLOORS = 5
"""Times that a floor is measured, which is too short for once."""
LINE = 10
SAMPLES = "samples/ehri_en/ocr"
MISREADINGS = (("e", "c"), ("h", "b"), ("m", "rn"), ("i", "l"), ("o", "0"), ("t", "f"), ("a", "s"))


def seconds_of(action: Callable[[], object]) -> float:
    """Return how many seconds of the processor `action` takes."""
    begin = time.process_time()
    action()
    return time.process_time() - begin


def memory() -> float:
    """Return how many megabytes this process has in memory."""
    import psutil

    gc.collect()
    return float(psutil.Process().memory_info().rss) / 2**20


def load() -> None:
    """Load one language as the checker does, and tell time and memory beside the floor."""
    from corrector.suspicion.checker import Checker
    from corrector.suspicion.word_files import frequencies_of

    before = memory()
    floor = seconds_of(lambda: kept.append(frequencies_of("en")))
    of_list = memory() - before
    kept.clear()
    before = memory()
    checker = Checker(("en",))
    ours = seconds_of(checker.prepare)
    print(
        f"loading one language: {ours * 1000:.0f} ms, ratio {ours / floor:.2f}; "
        f"{memory() - before:.0f} MB more (the list alone {of_list:.0f} MB)"
    )


kept: list[dict[str, float]] = []


def made_pages(count: int, words: int, misread: int) -> Iterator[str]:
    """Yield pages of English words, `misread` of a hundred of them wrong."""
    from corrector.suspicion.lexicon import word_list

    chance = random.Random(1)  # noqa: S311 - no secret
    shares = word_list("en").frequencies
    likely = list(accumulate(shares.values()))
    for _ in range(count):
        drawn = chance.choices(list(shares), cum_weights=likely, k=words)
        seen = [
            _misread(word, chance) if chance.randrange(100) < misread else word for word in drawn
        ]
        lines = [seen[at : at + LINE] for at in range(0, words, LINE)]
        yield "".join(f"{' '.join(line).capitalize()}.\n" for line in lines)


def _misread(word: str, chance: random.Random) -> str:
    true, read = chance.choice(MISREADINGS)
    return word.replace(true, read, 1)


def real_pages() -> list[str]:
    """Return the recognised pages of the shared samples; none where they are missing."""
    own = Path(__file__).resolve().parents[2].parent / "shared"
    folder = Path(os.environ.get("CORRECTOR_SHARED", own)) / SAMPLES
    return [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]


def check(name: str, pages: Sequence[str], edits: int) -> None:
    """Check pages cold and warm, then one of them after each of some edits."""
    from corrector.suspicion.checker import Checker

    checker = Checker(("en",))
    checker.prepare()
    floors = [_floor(page) for page in pages]
    tell_pages(f"{name}, cold", [_timed(checker.check, page) for page in pages], floors)
    floors = [_floor(page) for page in pages]
    tell_pages(f"{name}, warm", [_timed(checker.check, page) for page in pages], floors)
    fullest = max(pages, key=lambda page: len(page.split()))
    tell_edits(name, fullest, edits)


Timed = tuple[int, float]
"""How many tokens, in how many seconds."""


def _timed(action: Callable[[str], object], page: str) -> Timed:
    return len(page.split()), seconds_of(lambda: action(page))


def _floor(page: str) -> Timed:
    from corrector.suspicion.lexicon import word_list
    from corrector.text.tokens import tokenise

    known = word_list("en").frequencies
    once = [
        _timed(lambda text: [known.get(token.text) for token in tokenise(text)], page)
        for _ in range(FLOORS)
    ]
    return once[0][0], median(seconds for _, seconds in once)


def tell_pages(name: str, pages: Sequence[Timed], floors: Sequence[Timed]) -> None:
    """Print tokens a second, and what 500 tokens take."""
    tokens, ours = (sum(column) for column in zip(*pages, strict=True))
    floor = sum(seconds for _, seconds in floors)
    each = [1000 * PAGE * seconds / count for count, seconds in pages if count]
    print(
        f"{name}: {tokens / ours:,.0f} tokens a second, ratio {ours / floor:.1f}; {PAGE} tokens: "
        f"median {median(each):.1f} ms, p95 {percentile(each, 0.95):.1f} ms"
    )


def tell_edits(name: str, page: str, edits: int) -> None:
    """Type letters into a page, one at a time; print how long checking anew takes."""
    from corrector.record.corrections import corrections_between
    from corrector.suspicion.checker import Checker
    from corrector.text.edits import Edit, apply_edits, smallest_edits
    from corrector.text.tokens import Span

    chance = random.Random(2)  # noqa: S311 - no secret
    checker, text = Checker(("en",)), page
    latest = checker.check(text)
    rechecks, learning, floors = [], [], []
    for _ in range(edits):
        at = chance.randrange(len(page))
        edited = apply_edits(text, (Edit(Span(at, at), chance.choice("etaoin")),))

        def recheck(edited: str = edited) -> None:
            nonlocal latest
            latest = checker.recheck(latest, edited, smallest_edits(latest.text, edited))

        rechecks.append(seconds_of(recheck))
        learning.append(seconds_of(lambda edited=edited: corrections_between(page, edited)))  # type: ignore[misc]
        floors.append(_floor(edited)[1])
        text = edited
    for what, times in (("after a key", rechecks), ("unsaved lessons", learning)):
        print(
            f"{name}, {what} in {len(page.split())} tokens: median {median(times) * 1000:.1f} ms, "
            f"p95 {percentile(times, 0.95) * 1000:.1f} ms, "
            f"ratio {median(times) / median(floors):.1f}"
        )


def tell_what_is_measured() -> None:
    """Print whether the modules of the suspicion room are compiled, and where they are."""
    from corrector.suspicion import lexicon

    is_compiled = not lexicon.__file__.endswith(".py")
    way = "compiled" if is_compiled else "pure Python"
    print(f"suspicion modules: {way}, in {Path(lexicon.__file__).parents[2]}")


def main() -> None:
    """Print all figures."""
    chosen = arguments(__doc__, pages=30, words=PAGE, misread=6, edits=60)
    with workshop():
        begin = memory()
        tell_what_is_measured()
        load()
        made = list(made_pages(chosen.pages, chosen.words, chosen.misread))
        check("made pages", made, chosen.edits)
        real = real_pages()
        if real:
            check("ehri_en", real, chosen.edits)
        print(f"memory after all: {memory() - begin:.0f} MB more than at the beginning")


if __name__ == "__main__":
    main()
