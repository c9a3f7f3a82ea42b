"""Moments as the record writes them: ISO 8601 with milliseconds and zone."""

from datetime import datetime


def stamp(now: datetime) -> str:
    """Return `now` as the record writes it.

    Raises:
        ValueError: if `now` has no zone; a moment without one is ambiguous for ever.
    """
    if now.tzinfo is None:
        raise ValueError("a moment in the record needs its time zone")
    return now.isoformat(timespec="milliseconds")
