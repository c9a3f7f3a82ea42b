"""Measures going from page to page: from Ctrl+PageDown to the text shown and the scan painted.

python tests/benchmarks/switching.py [--pages 30]

Every page was looked at once before, so that its preview lies in the cache. The floor is a plain
draft decode of the same scan with Pillow to the size of the preview.
"""

import time
from pathlib import Path
from typing import Any

from folders import draw_scan, page_text
from measuring import arguments, display, told, told_ratio, workshop
from PIL import Image

A4_AT_300 = (2480, 3508)
PREVIEW = (2000, 2000)


def floor_of(scan: Path) -> float:
    """Return the seconds of the quickest decode that shows the whole scan."""
    start = time.perf_counter()
    with Image.open(scan) as image:
        image.draft(image.mode, PREVIEW)
        image.load()
    return time.perf_counter() - start


def turn_pages(window: Any, pages: int) -> list[float]:
    """Go once through all pages by key; return the seconds until each was painted."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from window import live, settled, wait

    seconds = []
    for number in range(2, pages + 1):
        start = time.perf_counter()
        QTest.keyClick(
            QApplication.focusWidget() or window,
            Qt.Key.Key_PageDown,
            Qt.KeyboardModifier.ControlModifier,
        )
        wait(lambda number=number: _shown(window, number))
        QApplication.processEvents()
        seconds.append(time.perf_counter() - start)
        wait(lambda number=number: settled(window, number))
        live(0.05)
    return seconds


def _shown(window: Any, number: int) -> bool:
    work = window.desk.work
    return (
        work is not None
        and work.number == number
        and window.editor.exact_text() == work.text
        and window.scan._loader.shape is not None
        and window.scan.viewport().updatesEnabled()
    )


def in_window(window: Any, pages: int, scans: list[Path]) -> None:
    from window import settled, wait

    wait(lambda: settled(window, 1))
    turn_pages(window, pages)
    window.desk.show(1)
    wait(lambda: settled(window, 1))
    seconds = turn_pages(window, pages)
    floor = told("Pillow draft decode", [floor_of(scan) for scan in scans])
    told_ratio("page switch", told("page switch, preview cached", seconds), floor)


def main() -> None:
    wanted = arguments(__doc__, pages=30)
    with workshop() as place, display() as screen:
        from window import sit_down

        print(f"screen: {screen}")
        folder = place / "letters"
        folder.mkdir()
        for number in range(wanted.pages):
            text = page_text(number, 350, 10)
            draw_scan(folder / f"letter_{number:03}.jpg", text, A4_AT_300)
            (folder / f"letter_{number:03}.txt").write_text(text, "utf-8")
        scans = sorted(folder.glob("*.jpg"))
        sit_down(folder, lambda window: in_window(window, wanted.pages, scans))


if __name__ == "__main__":
    main()
