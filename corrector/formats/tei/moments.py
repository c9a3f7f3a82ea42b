"""Times as TEI and sorting want them."""

import re
from datetime import UTC, datetime
from typing import Final

_W3C: Final = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?)?")
_PARTIAL: Final = re.compile(r"(?!0000)\d{4}(-(0[1-9]|1[0-2]))?", re.ASCII)
"""A year, or a month of one."""


def moment(time: str) -> datetime | None:
    """Return the time as a moment with zone, UTC where none is given; None if it is no time."""
    try:
        parsed = datetime.fromisoformat(time)
    except ValueError:
        return None
    return parsed if parsed.tzinfo is not None else parsed.replace(tzinfo=UTC)


def when(time: str) -> str | None:
    """Return `time` if TEI's `when` can hold it, else None."""
    whole = _W3C.fullmatch(time) and moment(time) is not None
    return time if whole or _PARTIAL.fullmatch(time) else None


def order(time: str) -> datetime:
    """Return what to sort by; what is no time comes first."""
    return moment(time) or datetime.min.replace(tzinfo=UTC)
