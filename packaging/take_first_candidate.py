"""Prints a text with its strongest suspicion mended by the first candidate, for the demonstration.

Reads what ``corrector check FILE --json`` printed from standard input.
"""

import json
import sys
from pathlib import Path


def main() -> int:
    """Mend the one place and print the whole text."""
    text = Path(sys.argv[1]).read_text("utf-8")
    found = json.loads(sys.stdin.readline())["suspicions"]
    usable = [one for one in found if one["suggestions"] and one["suggestions"][0]["text"]]
    worst = max(usable, key=lambda one: float(one["score"]))
    mended = worst["suggestions"][0]["text"]
    sys.stdout.write(text[: worst["start"]] + mended + text[worst["end"] :])
    print(f"{worst['text']} -> {mended}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
