"""Measures saving through the tasks, and opening and listing a large record.

python tests/benchmarks/saving.py [--words 1500] [--saves 60] [--pages 10000] [--versions 5]

record_speed.py measures the room of the record alone; here it is what the window waits for.
"""

import time
from pathlib import Path

from folders import page_text
from measuring import arguments, told, workshop
from record_speed import edited, fill

from corrector.record.entries import Draft, Person
from corrector.record.record import Record
from corrector.tasks.desk import keep_draft
from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.saving import Saving, save
from corrector.tasks.whereabouts import RECORD_NAME

ADA = Person("Ada Example")


def timed_saves(folder: Path, words: int, saves: int) -> None:
    """Save a page again and again with fifteen changed characters, and its draft as often."""
    folder.mkdir()
    text = page_text(1, words)
    (folder / "letter.txt").write_text(text, "utf-8")
    saving, drafting = [], []
    with open_for_work(folder, ADA.name) as collection:
        for number in range(saves):
            (page,) = collection.pages()
            text = edited(text, 15, number)
            start = time.perf_counter()
            keep_draft(collection, page.id, Draft(number, text, (), (), 0, ADA.name, ""))
            drafting.append(time.perf_counter() - start)
            start = time.perf_counter()
            save(collection, page, Saving(text=text, author=ADA, parent=number))
            saving.append(time.perf_counter() - start)
    told(f"writing a draft of {words} words", drafting)
    told(f"saving a version of {words} words", saving)


def timed_listing(folder: Path, pages: int, versions: int) -> None:
    """Open a record of many pages, to look at and to work on, and list its pages."""
    folder.mkdir()
    with Record.open(folder / RECORD_NAME, create=True) as record:
        fill(record, pages, versions)
    looking, working = [], []
    for _ in range(5):
        start = time.perf_counter()
        with look_at(folder) as collection:
            assert len(collection.pages()) == pages
            looking.append(time.perf_counter() - start)
        start = time.perf_counter()
        with open_for_work(folder, ADA.name) as collection:
            assert len(collection.pages()) == pages
            working.append(time.perf_counter() - start)
    count = f"{pages} pages and {pages * versions} versions"
    told(f"opening to look and listing {count}", looking)
    told(f"opening to work and listing {count}", working)


def main() -> None:
    wanted = arguments(__doc__, words=1500, saves=60, pages=10_000, versions=5)
    with workshop() as place:
        timed_saves(place / "small", wanted.words, wanted.saves)
        timed_listing(place / "large", wanted.pages, wanted.versions)


if __name__ == "__main__":
    main()
