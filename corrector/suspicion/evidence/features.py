"""The type of what a signal says in numbers: named features, absent ones being zero."""

Features = dict[str, float]


def between(value: float, low: float, high: float) -> float:
    """Return where `value` lies between `low` (0) and `high` (1), cut off at both."""
    if value <= low:
        return 0.0
    return 1.0 if value >= high else (value - low) / (high - low)
