"""Measures the record: saving a version, writing a draft, opening and listing a large collection.

python tests/benchmarks/record_speed.py FOLDER [PAGES VERSIONS_PER_PAGE]
"""

import random
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from corrector.record import drafts, pages, versions
from corrector.record.corrections import corrections_between
from corrector.record.entries import Draft, Origin, Person
from corrector.record.integrity import verify
from corrector.record.record import Record
from corrector.record.saving import save_version
from corrector.record.version_rows import write_versions
from corrector.record.versions import NewVersion

ADA = Person("Ada Example")
WORDS = 1_500
NOW = datetime.now(UTC)


def page_text(seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - no secret
    letters = "etaoinshrdlucm"
    words = ("".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(WORDS))
    return "".join(word + ("\n" if not at % 12 else " ") for at, word in enumerate(words))


def edited(text: str, changes: int, seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - no secret
    signs = list(text)
    for _ in range(changes):
        signs[chance.randrange(len(signs))] = chance.choice("etaoin")
    return "".join(signs)


def told(name: str, seconds: list[float]) -> None:
    cuts = quantiles(seconds, n=20)
    print(f"{name}: median {median(seconds) * 1000:.1f} ms, p95 {cuts[18] * 1000:.1f} ms")


def timed_saves(record: Record, page: int, count: int) -> None:
    text, whole, computing = page_text(1), [], []
    save_version(record, page, NewVersion(text, ADA, Origin.IMPORTED), now=NOW)
    for number in range(count):
        after = edited(text, 15, number)
        start = time.perf_counter()
        found = corrections_between(text, after)
        computing.append(time.perf_counter() - start)
        new = NewVersion(after, ADA, Origin.TYPED, number, corrections=found)
        save_version(record, page, new, now=NOW)
        whole.append(time.perf_counter() - start)
        text = after
    told(f"corrections of a {WORDS}-word page", computing)
    told("saving that version, corrections and reading back included", whole)


def timed_drafts(record: Record, page: int, count: int) -> None:
    text, seconds = page_text(2), []
    for number in range(count):
        start = time.perf_counter()
        with record.writing() as connection:
            draft = Draft(0, text + str(number), (), (), 0, "Ada", "")
            drafts.put_draft(connection, page, draft)
        seconds.append(time.perf_counter() - start)
    told("writing a draft", seconds)


def fill(record: Record, count: int, each: int) -> None:
    with record.writing() as connection:
        document = pages.add_document(connection, "d", "D")
        new = [pages.NewPage(document, f"p{number}") for number in range(count)]
        ids = pages.add_pages(connection, new)
        text = page_text(3)[:3000]
        first = [(page, NewVersion(text, ADA, Origin.IMPORTED)) for page in ids]
        versions.add_first_versions(connection, first, now=NOW)
        for page in ids:
            parent = versions.latest(connection, page)
            assert parent is not None
            for number in range(1, each):
                after = text[: number * 100] + "x" + text[number * 100 :]
                found = corrections_between(parent.text, after) if page == ids[0] else ()
                step = NewVersion(after, ADA, Origin.TYPED, number - 1, corrections=found)
                version = versions._completed(step, parent, "key", "")
                write_versions(connection, [(page, version)])
                parent = version


def timed_listing(path: Path) -> None:
    opening, listing = [], []
    for _ in range(10):
        start = time.perf_counter()
        with Record.open(path, create=False) as record:
            with record.reading() as connection:
                opening.append(time.perf_counter() - start)
                found = pages.list_pages(connection)
            listing.append(time.perf_counter() - start)
    total = sum(page.versions for page in found)
    told(f"opening a record of {len(found)} pages and {total} versions", opening)
    told("opening and listing it", listing)


def main() -> None:
    folder = Path(sys.argv[1])
    count, each = (int(value) for value in sys.argv[2:4] or (10_000, 5))
    with Record.open(folder / "small.corrector", create=True) as record:
        with record.writing() as connection:
            document = pages.add_document(connection, "d", "D")
            page = pages.add_page(connection, pages.NewPage(document, "p"))
        timed_saves(record, page, 200)
        timed_drafts(record, page, 300)
        start = time.perf_counter()
        assert verify(record, folder) == ()
        print(f"verifying 201 versions: {time.perf_counter() - start:.2f} s")
    with Record.open(folder / "large.corrector", create=True) as record:
        start = time.perf_counter()
        fill(record, count, each)
        print(f"filling: {time.perf_counter() - start:.1f} s")
    timed_listing(folder / "large.corrector")


if __name__ == "__main__":
    main()
