"""Times as TEI and sorting want them."""

import re
from datetime import UTC, datetime
from typing import Final

_W3C: Final = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?)?")


def moment(time: str) -> datetime | None:
    """Return the time as a moment with zone, UTC where none is given; None if it is no time."""
    try:
        parsed = datetime.fromisoformat(time)
    except ValueError:
        return None
    return parsed if parsed.tzinfo is not None else parsed.replace(tzinfo=UTC)


def when(time: str) -> str | None:
    """Return `time` if TEI's `when` can hold it, else None."""
    return time if _W3C.fullmatch(time) and moment(time) is not None else None


def order(time: str) -> datetime:
    """Return what to sort by; what is no time comes first."""
    return moment(time) or datetime.min.replace(tzinfo=UTC)
