"""What the command line prints: results on standard output, everything else on standard error."""

import json
import sys
from collections.abc import Mapping


def print_json(value: Mapping[str, object]) -> None:
    """Print one JSON object as one line of standard output."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def print_line(text: str = "") -> None:
    """Print a line of the result for a person."""
    print(text, flush=True)


def remark(text: object) -> None:
    """Say something that is not the result: progress, notices, errors."""
    print(text, file=sys.stderr, flush=True)


def write_bytes(data: bytes) -> None:
    """Write `data` to standard output exactly as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
