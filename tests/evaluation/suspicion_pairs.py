"""Pairs of recognised and right text from the shared samples, aligned token by token."""

import csv
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from token_alignment import Torn, aligned, aligned_and_torn, plain
from true_lines import TrueLine, homes_of

from corrector.linking.align import align
from corrector.ocr.words import EngineDescription, Reading, Word
from corrector.scans.geometry import Box
from corrector.tasks.witness import LEAST_LIKENESS
from corrector.text.tokens import Span, tokenise

__all__ = [
    "SETS",
    "SHARED",
    "Gold",
    "Pair",
    "Torn",
    "aligned",
    "give_readings",
    "pair_of_files",
    "pairs_of",
    "plain",
]

SHARED = Path(
    os.environ.get("CORRECTOR_SHARED", Path(__file__).resolve().parents[2].parent / "shared")
)
LANGUAGES = {"ehri_de": "de", "tapuscorpus_fr": "fr"}
SETS = (
    "ehri_en",
    "stanford1905_en",
    "ehri_de",
    "tapuscorpus_fr",
    "text_overproof",
    "text_icdar2017",
    "text_icdar2017_en",
)
PARTIAL = ("EHRI-DR-19390125-US_01", "EHRI-DR-19390519-US_01", "EHRI-BF-19380718_EN_01")
"""Their human truth leaves out parts (see SOURCE.md): only what lies in its lines counts."""

_UNDERLINED = re.compile(r"(?<!\S)_(?=\w)|\^|~~~")
"""The French truth marks underlined words, raised letters and handwriting so."""

_LIGATURE = re.compile("[ﬀ-ﬆ]")
_HYPHENS = ("-", "‐", "¬")


@dataclass
class Gold:
    """What one token really is.

    Where it has no reading of its own `right` is None, and `torn` tells the whole if it is known.
    """

    span: Span
    wrong: bool
    right: str | None
    counted: bool = True
    torn: Torn | None = None


@dataclass
class Pair:
    """A recognised text with the truth for each of its tokens."""

    name: str
    language: str
    text: str
    gold: list[Gold]
    truth: str = ""
    confidences: dict[Span, float] = field(default_factory=dict)
    readings: dict[Span, str] = field(default_factory=dict)
    sureness: dict[Span, float] = field(default_factory=dict)

    @property
    def document(self) -> str:
        """The name of the document that the page belongs to; splits never cut it."""
        return self.name.rsplit("_", 1)[0]


def pairs_of(name: str) -> Iterator[Pair]:
    """Yield the pairs of the set `name`."""
    folder = SHARED / "samples" / name
    if name == "text_overproof":
        yield from _overproof(folder)
    elif name.startswith("text_icdar2017"):
        english = name.endswith("_en")
        found = _icdar(folder.with_name("text_icdar2017"))
        yield from (pair for pair in found if pair.language == "en" or not english)
    else:
        yield from pairs_in(folder, LANGUAGES.get(name, "en"))


def pairs_in(folder: Path, language: str) -> Iterator[Pair]:
    """Yield the pairs of a folder of scans with their truth and their recognition."""
    for table in sorted((folder / "ocr").glob("*.tsv")):
        yield _scanned(folder, table, language)


def _scanned(folder: Path, table: Path, language: str) -> Pair:
    page = table.stem
    lines = _truth_lines(folder, page)
    rows = list(
        csv.DictReader(table.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    )
    words = [row for row in rows if row["level"] == "5" and (row["text"] or "").strip()]
    text = table.with_suffix(".txt").read_text(encoding="utf-8").rstrip("\f\n ")
    tokens = tokenise(text)
    if [token.text for token in tokens] != [word["text"].strip() for word in words]:
        text = _text_of(words)
        tokens = tokenise(text)
    confidences = {
        token.span: float(word["conf"]) / 100 for token, word in zip(tokens, words, strict=True)
    }
    homes = homes_of(words, lines)
    gold = _gold_by_line(
        [token.span for token in tokens], text, homes, [line.text for line in lines]
    )
    if page in PARTIAL:
        for entry, home in zip(gold, homes, strict=True):
            entry.counted = home is not None
    truth = "\n".join(line.text for line in lines)
    return Pair(page, language, text, gold, truth, confidences)


def _text_of(words: list[dict[str, str]]) -> str:
    lines: dict[tuple[str, ...], list[str]] = {}
    for word in words:
        key = (word["block_num"], word["par_num"], word["line_num"])
        lines.setdefault(key, []).append(word["text"].strip().replace(" ", ""))
    return "\n".join(" ".join(line) for line in lines.values())


def _truth_lines(folder: Path, page: str) -> list[TrueLine]:
    table = folder / f"{page}.gt.lines.tsv"
    rows = list(
        csv.DictReader(table.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    )
    texts = [_UNDERLINED.sub("", row["text"]) for row in rows]
    mended = folder / f"{page}.gtc.txt"
    if mended.exists():
        lines = [line for line in mended.read_text(encoding="utf-8").split("\n") if line.strip()]
        if len(lines) == len([text for text in texts if text.strip()]):
            following = iter(lines)
            texts = [next(following) if text.strip() else text for text in texts]
    return [
        TrueLine(float(row["x"]), float(row["y"]), float(row["w"]), float(row["h"]), text)
        for row, text in zip(rows, texts, strict=True)
    ]


def _gold_by_line(
    spans: list[Span], text: str, homes: list[int | None], truths: list[str]
) -> list[Gold]:
    members: dict[int, list[int]] = {}
    for at, home in enumerate(homes):
        if home is not None:
            members.setdefault(home, []).append(at)
    gold: list[Gold] = [Gold(span, True, "") for span in spans]
    for home, positions in members.items():
        read = " ".join(spans[at].of(text) for at in positions)
        judged = aligned_and_torn(read, truths[home])
        for at, (judgement, torn) in zip(positions, judged, strict=True):
            gold[at] = Gold(spans[at], *judgement, torn=torn)
    return gold


def _overproof(folder: Path) -> Iterator[Pair]:
    name, lines = "", []
    for line in (folder / "dataset2_dev.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("*$*OVERPROOF*$*"):
            if lines:
                yield _of_lines(name, "en", lines)
            name, lines = f"overproof-{line.split()[1]}_1", []
        elif line.count("||@@||") >= 1:
            read, true = line.split("||@@||")[:2]
            lines.append((read.strip(), true.strip()))
    if lines:
        yield _of_lines(name, "en", lines)


def pair_of_files(read: Path, true: Path, language: str) -> Pair:
    """Return the pair of two text files, of which the second one is right."""
    text, truth = read.read_text(encoding="utf-8"), true.read_text(encoding="utf-8")
    spans = [token.span for token in tokenise(text)]
    judged = zip(spans, aligned_and_torn(text, truth), strict=True)
    gold = [Gold(span, *entry, torn=torn) for span, (entry, torn) in judged]
    return Pair(f"{read.stem}_1", language, text, gold)


def _of_lines(name: str, language: str, lines: list[tuple[str, str]]) -> Pair:
    text = "\n".join(read for read, _ in lines)
    judged = [entry for read, true in lines for entry in aligned_and_torn(read, true)]
    spans = [token.span for token in tokenise(text)]
    pairs = zip(spans, judged, strict=True)
    gold = [Gold(span, *entry, torn=torn) for span, (entry, torn) in pairs]
    return Pair(name, language, text, gold)


def _icdar(folder: Path) -> Iterator[Pair]:
    for path in sorted(folder.rglob("*.txt")):
        rows = [
            line.split("] ", 1)[-1].lstrip() if at == 0 else line[line.find("]") + 2 :]
            for at, line in enumerate(path.read_text(encoding="utf-8").splitlines()[:3])
        ]
        if len(rows) == 3:
            language = "fr" if path.parent.name.startswith("fr") else "en"
            yield pair_of_columns(f"{path.parent.name}-{path.stem}_1", language, rows[1], rows[2])


def pair_of_columns(name: str, language: str, read: str, true: str) -> Pair:
    """Return the pair of two columns, letter by letter (@ = gap, # = not counted).

    Tokens are compared between blanks that stand in both. Ligatures of the truth are no errors;
    a word whose hyphen at a line end was lost is torn: the lines themselves are not given.
    """
    text = read.replace("@", "")
    gold: list[Gold] = []
    start = column = 0
    for end in [*_shared_blanks(read, true), len(read)]:
        own, truth = read[column:end].replace("@", ""), true[column:end].replace("@", "")
        counted = "#" not in truth and column < len(true)
        judged = aligned_and_torn(own, _LIGATURE.sub(_spelt, truth))
        for token, (judgement, torn) in zip(tokenise(own), judged, strict=True):
            span = Span(start + token.span.start, start + token.span.end)
            gold.append(Gold(span, *judgement, counted, torn))
        start, column = start + len(own), end
    _judge_torn_words(gold, text)
    return Pair(name, language, text, gold)


def _judge_torn_words(gold: list[Gold], text: str) -> None:
    """Judge both halves of a word wrong that should have a hyphen between them and has none."""
    for first, second in pairwise(gold):
        half, rest = first.right or "", second.right or ""
        lost = half[-1:] in _HYPHENS and not first.span.of(text).endswith(_HYPHENS)
        if lost and rest[:1].islower() and second.span.start == first.span.end + 1:
            first.wrong = second.wrong = True
            first.right = second.right = None


def _spelt(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])


def _shared_blanks(read: str, true: str) -> Iterator[int]:
    """Yield the columns where both texts have a blank."""
    return (at for at, pair in enumerate(zip(read, true, strict=False)) if pair == (" ", " "))


def give_readings(pair: Pair, table: Path) -> None:
    """Tie `pair` to the recognition in `table` as the program does, where there is one."""
    if not table.exists():
        return
    rows = list(
        csv.DictReader(table.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    )
    found = [row for row in rows if row["level"] == "5" and (row["text"] or "").strip()]
    words = tuple(_word(row) for row in found)
    reading = Reading("", words, 0, 0, EngineDescription("tesseract", "", ()))
    for link in align(pair.text, reading):
        linked = [words[index] for index in link.words]
        text = "".join(word.text for word in linked)
        same = text == link.span.of(pair.text)
        if not linked:
            pair.readings[link.span] = ""
        elif same or link.confidence >= LEAST_LIKENESS:
            pair.readings[link.span] = text if same else " ".join(word.text for word in linked)
            pair.sureness[link.span] = min(word.confidence or 0.0 for word in linked)


def _word(row: dict[str, str]) -> Word:
    box = Box(*(int(row[name]) for name in ("left", "top", "width", "height")))
    text = row["text"].strip()
    line = int(row["block_num"]) * 10_000 + int(row["par_num"]) * 100 + int(row["line_num"])
    return Word(
        text, Span(0, len(text)), box, float(row["conf"]) / 100, int(row["block_num"]), line
    )
