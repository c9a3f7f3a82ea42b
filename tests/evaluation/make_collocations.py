"""Makes resources/suspicion/collocations_en.gz: how much more often words follow each other.

    python tests/evaluation/make_collocations.py FOLDER

FOLDER is the wheel of pocketsphinx, unpacked by `pip install --no-deps --target FOLDER`. It
brings a language model of American English counted in news of the 1990s (BSD licence, Carnegie
Mellon University; its notice is in collocations_en.licence.txt beside the table). Nothing of it is
kept but how much more often one of the most frequent words follows another than it stands anywhere:
decimal logarithms in steps of 1/25.

The library can list the pairs of the model by writing it as text; its writer garbles the numbers
and does not survive the triples behind, so that it runs by itself and only the pairs are read.
"""

import gzip
import json
import subprocess
import sys
import tempfile
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from corrector.suspicion.collocations import BEGINNING, STEPS, to_little_endian

_TARGET = Path(__file__).resolve().parents[2] / "resources" / "suspicion" / "collocations_en.gz"
_MODEL = Path("pocketsphinx") / "model" / "en-us" / "en-us.lm.bin"
_MOST_WORDS = 65_000
"""So that a word is a number of two bytes."""
_MOST_PAIRS = 1_000_000
"""Those are kept that move most: probability times how far they are from what is not kept."""
_OF_BEGINNINGS = -1.3
"""About one word of twenty begins a sentence; the model says nothing of it."""
_IMPOSSIBLE = -400_000_000
_DECIMAL = 1e-4 / 2.302585092994046
"""The model's logarithms are to the base 1.0001."""
_WRITE = (
    "import sys; sys.path.insert(0, sys.argv[1]); from pocketsphinx import NGramModel; "
    "NGramModel.readfile(sys.argv[2]).write(sys.argv[3])"
)
_FOLLOWS = Callable[..., float | None]
_Pair = tuple[int, int, float]
"""Numbers of two words, and how well the second fits behind the first."""


def probability_of(folder: Path) -> _FOLLOWS:
    """Return what tells the logarithm of how probably a word stands, or follows another."""
    sys.path.insert(0, str(folder))
    from pocketsphinx import NGramModel  # type: ignore[import-not-found]

    model = NGramModel.readfile(str(folder / _MODEL))

    def probability(*last_first: str) -> float | None:
        found = model.prob(list(last_first))
        return None if found < _IMPOSSIBLE else found * _DECIMAL

    return probability


def lines_of(folder: Path) -> Iterator[list[str]]:
    """Yield the fields of the lines of the model as text, as far as the library writes it."""
    with tempfile.TemporaryDirectory() as place:
        text = Path(place) / "model.arpa"
        command = [sys.executable, "-c", _WRITE, str(folder), str(folder / _MODEL), str(text)]
        subprocess.run(command, check=False)
        with text.open(encoding="utf-8") as lines:
            for line in lines:
                yield line.rstrip("\n").split("\t")


def read(folder: Path) -> tuple[list[str], dict[str, list[str]]]:
    """Return the words of the model, and which words it has behind each."""
    words: list[str] = []
    behind: dict[str, list[str]] = defaultdict(list)
    for fields in lines_of(folder):
        if len(fields) == 4:
            behind[fields[1]].append(fields[2])
        elif len(fields) == 3 and not behind:
            words.append(fields[1])
    return words, behind


def main() -> None:
    folder = Path(sys.argv[1])
    probability = probability_of(folder)
    words, behind = read(folder)
    shares = {word: found for word in words if (found := probability(word)) is not None}
    shares[BEGINNING] = _OF_BEGINNINGS
    chosen = sorted(sorted(shares, key=lambda word: (-shares[word], word))[:_MOST_WORDS])
    write(chosen, *pairs_of(chosen, shares, behind, probability))


def pairs_of(
    words: list[str],
    shares: dict[str, float],
    behind: dict[str, list[str]],
    probability: _FOLLOWS,
) -> tuple[list[float], list[_Pair]]:
    """Return how unseen words fit behind each word, and the pairs that are kept, in order."""
    number = {word: at for at, word in enumerate(words)}
    unseen: list[float] = []
    pairs: list[tuple[float, _Pair]] = []
    for first, word in enumerate(words):
        followers = {number[other] for other in behind.get(word, ()) if other in number}
        backed = _unseen(word, words, followers, shares, probability)
        unseen.append(backed)
        for second in followers:
            found = probability(words[second], word)
            if found is not None:
                fit = found - shares[words[second]]
                moves = 10 ** (shares[word] + found) * abs(fit - backed)
                pairs.append((moves, (first, second, fit)))
    pairs.sort(reverse=True)
    return unseen, sorted(pair for _, pair in pairs[:_MOST_PAIRS])


def write(words: list[str], unseen: list[float], pairs: list[_Pair]) -> None:
    """Write the table."""
    behind = Counter(first for first, _, _ in pairs)
    starts = array("I", accumulate((behind[first] for first in range(len(words))), initial=0))
    columns = (
        array("b", map(_step, unseen)),
        starts,
        array("H", [second for _, second, _ in pairs]),
        array("b", [_step(fit) for _, _, fit in pairs]),
    )
    head = {"made_from": "pocketsphinx en-us, BSD, Carnegie Mellon University", "words": words}
    parts = [json.dumps(head).encode("ascii"), b"\n", *map(to_little_endian, columns)]
    _TARGET.write_bytes(gzip.compress(b"".join(parts), mtime=0))
    print(len(words), "words,", len(pairs), "pairs,", _TARGET.stat().st_size, "bytes")


def _unseen(
    word: str,
    words: list[str],
    seen: set[int],
    shares: dict[str, float],
    probability: _FOLLOWS,
) -> float:
    """Return by how much words that were never seen behind `word` stand there less."""
    for at in range(len(words) - 1, -1, -1):
        if at not in seen and words[at] != BEGINNING:
            found = probability(words[at], word)
            return (found or 0.0) - shares[words[at]]
    return 0.0


def _step(fit: float) -> int:
    return max(-127, min(127, round(fit * STEPS)))


if __name__ == "__main__":
    main()
