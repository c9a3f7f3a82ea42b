"""Reads what the command line says, line by line."""

import json
from typing import Any


def lines(text: str) -> list[dict[str, Any]]:
    """Return the objects of standard output; anything else on it is a failure."""
    return [json.loads(line) for line in text.splitlines()]
