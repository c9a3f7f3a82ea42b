"""Splits documents into folds, and reads and writes weights as the weights file has them."""

import zlib
from collections.abc import Mapping

from corrector.suspicion.scoring import BY_HAND, Weights

FOLDS = 5
Table = dict[str, object]


def fold_of(document: str) -> int:
    """Return the fold that a document belongs to, always the same."""
    return zlib.crc32(document.encode()) % FOLDS


def model_of(table: Mapping[str, object]) -> Weights:
    """Return the weights that `table` has."""
    weights, bias, threshold = table["weights"], table["bias"], table["threshold"]
    assert isinstance(weights, dict)
    assert isinstance(bias, float)
    assert isinstance(threshold, float)
    return Weights(bias, {**weights, **BY_HAND}, threshold)


def table_of(model: Weights, threshold: float) -> Table:
    """Return `model` as the weights file has it, with the threshold that is best for it."""
    learned = {name: one for name, one in model.by_feature.items() if name not in BY_HAND}
    return {"bias": model.bias, "threshold": threshold, "weights": learned}
