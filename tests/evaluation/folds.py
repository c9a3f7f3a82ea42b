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
    weights, bias = table["weights"], table["bias"]
    assert isinstance(weights, dict)
    assert isinstance(bias, float)
    return Weights(bias, {**BY_HAND, **weights})


def table_of(model: Weights) -> Table:
    """Return `model` as the weights file has it."""
    return {"bias": model.bias, "weights": dict(model.by_feature)}
