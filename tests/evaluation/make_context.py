"""Makes resources/suspicion/context_en.json: which small words stand beside which.

    python tests/evaluation/make_context.py

Counts neighbours in the docstrings of Python's own standard library (PSF licence), which every
interpreter brings along. Only closed-class words are named; all others are counted by their ending.
The numbers are decimal logarithms of how much more often two stand together than by chance.
"""

import ast
import json
import sysconfig
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import log10
from pathlib import Path

from corrector.suspicion.anatomy import anatomy_of
from corrector.suspicion.evidence.context import BREAK, class_of

_TARGET = Path(__file__).resolve().parents[2] / "resources" / "suspicion" / "context_en.json"
_CHANCE = 4.0
"""So many neighbours by chance are added to each count, which keeps rare pairs near zero."""
_LEAST = 0.15


def docstrings() -> Iterator[str]:
    """Yield all docstrings of the standard library."""
    for path in sorted(Path(sysconfig.get_path("stdlib")).rglob("*.py")):
        if "site-packages" in path.parts:
            continue
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except (SyntaxError, ValueError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                yield ast.get_docstring(node) or ""


def classes_of(text: str) -> Iterator[str]:
    """Yield the classes of the words of `text`, and breaks where marks stand."""
    for token in text.split():
        anatomy = anatomy_of(token)
        if anatomy.lead or not anatomy.core:
            yield BREAK
        if anatomy.core:
            yield class_of(anatomy.word)
        if anatomy.trail:
            yield BREAK


def main() -> None:
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for text in docstrings():
        classes = list(classes_of(text))
        single.update(classes)
        pairs.update(pairwise(classes))
    total = sum(single.values())
    table: dict[str, dict[str, float]] = {}
    for first in sorted(single):
        for second in sorted(single):
            expected = single[first] * single[second] / total
            value = log10((pairs[first, second] + _CHANCE) / (expected + _CHANCE))
            if abs(value) >= _LEAST:
                table.setdefault(first, {})[second] = round(value, 2)
    content = {
        "version": 1,
        "made_from": "docstrings of the Python standard library",
        "pairs": table,
    }
    _TARGET.write_text(json.dumps(content, ensure_ascii=False) + "\n", encoding="utf-8")
    print(total, "words,", sum(map(len, table.values())), "pairs")


if __name__ == "__main__":
    main()
