"""Tells by its letters how much an unknown word looks like a misreading: names are unknown, too.

A logistic model over runs of two to five letters, the word's ends among them; each run has one of
`BUCKETS` weights by its checksum. tests/evaluation/make_letters.py makes the weights.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from zlib import crc32

from corrector.paths import resources

BUCKETS: Final = 16_384
"""A power of two; two runs seldom share a weight that matters."""
RUNS: Final = (2, 3, 4, 5)
SCALE: Final = 100
"""Weights are kept as whole hundredths."""
FILE: Final = ("suspicion", "letters.json")


def buckets_of(word: str) -> Iterator[int]:
    """Yield the numbers of the weights of all runs of letters in `word` (small letters)."""
    marked = f"^{word}$"
    for length in RUNS:
        for at in range(len(marked) - length + 1):
            yield crc32(marked[at : at + length].encode()) % BUCKETS


@lru_cache(maxsize=20_000)
def strangeness(word: str) -> float:
    """Return the log-odds, about -5..8, that `word` (small letters, unknown) is a misreading."""
    bias, weights = _model()
    return (bias + sum(weights[bucket] for bucket in buckets_of(word))) / SCALE


@lru_cache(maxsize=1)
def _model() -> tuple[int, tuple[int, ...]]:
    content = json.loads(resources().joinpath(*FILE).read_text(encoding="utf-8"))
    return content["bias"], tuple(content["weights"])
