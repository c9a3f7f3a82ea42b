"""Measures typing and scrolling in the line view against the ordinary view of the same window.

python tests/benchmarks/line_view.py [--words 600] [--misread 60] [--keys 100]

A key press is timed from the key to everything painted; a stall is a gap between the beats of a
timer of one millisecond, while the page is scrolled from its top to its end line by line.
"""

import time
from pathlib import Path
from typing import Any

from folders import draw_scan, page_text
from key_presses import press_keys, told_keys
from measuring import arguments, display, told_ratio, workshop


def scroll(window: Any) -> float:
    """Scroll through the page line by line; return the longest stall in seconds."""
    from window import Heart, live

    bar = window.editor.verticalScrollBar()
    bar.setValue(0)
    live(0.5)
    heart = Heart()
    for value in range(bar.maximum() + 1):
        bar.setValue(value)
        live(0.02)
    return heart.stop()


def in_window(window: Any, keys: int) -> None:
    from window import live, settled, wait

    wait(lambda: settled(window, 1))
    wait(lambda: window.link.links)
    print(f"page of {window.editor.blockCount()} lines")
    floor = told_keys("key press in the ordinary view", press_keys(window.editor, keys))
    print(f"scrolling in the ordinary view: longest stall {scroll(window) * 1000:.1f} ms")
    start = time.perf_counter()
    window.actions_by_name["line-view"].trigger()
    live(0.001)
    print(f"line view on after {(time.perf_counter() - start) * 1000:.1f} ms")
    live(1.0)
    ours = told_keys("key press in the line view", press_keys(window.editor, keys))
    told_ratio("key press", ours, floor)
    print(f"scrolling in the line view: longest stall {scroll(window) * 1000:.1f} ms")


def measure(folder: Path, wanted: Any) -> None:
    from window import sit_down

    folder.mkdir()
    text = page_text(1, wanted.words, wanted.misread)
    draw_scan(folder / "letter.jpg", text)
    (folder / "letter.txt").write_text(text, "utf-8")
    sit_down(folder, lambda window: in_window(window, wanted.keys))


def main() -> None:
    wanted = arguments(__doc__, words=600, misread=60, keys=100)
    with workshop() as place, display() as screen:
        print(f"screen: {screen}")
        measure(place / "letters", wanted)


if __name__ == "__main__":
    main()
