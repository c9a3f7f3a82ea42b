"""The type of what a signal says in numbers: named features, absent ones being zero."""

Features = dict[str, float]


def between(value: float, low: float, high: float) -> float:
    """Return where `value` lies between `low` (0) and `high` (1), cut off at both."""
    share = (value - low) / (high - low)
    if share < 0.0:
        return 0.0
    return min(share, 1.0)
