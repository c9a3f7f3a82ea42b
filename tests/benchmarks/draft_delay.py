"""Measures what keeping the typing costs a key: its line in the journal, and a draft meanwhile.

python tests/benchmarks/draft_delay.py [--words 1500] [--keys 200]

Keys come every 60 ms, so that no check begins. Before every second key a draft is handed over to
be written, and the key is pressed at once: what it takes longer than the keys in between, together
with the handing over, is the delay. The journal's part of a key is timed inside it.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from folders import draw_scan, page_text
from measuring import arguments, display, percentile, told, workshop

_BETWEEN_KEYS = 0.06


def pressed(editor: Any, before: Any) -> float:
    """Do something and press a key at once; return the seconds until everything is painted."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    start = time.perf_counter()
    before()
    QTest.keyClick(editor, "x")
    QApplication.processEvents()
    return time.perf_counter() - start


class Probe:
    """Times the calls of a function, without what another function takes inside them.

    The time of the clock holds whatever other threads and programs take meanwhile; the time of the
    processor only what the function itself does.
    """

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.processor: list[float] = []
        self._inside = self._inside_processor = 0.0

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return `function`, timed."""

        def timed(*given: Any) -> None:
            self._inside = self._inside_processor = 0.0
            start, begun = time.perf_counter(), time.thread_time()
            function(*given)
            self.processor.append(time.thread_time() - begun - self._inside_processor)
            self.seconds.append(time.perf_counter() - start - self._inside)

        return timed

    def without(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return `function`, whose time is not counted."""

        def left_out(*given: Any) -> None:
            start, begun = time.perf_counter(), time.thread_time()
            function(*given)
            self._inside += time.perf_counter() - start
            self._inside_processor += time.thread_time() - begun

        return left_out


def watch_journal(journal: Any) -> tuple[Probe, Probe]:
    """Time what the journal adds to a key, and of that its calls of the system."""
    from corrector.gui.page_work import PageWork
    from corrector.tasks.typing_journal import TypingJournal

    whole, lines = Probe(), Probe()
    PageWork.follow = whole.without(PageWork.follow)  # type: ignore[method-assign]
    journal.follow = whole.around(journal.follow)
    TypingJournal._append = lines.around(TypingJournal._append)  # type: ignore[method-assign]
    return whole, lines


def press_keys(window: Any, keys: int) -> tuple[list[float], list[float]]:
    """Return the seconds of keys pressed alone, and of keys pressed while a draft is written."""
    from window import live

    editor = window.editor
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() // 2)
    editor.setTextCursor(cursor)
    editor.setFocus()
    live(0.5)
    alone, meanwhile = [], []
    for _ in range(keys // 2):
        alone.append(pressed(editor, lambda: None))
        live(_BETWEEN_KEYS)
        meanwhile.append(pressed(editor, window.desk.drafting.put))
        live(_BETWEEN_KEYS)
    return alone, meanwhile


def in_window(window: Any, keys: int) -> None:
    from window import settled, wait

    wait(lambda: settled(window, 1))
    whole, lines = watch_journal(window.desk.journal)
    alone, meanwhile = press_keys(window, keys)
    told("key press alone", alone)
    told("key press while a draft is written", meanwhile)
    delay = percentile(meanwhile, 0.95) - percentile(alone, 0.95)
    print(f"delay at the 95th percentile: {delay * 1000:.1f} ms")
    print_fine("the journal's part of a key", whole.seconds)
    print_fine("the same in time of the processor", whole.processor)
    print_fine("of that, its write to the file", lines.seconds)


def print_fine(name: str, seconds: list[float]) -> None:
    """Print median and 95th percentile in milliseconds, of which these are small parts."""
    middle, high = percentile(seconds, 0.5), percentile(seconds, 0.95)
    print(f"{name}: median {middle * 1000:.3f} ms, p95 {high * 1000:.3f} ms ({len(seconds)} keys)")


def measure(folder: Path, wanted: Any) -> None:
    from window import sit_down

    folder.mkdir()
    text = page_text(1, wanted.words, 0)
    draw_scan(folder / "letter.jpg", text)
    (folder / "letter.txt").write_text(text, "utf-8")
    sit_down(folder, lambda window: in_window(window, wanted.keys))


def main() -> None:
    wanted = arguments(__doc__, words=1500, keys=200)
    with workshop() as place, display() as screen:
        print(f"screen: {screen}")
        measure(place / "letters", wanted)


if __name__ == "__main__":
    main()
