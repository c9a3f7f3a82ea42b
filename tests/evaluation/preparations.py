"""Measures what preparing scans brings: error rates of default Tesseract and of `auto`.

    PYTHONPATH=. python tests/evaluation/preparations.py [--cache FOLDER] [--sets ehri_de,...]

The error rate is that of the characters inside the true line boxes (`gt.lines.tsv`), mean over
the pages of a set. Time is processor time, so that other work on the machine does not count.
With a cache nothing is read twice; it holds the words and the time that they took.
"""

import argparse
import csv
import hashlib
import json
import re
import resource
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import astuple, dataclass, field
from pathlib import Path
from statistics import fmean, median

from rapidfuzz.distance import Levenshtein
from suspicion_pairs import SHARED

from corrector.ocr.layout import FoundWord
from corrector.ocr.pictures import Picture
from corrector.ocr.preparations import Preparation
from corrector.ocr.prepared import PreparedEngine
from corrector.ocr.tesseract import TesseractEngine
from corrector.ocr.words import EngineDescription, Reading, Word
from corrector.scans.geometry import Box
from corrector.scans.listing import ScanSource
from corrector.tasks.engines import known_in

SETS = {
    "ehri_en": "eng",
    "stanford1905_en": "eng",
    "ehri_de": "deu",
    "tapuscorpus_fr": "fra",
    "ocrd_gt_de": "deu",
    "factful": "eng",
}
LIMIT = 600.0
_SAME = str.maketrans("ſꝛ’‘“”„—–", 'sr\'\'"""--')
_BESIDE = 30
"""Pixels that a word may stand beside the true box of its line."""


@dataclass(frozen=True)
class Line:
    """A true line: its box, its text, and the points of its baseline."""

    box: Box
    text: str
    baseline: tuple[tuple[float, float], ...]

    def holds(self, x: float) -> bool:
        return self.box.x - _BESIDE <= x <= self.box.right + _BESIDE

    def baseline_at(self, x: float) -> float:
        if len(self.baseline) < 2:
            return self.box.y + 0.8 * self.box.height
        for (left, high), (right, low) in zip(self.baseline, self.baseline[1:], strict=False):
            if x <= right:
                return high + (low - high) * max(x - left, 0) / max(right - left, 1)
        return self.baseline[-1][1]


@dataclass
class Cached:
    """Tesseract with a memory; counts the processor time that its readings take."""

    folder: Path | None
    reader: TesseractEngine = field(default_factory=TesseractEngine)
    seconds: float = 0.0

    def read(
        self,
        picture: Picture,
        languages: tuple[str, ...],
        preparation: Preparation,
        *,
        time_limit: float,
    ) -> tuple[FoundWord, ...]:
        entry = self._entry(picture, languages, preparation)
        if entry is not None and entry.exists():
            seconds, rows = json.loads(entry.read_text("utf-8"))
            self.seconds += seconds
            return tuple(FoundWord(row[0], Box(*row[1]), *row[2:]) for row in rows)
        start = children_seconds()
        found = self.reader.read(picture, languages, preparation, time_limit=time_limit)
        took = children_seconds() - start
        self.seconds += took
        if entry is not None:
            entry.write_text(json.dumps([took, [astuple(word) for word in found]]), "utf-8")
        return found

    def installed_languages(self) -> tuple[str, ...]:
        return self.reader.installed_languages()

    def describe(self, languages: tuple[str, ...]) -> EngineDescription:
        return self.reader.describe(languages)

    def _entry(
        self, picture: Picture, languages: tuple[str, ...], preparation: Preparation
    ) -> Path | None:
        if self.folder is None:
            return None
        self.folder.mkdir(parents=True, exist_ok=True)
        pixels = picture.image.tobytes() if picture.image else picture.source.path.read_bytes()
        how = (languages, preparation.segmentation, preparation.thresholding, picture.resolution)
        return self.folder / f"{hashlib.sha256(pixels + repr(how).encode()).hexdigest()[:24]}.json"


def children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def lines_of(table: Path) -> list[Line]:
    rows = csv.DictReader(table.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [
        Line(
            Box(*(int(float(row[side])) for side in ("x", "y", "w", "h"))),
            plain(row["text"]),
            tuple((float(x), float(y)) for x, y in re.findall(r"(\S+),(\S+)", row["baseline"])),
        )
        for row in rows
        if row["text"].strip() and row["x"]
    ]


def plain(text: str) -> str:
    return " ".join(text.translate(_SAME).split())


def error_rate(lines: Sequence[Line], words: Sequence[Word]) -> float:
    """Return the error rate by the kindest way to say which word belongs to which line.

    Lines of a typed page slope and lie close, so that no single way is right for all pages.
    """
    total = sum(len(line.text) for line in lines)
    found = [by_baseline(lines, words), by_middle(lines, words)]
    errors = [
        sum(
            Levenshtein.distance(line.text, plain(" ".join(one.text for one in here)))
            for line, here in zip(lines, place, strict=True)
        )
        for place in found
    ]
    inside = {word for here in found[1] for word in here}
    run = plain(" ".join(word.text for word in words if word in inside))
    errors.append(Levenshtein.distance(plain(" ".join(line.text for line in lines)), run))
    return min(errors) / max(total, 1)


def by_middle(lines: Sequence[Line], words: Sequence[Word]) -> list[list[Word]]:
    """Give each word to the line whose middle is nearest to its own."""
    place: list[list[Word]] = [[] for _ in lines]
    for word in words:
        x, y = word.box.x + word.box.width / 2, word.box.y + word.box.height / 2
        near = [
            (abs(y - line.box.y - line.box.height / 2) / line.box.height, at)
            for at, line in enumerate(lines)
            if line.holds(x) and line.box.height
        ]
        if near and min(near)[0] < 1:
            place[min(near)[1]].append(word)
    return [sorted(here, key=lambda word: word.box.x) for here in place]


def by_baseline(lines: Sequence[Line], words: Sequence[Word]) -> list[list[Word]]:
    """Give the words of a read line to the line whose baseline they stand on."""
    place: list[list[Word]] = [[] for _ in lines]
    tall = median(line.box.height for line in lines)
    read: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        read[word.line].append(word)
    for together in read.values():
        away = {
            at: median(abs(word.box.bottom - line.baseline_at(_middle(word))) for word in here)
            for at, line in enumerate(lines)
            if (here := [word for word in together if line.holds(_middle(word))])
        }
        for word in together:
            near = [
                (distance, at)
                for at, distance in away.items()
                if lines[at].holds(_middle(word)) and distance < 0.6 * tall
            ]
            if near:
                place[min(near)[1]].append(word)
    return [sorted(here, key=lambda word: word.box.x) for here in place]


def _middle(word: Word) -> float:
    return word.box.x + word.box.width / 2


def measured(scan: Path, language: str, preparation: str, reader: Cached) -> tuple[Reading, float]:
    """Return the reading of a scan and the seconds of processor time it takes."""
    reader.seconds, start = 0.0, time.process_time()
    engine = PreparedEngine(reader, known_in(language), preparation)
    reading = engine.recognise(ScanSource(scan), (language,), time_limit=LIMIT)
    return reading, time.process_time() - start + reader.seconds


def main() -> None:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--cache", type=Path)
    wanted.add_argument("--sets", default=",".join(SETS))
    wanted.add_argument("--preparation", default="auto")
    options = wanted.parse_args()
    reader = Cached(options.cache)
    known_in("eng")("load")
    spent = [0.0, 0.0]
    for name in options.sets.split(","):
        rates: list[tuple[float, float]] = []
        for scan in sorted((SHARED / "samples" / name).iterdir()):
            if scan.suffix not in {".jpg", ".png", ".tif"}:
                continue
            plainly, first = measured(scan, SETS[name], "none", reader)
            prepared, second = measured(scan, SETS[name], options.preparation, reader)
            spent = [spent[0] + first, spent[1] + second]
            table = scan.parent / f"{scan.stem}.gt.lines.tsv"
            told = prepared.engine.parameters
            rate = (-1.0, -1.0)
            if table.exists():
                lines = lines_of(table)
                rate = (error_rate(lines, plainly.words), error_rate(lines, prepared.words))
                rates.append(rate)
            print(
                f"{name} {scan.stem[-28:]:28} {rate[0]:.4f} -> {rate[1]:.4f}  "
                f"{told.get('preparation', 'none')} ({told.get('tried', '')})",
                flush=True,
            )
        if rates:
            before, after = (fmean(one) for one in zip(*rates, strict=True))
            change = (after - before) / before
            print(f"{name.upper()}: {before:.4f} -> {after:.4f} ({change:+.1%})", flush=True)
    print(f"time: {spent[0]:.0f} -> {spent[1]:.0f} s, ratio {spent[1] / spent[0]:.2f}")


if __name__ == "__main__":
    main()
