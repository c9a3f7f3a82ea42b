"""Measures the export of many documents to TEI: time, and memory that must not grow with them.

python tests/benchmarks/exporting.py [--pages 1000] [--corrections 20] [--document 10]

The floor is the same number of pages read from the record without being written.
"""

import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from folders import page_text
from measuring import arguments

from corrector.record import pages, versions
from corrector.record.corrections import corrections_between
from corrector.record.entries import Origin, Person
from corrector.record.pages import NewPage
from corrector.record.record import Record
from corrector.record.versions import NewVersion
from corrector.tasks.clock import now
from corrector.tasks.exporting import Export, export_files
from corrector.tasks.material import material_of
from corrector.tasks.opening import look_at
from corrector.tasks.whereabouts import RECORD_NAME
from corrector.text.marks import Mark
from corrector.text.tokens import Span, tokenise

ADA = Person("Ada Example")
WORDS = 350


def corrected(text: str, count: int) -> str:
    """Return `text` with `count` of its words changed."""
    tokens = tokenise(text)
    step = max(1, len(tokens) // max(1, count))
    for token in tokens[::step][:count][::-1]:
        text = f"{text[: token.span.start]}{token.text[::-1]}x{text[token.span.end :]}"
    return text


def fill(record: Record, count: int, corrections: int, of_document: int) -> None:
    """Write `count` pages with a first version, a corrected one and a few marks."""
    with record.writing() as connection:
        document = 0
        for number in range(count):
            if number % of_document == 0:
                key = f"letter {number // of_document:05d}"
                document = pages.add_document(connection, key, key)
            page = pages.add_page(connection, NewPage(document, f"page {number:05d}"))
            text = page_text(number, WORDS)
            first = NewVersion(text, ADA, Origin.IMPORTED)
            versions.add_version(connection, page, first, now=now())
            better = corrected(text, corrections)
            marks = tuple(
                Mark("unclear", Span(at, at + 4), ADA.name, "2026-11-20", "", ())
                for at in range(0, len(better) - 4, 300)
            )
            second = NewVersion(
                better,
                ADA,
                Origin.TYPED,
                parent=0,
                marks=marks,
                corrections=corrections_between(text, better, ()),
            )
            versions.add_version(connection, page, second, now=now())


def peak() -> float:
    """Return the most memory that this process had so far, in MB (kilobytes on Linux)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(folder: Path, out: Path, of_document: int) -> None:
    """Export everything; print the times and how memory grew over the second half."""
    with look_at(folder) as collection:
        listed = collection.pages()
        groups = [listed[at : at + of_document] for at in range(0, len(listed), of_document)]
        floor = seconds(lambda: [material_of(collection, "x", group) for group in groups] and None)
        peaks: list[float] = []

        files = export_files(collection, listed, Export("tei"), out)
        taken = seconds(lambda: peaks.extend(peak() for _ in files))
    growth = peaks[-1] - peaks[len(peaks) // 2]
    print(f"exporting {len(listed)} pages in {len(peaks)} documents: {taken:.1f} s")
    print(f"exporting: ratio {taken / floor:.1f} to reading the record ({floor:.1f} s)")
    print(f"most memory: {peaks[-1]:.0f} MB, growth over the second half: {growth:.1f} MB")


def main() -> None:
    wanted = arguments(__doc__, pages=1000, corrections=20, document=10)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "collection"
        folder.mkdir()
        with Record.open(folder / RECORD_NAME, create=True) as record:
            fill(record, wanted.pages, wanted.corrections, wanted.document)
        measure(folder, Path(place) / "out", wanted.document)


if __name__ == "__main__":
    main()
