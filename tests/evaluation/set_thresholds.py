"""Sets the thresholds of new weights: where F1 is best by the scores that the checker itself gives.

    PYTHONPATH=. python tests/evaluation/set_thresholds.py --folds FILE --readings FOLDER
        --weights resources/suspicion/weights.json

FILE and the weights are those that `train_suspicion.py` wrote; it sets thresholds by its rows,
which lack what the checker sees of a page beside them (tokens that the truth says nothing of). Both
files are changed. Only the real pages that were trained on decide, by the weights of FILE that
never saw their documents; of thresholds .01 apart the one about which F1 is best on the mean.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from suspicion import Judged, judged
from suspicion_pairs import give_readings, pairs_of
from train_suspicion import KINDS, OTHER_LANGUAGES, TRAINED_ON, best_threshold


def tokens_of(kind: str, folds: Path, readings: Path, *, english: bool) -> Iterator[Judged]:
    """Yield the tokens of real pages, scored with the evidence of `kind`."""
    for name in TRAINED_ON:
        if (name in OTHER_LANGUAGES) is english:
            continue
        for pair in pairs_of(name):
            if kind in {"reading", "both"}:
                give_readings(pair, readings / name / f"{pair.name}.tsv")
            yield from judged(pair, kind, folds)[0]


def main() -> None:
    """Set the thresholds of the files that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    for name in ("folds", "readings", "weights"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    chosen = parser.parse_args()
    folds = json.loads(chosen.folds.read_text(encoding="utf-8"))
    weights = json.loads(chosen.weights.read_text(encoding="utf-8"))
    for kind in KINDS:
        for group, english in (("models", True), ("other_languages", False)):
            tokens = list(tokens_of(kind, chosen.folds, chosen.readings, english=english))
            scores = np.array([token.suspicion.score for token in tokens])
            threshold, best = best_threshold(scores, np.array([token.wrong for token in tokens]))
            print(f"{group:16} {kind:11} {threshold:.2f}  best F1 {best:.3f}", flush=True)
            for models in (weights, *folds):
                models[group][kind]["threshold"] = threshold
    chosen.weights.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    chosen.folds.write_text(json.dumps(folds), encoding="utf-8")


if __name__ == "__main__":
    main()
