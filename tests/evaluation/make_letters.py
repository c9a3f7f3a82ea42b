"""Makes resources/suspicion/letters.json: what the letters of misread words look like.

    PYTHONPATH=. python tests/evaluation/make_letters.py

Needs Faker and scikit-learn, which the program does not. Learns to tell right words (frequent ones
of wordfreq's English, German and French lists, and names of persons and places from Faker) from
the same words misread in the ways of `made_pages`. No text of any sample is used.
"""

import json
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from faker import Faker
from made_pages import misread_letters
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from corrector.suspicion.damaged import without_accents
from corrector.suspicion.letters import BUCKETS, SCALE, buckets_of
from corrector.suspicion.word_files import frequencies_of

_TARGET = Path(__file__).resolve().parents[2] / "resources" / "suspicion" / "letters.json"
_WORDS = {"en": 60_000, "de": 30_000, "fr": 25_000}
_KNOWN = 200_000
"""Of each list: a misreading that is one of these words is no example."""
_COUNTRIES = (
    "en_GB", "en_US", "de_DE", "fr_FR", "pl_PL", "cs_CZ", "it_IT", "es_ES", "hu_HU", "sv_SE",
    "nl_NL", "hr_HR", "tr_TR",
)  # fmt: skip
_NAMES = 40_000
_TIMES_NAMES = 3
_ERRORS = (1, 1, 1, 2, 2, 3)
_PENALTY = 0.1
_HELD_OUT = 10
_SHORTEST = 3
_SEED = 5


def names() -> list[str]:
    """Return names of persons and places in small letters without accents."""
    faker = Faker(list(_COUNTRIES))
    faker.seed_instance(_SEED)
    found: dict[str, None] = {}
    for _ in range(_NAMES):
        for name in (faker.last_name(), faker.city(), faker.first_name()):
            plain = without_accents(name.replace("ł", "l").replace("ß", "ss")).lower()
            found.update(dict.fromkeys(plain.replace("-", " ").split()))
    return [name for name in found if name.isalpha() and len(name) >= _SHORTEST]


def examples(chance: random.Random) -> Iterator[tuple[str, bool]]:
    """Yield words, and whether they are misread."""
    known: set[str] = set()
    words: list[str] = []
    for language, count in _WORDS.items():
        listed = frequencies_of(language)
        known.update(islice(listed, _KNOWN))
        words += [
            word for word in islice(listed, count) if word.isalpha() and len(word) >= _SHORTEST
        ]
    for word in [*words, *(name for name in names() for _ in range(_TIMES_NAMES))]:
        yield word, False
        read = chance.choice((word, word.upper()))
        for _ in range(chance.choice(_ERRORS)):
            read = misread_letters(read, chance) if len(read) > 1 else read
        if read.lower() not in known and read.lower() != word:
            yield read.lower(), True


def matrix_of(words: list[str]) -> csr_matrix:
    """Return how often each bucket stands in each word."""
    found = [list(buckets_of(word)) for word in words]
    ends = np.cumsum([0, *map(len, found)])
    places = np.concatenate(found)
    return csr_matrix((np.ones(len(places)), places, ends), shape=(len(words), BUCKETS))


def main() -> None:
    chance = random.Random(_SEED)  # noqa: S311 - not a secret
    known = list(examples(chance))
    chance.shuffle(known)
    matrix = matrix_of([word for word, _ in known])
    wrong = np.array([misread for _, misread in known])
    cut = len(known) // _HELD_OUT
    model = LogisticRegression(C=_PENALTY, solver="liblinear", random_state=_SEED)
    model.fit(matrix[cut:], wrong[cut:])
    print(
        f"{roc_auc_score(wrong[:cut], model.decision_function(matrix[:cut])):.3f} (area, held out)"
    )
    content = {
        "version": 1,
        "made_by": "tests/evaluation/make_letters.py",
        "bias": round(float(model.intercept_[0]) * SCALE),
        "weights": [round(float(weight) * SCALE) for weight in model.coef_[0]],
    }
    _TARGET.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
