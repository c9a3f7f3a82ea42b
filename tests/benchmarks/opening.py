"""Measures opening a folder in the real window until its page list and its first page are shown.

python tests/benchmarks/opening.py [--pages 1000] [--runs 3]

Once without a record, so that all is read and kept, and then with the record that was made. The
floor is what cannot be saved: listing the folder, reading every text, decoding the first scan.
"""

import os
import shutil
import time
from pathlib import Path
from typing import Any

from folders import make_folder
from measuring import arguments, display, told, told_ratio, workshop
from PIL import Image


def floor_of(folder: Path) -> float:
    """Return the seconds for reading everything by the plainest means."""
    start = time.perf_counter()
    names = sorted(entry.path for entry in os.scandir(folder))
    for name in names:
        if name.endswith(".txt"):
            Path(name).read_bytes().decode()
    with Image.open(next(name for name in names if name.endswith(".jpg"))) as scan:
        scan.load()
    return time.perf_counter() - start


def opened(folder: Path, pages: int) -> float:
    """Return the seconds from the wish to open to the first page shown, in a window that is up."""
    from window import sit_down, wait

    seconds: list[float] = []

    def script(window: Any) -> None:
        wait(lambda: window.desk.work is not None and window.scan.state == "")
        start = time.perf_counter()
        window.opening.open(folder)
        wait(lambda: len(window.desk.pages) == pages and _shows_first(window))
        seconds.append(time.perf_counter() - start)

    sit_down(folder.parent / "waiting", script)
    return seconds[0]


def _shows_first(window: Any) -> bool:
    return (
        window.desk.work is not None
        and window.page_list.isEnabled()
        and window.editor.exact_text() != ""
        and window.scan._loader.shape is not None
        and window.desk.collection.root.name.startswith("letters")
    )


def measure(place: Path, pages: int, runs: int) -> None:
    make_folder(place / "waiting", 2, size=(310, 438))
    first, again, floors = [], [], []
    made = make_folder(place / "made", pages, size=(620, 877))
    for run in range(runs):
        folder = Path(shutil.copytree(made, place / f"letters_{run}"))
        floors.append(floor_of(folder))
        first.append(opened(folder, pages))
        again.append(opened(folder, pages))
    floor = told(f"floor: listing, {pages} texts, one scan", floors)
    told_ratio("opening the first time", told("opening the first time", first), floor)
    told_ratio("opening with a record", told("opening with a record", again), floor)


def main() -> None:
    wanted = arguments(__doc__, pages=1000, runs=3)
    with workshop() as place, display() as screen:
        print(f"screen: {screen}")
        measure(place, wanted.pages, wanted.runs)


if __name__ == "__main__":
    main()
