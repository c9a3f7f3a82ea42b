"""Trains the weights of the suspicion model and writes resources/suspicion/weights.json.

    python tests/evaluation/train_suspicion.py [--readings FOLDER] [--write]

Needs numpy, which the program itself does not. Trained on the openly licensed (CC-BY) sets
ehri_en, stanford1905_en, ehri_de and tapuscorpus_fr, and on pages made from the truth of ehri_en
and ehri_de by `made_pages`. The sets for measuring only are never read here. Folds are by document.

FOLDER holds a second recognition of the same scans (`SET/PAGE.tsv`), made by `second_readings.py`.
"""

import argparse
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from made_pages import give_evidence, made_page, seen_evidence
from suspicion import evidence_of
from suspicion_pairs import Pair, give_readings, pairs_of

from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.features import Features
from corrector.suspicion.scoring import Model, Weights

TRAINED_ON = ("ehri_en", "stanford1905_en", "ehri_de", "tapuscorpus_fr")
KINDS = ("text", "confidence", "reading", "both")
FOLDS = 5
_PENALTY = 0.4
_MADE_WEIGHT = {"text": 0.2, "confidence": 0.4, "reading": 0.4, "both": 0.4}
"""Of a token of a made page, by kind of evidence; a token of a real one weighs 1."""
_TARGET = Path(__file__).resolve().parents[2] / "resources" / "suspicion" / "weights.json"


@dataclass
class Row:
    """One token for training."""

    features: Features
    wrong: bool
    weight: float
    document: str
    set_name: str


def fold_of(document: str) -> int:
    """Return the fold that a document belongs to, always the same."""
    return zlib.crc32(document.encode()) % FOLDS


@lru_cache(maxsize=8)
def checker_for(language: str) -> Checker:
    """Return a checker whose weights do not matter."""
    return Checker((language,), model=Model({kind: Weights(0.0, {}) for kind in KINDS}))


def _rows_of(pair: Pair, kind: str, set_name: str, weight: float) -> list[Row]:
    found = checker_for(pair.language).features(pair.text, evidence_of(pair, kind))
    return [
        Row(features, gold.wrong, weight, pair.document, set_name)
        for (_, features), gold in zip(found, pair.gold, strict=True)
        if gold.counted
    ]


def _made(pair: Pair, number: int) -> list[Pair]:
    true = "\n".join(line for line in pair.truth.split("\n") if line.strip())
    rates = (0.03, 0.08, 0.16)
    return [
        made_page(
            pair.name,
            pair.language,
            true,
            rates[(number + at) % 3],
            capitals=at < 2,
            seed=number + at,
        )
        for at in range(3)
    ]


def rows_for(kind: str, readings: Path | None) -> list[Row]:
    """Return all training tokens with the evidence of `kind`."""
    rows: list[Row] = []
    pairs = [(name, pair) for name in TRAINED_ON for pair in pairs_of(name)]
    if readings and kind in {"reading", "both"}:
        for name, pair in pairs:
            give_readings(pair, readings / name / f"{pair.name}.tsv")
    seen = seen_evidence([pair for name, pair in pairs if name.startswith("ehri")])
    for number, (name, pair) in enumerate(pairs):
        rows += _rows_of(pair, kind, name, 1.0)
        if name.startswith("ehri"):
            for made in _made(pair, number):
                give_evidence(made, seen, seed=number)
                rows += _rows_of(made, kind, "made", _MADE_WEIGHT[kind])
    return rows


def fitted(rows: Sequence[Row]) -> Weights:
    """Return the logistic regression of `rows` with a quadratic penalty, by Newton's method."""
    names = sorted({name for row in rows for name in row.features})
    place = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names) + 1))
    matrix[:, -1] = 1.0
    for at, row in enumerate(rows):
        for name, value in row.features.items():
            matrix[at, place[name]] = value
    wrong = np.array([row.wrong for row in rows], dtype=float)
    weight = np.array([row.weight for row in rows])
    penalty = np.full(len(names) + 1, _PENALTY)
    penalty[-1] = 0.0
    found = np.zeros(len(names) + 1)
    for _ in range(30):
        odds = 1 / (1 + np.exp(-np.clip(matrix @ found, -30, 30)))
        slope = matrix.T @ (weight * (odds - wrong)) + penalty * found
        bend = (matrix * (weight * odds * (1 - odds) + 1e-9)[:, None]).T @ matrix + np.diag(penalty)
        step = np.linalg.solve(bend + 1e-9 * np.eye(len(found)), slope)
        found -= step
        if np.abs(step).max() < 1e-5:
            break
    return Weights(
        round(float(found[-1]), 3), {name: round(float(found[place[name]]), 3) for name in names}
    )


def scores_out_of_fold(rows: Sequence[Row]) -> np.ndarray:
    """Return for each row the log-odds by a model that never saw its document."""
    scores = np.zeros(len(rows))
    for fold in range(FOLDS):
        model = fitted([row for row in rows if fold_of(row.document) != fold])
        for at, row in enumerate(rows):
            if fold_of(row.document) == fold:
                scores[at] = model.bias + model.sum_of(row.features)
    return 1 / (1 + np.exp(-scores))


def best_threshold(scores: np.ndarray, wrong: np.ndarray) -> tuple[float, float]:
    """Return the threshold with the best F1, and this F1."""
    best = (0.5, 0.0)
    for threshold in np.arange(0.1, 0.9, 0.02):
        shown = scores >= threshold
        found = 2 * (shown & wrong).sum() / max(shown.sum() + wrong.sum(), 1)
        best = max(best, (float(round(threshold, 2)), float(found)), key=lambda entry: entry[1])
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readings", type=Path)
    parser.add_argument("--write", action="store_true", help="write the weights file")
    chosen = parser.parse_args()
    models: dict[str, Weights] = {}
    for kind in KINDS if chosen.readings else KINDS[:2]:
        rows = rows_for(kind, chosen.readings)
        scores = scores_out_of_fold(rows)
        wrong = np.array([row.wrong for row in rows])
        for set_name in (*TRAINED_ON, "made"):
            chosen_rows = np.array([row.set_name == set_name for row in rows])
            if chosen_rows.any():
                threshold, best = best_threshold(scores[chosen_rows], wrong[chosen_rows])
                print(f"{kind:10} {set_name:16} best F1 {best:.3f} at {threshold:.2f}")
        print(f"{kind:10} {'all together':16} best at {best_threshold(scores, wrong)[0]:.2f}")
        models[kind] = fitted(rows)
    if chosen.write:
        write(models)


def write(models: dict[str, Weights]) -> None:
    """Write the weights file, readable and in a fixed order."""
    content = {
        "version": 1,
        "made_by": "tests/evaluation/train_suspicion.py",
        "trained_on": [
            *(f"{name} (CC-BY 4.0)" for name in TRAINED_ON),
            "pages made from the truth of ehri_en and ehri_de",
        ],
        "models": {
            kind: {"bias": model.bias, "weights": dict(model.by_feature)}
            for kind, model in models.items()
        },
    }
    _TARGET.parent.mkdir(parents=True, exist_ok=True)
    _TARGET.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
