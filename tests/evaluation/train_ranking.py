"""Learns how right readings differ from what merits alone put first, and writes the weights.

    PYTHONPATH=. python tests/evaluation/train_ranking.py --rendered FOLDER --printed FOLDER
        --classical FOLDER [--write resources/suspicion/ranking.json] [SET ...]

Training pages are those of `train_suspicion.py` that it makes itself (rendered letters, printed
books and newspapers, the same read by an older engine), and the sets named (stanford1905_en,
ehri_de and tapuscorpus_fr unless others are); ehri_en and the sets for measuring are left out, so
that their figures are of pages never seen. Learned from is each wrong token that is shown at the
default threshold and has a right reading: of its best readings by merit the right one is made most
probable, by a penalised conditional logit (McFadden 1974); how probable it is that it is among
them at all comes from a logistic regression.
Prints the weights and, by set, how often the first and one of five was and is right.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log
from pathlib import Path

import numpy as np
from suspicion_pairs import Pair, pairs_in, pairs_of, plain

from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.given import NO_EVIDENCE
from corrector.suspicion.joined import Replacing
from corrector.suspicion.knowledge import Knowledge
from corrector.suspicion.ranking import MERIT, MOST_RANKED, traits_of
from corrector.suspicion.scoring import shipped_model
from corrector.suspicion.suggestions import merits_of

_PRINTED = (("eng", "en"), ("deu", "de"), ("fra", "fr"))
_SETS = ("stanford1905_en", "ehri_de", "tapuscorpus_fr")
_MOST_FROM_SET = 3000
"""Tokens of a source, so that pages that are easily made do not decide alone."""
_MOST_WRONG = 0.45
"""Share of wrong tokens of a page from which nobody would correct it."""
_PENALTY = 3.0
_LEAST_BEND = 1e-9
_LEAST_SCORE = -30.0
_STEPS = 100
_LONGEST_STEP = 0.5
_SMALL_STEP = 1e-5
_FIVE = 5


@dataclass(frozen=True)
class Choice:
    """The best readings of one token, with traits, and which of them are right."""

    traits: Sequence[dict[str, float]]
    right: Sequence[bool]


@lru_cache
def reader_of(language: str) -> tuple[Checker, Knowledge]:
    """Return what tells which tokens of a language are shown, and what is known of them."""
    return Checker((language,)), Knowledge((language,), shipped_model(language))


def choices_of(pair: Pair) -> Iterator[Choice]:
    """Yield what there is to choose from for each wrong token of `pair` that is shown."""
    checker, knowledge = reader_of(pair.language)
    shown = {one.span.start for one in checker.check(pair.text).suspicions}
    right = {
        gold.span.start: plain(gold.right)
        for gold in pair.gold
        if gold.counted and gold.wrong and gold.right is not None
    }
    for place in checker.places(pair.text, NO_EVIDENCE):
        start = place.token.span.start
        if start in shown and start in right:
            merits = merits_of(place, knowledge.form_of, knowledge.lexicon)
            merits.pop(place.token.text, None)
            best = sorted(merits.items(), key=lambda entry: -entry[1])[:MOST_RANKED]
            traits = [
                {**traits_of(Replacing(text), place, knowledge.lexicon), MERIT: merit}
                for text, merit in best
            ]
            yield Choice(traits, [plain(text) == right[start] for text, _ in best])


def of_source(pairs: Iterator[Pair]) -> list[Choice]:
    """Return the choices of all pages of a source that somebody would correct."""
    found: list[Choice] = []
    for pair in pairs:
        if sum(gold.wrong for gold in pair.gold) <= _MOST_WRONG * len(pair.gold):
            found += choices_of(pair)
        if len(found) >= _MOST_FROM_SET:
            break
    return found[:_MOST_FROM_SET]


class Table:
    """Choices that have a right reading as arrays, a row for each reading."""

    def __init__(self, choices: Sequence[Choice], names: Sequence[str]) -> None:
        """Lay out `choices`; columns are those of `names`."""
        rows: list[list[float]] = []
        right: list[bool] = []
        sizes: list[int] = []
        for choice in choices:
            rows += [[traits.get(name, 0.0) for name in names] for traits in choice.traits]
            right += choice.right
            sizes.append(len(choice.right))
        self.rows, self.right = np.array(rows), np.array(right, dtype=float)
        self.starts = np.cumsum([0, *sizes[:-1]])
        self.choice_of = np.repeat(np.arange(len(sizes)), sizes)

    def step(self, weights: np.ndarray) -> np.ndarray:
        """Return Newton's step from `weights` to those that make right readings more probable."""
        scores = self.rows @ weights
        scores -= np.maximum.reduceat(scores, self.starts)[self.choice_of]
        odds = np.exp(np.maximum(scores, _LEAST_SCORE))
        of_right = odds * self.right
        odds /= np.add.reduceat(odds, self.starts)[self.choice_of]
        of_right /= np.add.reduceat(of_right, self.starts)[self.choice_of]
        weighted = self.rows * odds[:, None]
        means = np.add.reduceat(weighted, self.starts)
        slope = self.rows.T @ (odds - of_right) + _PENALTY * weights
        bend = weighted.T @ self.rows - means.T @ means + _PENALTY * np.eye(len(weights))
        return np.linalg.solve(bend, slope)


def learned(choices: Sequence[Choice]) -> dict[str, float]:
    """Return the weights of all traits that occur in `choices`."""
    names = sorted({name for one in choices for each in one.traits for name in each})
    table = Table([one for one in choices if any(one.right)], names)
    found = np.array([1.0 * (name == MERIT) for name in names])
    for _ in range(_STEPS):
        step = table.step(found)
        found -= step / max(1.0, np.abs(step).max() / _LONGEST_STEP)
        if np.abs(step).max() < _SMALL_STEP:
            break
    return {name: round(float(one), 3) for name, one in zip(names, found, strict=True)}


def trust_in(choices: Sequence[Choice], weights: dict[str, float]) -> dict[str, float]:
    """Return how probable it is that a right reading is there, by the sum of the odds of all.

    A logistic regression of its logarithm, again by Newton's method.
    """
    sums = [log(sum(exp(one) for one in log_odds_of(choice, weights))) for choice in choices]
    rows = np.array([[1.0, one] for one in sums])
    there = np.array([any(choice.right) for choice in choices], dtype=float)
    found = np.zeros(2)
    for _ in range(_STEPS):
        probable = 1 / (1 + np.exp(-np.clip(rows @ found, _LEAST_SCORE, -_LEAST_SCORE)))
        bend = (rows * (probable * (1 - probable))[:, None]).T @ rows + _LEAST_BEND * np.eye(2)
        found -= np.linalg.solve(bend, rows.T @ (probable - there))
    return {"bias": round(float(found[0]), 3), "sum": round(float(found[1]), 3)}


def log_odds_of(choice: Choice, weights: dict[str, float]) -> list[float]:
    """Return the log-odds of each reading."""
    return [
        sum(weights.get(name, 0.0) * value for name, value in traits.items())
        for traits in choice.traits
    ]


def right_among(choices: Sequence[Choice], weights: dict[str, float], count: int) -> float:
    """Return how often one of the first `count` readings is right, ranked by `weights`."""
    found = 0
    for choice in choices:
        odds = log_odds_of(choice, weights)
        ranked = sorted(range(len(odds)), key=lambda at: -odds[at])
        found += any(choice.right[at] for at in ranked[:count])
    return found / max(len(choices), 1)


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    for name in ("rendered", "printed", "classical"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--write", type=Path)
    parser.add_argument("sets", nargs="*", default=_SETS)
    chosen = parser.parse_args()
    sources = {name: of_source(pairs_of(name)) for name in chosen.sets}
    sources["rendered"] = of_source(pairs_in(chosen.rendered, "en"))
    sources["classical"] = of_source(pairs_in(chosen.classical, "en"))
    for name, language in _PRINTED:
        sources[name] = of_source(pairs_in(chosen.printed / name, language))
    choices = [one for found in sources.values() for one in found]
    weights = learned(choices)
    trust = trust_in(choices, weights)
    print(json.dumps({"weights": weights, "trust": trust}, indent=1))
    for name, found in sources.items():
        before, after = ({MERIT: 1.0}, weights)
        figures = [right_among(found, by, count) for by in (before, after) for count in (1, _FIVE)]
        print(name, len(found), " ".join(f"{one:.3f}" for one in figures))
    if chosen.write:
        text = json.dumps({"weights": weights, "trust": trust}, indent=1, sort_keys=True)
        chosen.write.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
