"""Measures a key press on a full page in the real window, against a bare editor.

python tests/benchmarks/key_presses.py [--words 500] [--misread 60] [--marks 10] [--keys 150]

The page has suspicions and marks, all panes are there, and after every ten keys there is a pause
in which the check begins and the draft is written, so that both run while the next keys come.
A key press is timed from the key to everything painted; a stall is a gap between the beats of a
timer of one millisecond.
"""

import time
from pathlib import Path
from typing import Any

from folders import draw_scan, page_text
from measuring import arguments, display, told, told_ratio, workshop

_TYPED = "the quick brown fox "
_BETWEEN_KEYS = 0.06
"""Seconds; about the pace of a quick typist."""
_PAUSE = 0.24
"""Seconds after ten keys: longer than the window waits before it checks."""


def press_keys(editor: Any, count: int) -> tuple[list[float], float]:
    """Type into the middle of a text; return the seconds of each key and the longest stall."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from window import Heart, live

    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() // 2)
    editor.setTextCursor(cursor)
    editor.setFocus()
    live(0.5)
    seconds, heart = [], Heart()
    for number in range(count):
        start = time.perf_counter()
        QTest.keyClick(editor, _TYPED[number % len(_TYPED)])
        QApplication.processEvents()
        seconds.append(time.perf_counter() - start)
        live(_PAUSE if number % 10 == 9 else _BETWEEN_KEYS)
    return seconds, heart.stop()


def in_bare_editor(text: str, keys: int) -> tuple[list[float], float]:
    """Press the keys in a QPlainTextEdit without anything around it."""
    from PySide6.QtWidgets import QPlainTextEdit
    from window import wait

    editor = QPlainTextEdit(text)
    editor.resize(455, 600)
    editor.show()
    wait(editor.isVisible)
    seconds, stall = press_keys(editor, keys)
    editor.close()
    return seconds, stall


def told_keys(name: str, measured: tuple[list[float], float]) -> float:
    seconds, stall = measured
    middle = told(name, seconds)
    print(f"{name}: longest stall {stall * 1000:.1f} ms")
    return middle


def in_window(window: Any, text: str, wanted: Any) -> None:
    """Mark some suspicions, then measure both editors, one after the other."""
    from window import settled, wait

    wait(lambda: settled(window, 1))
    for _ in range(wanted.marks):
        window.verifying.go(1)
        window.verifying.doubt()
    wait(lambda: settled(window, 1))
    shown, marks = len(window.editor.findings()), len(window.desk.work.marks)
    print(f"page of {len(text.split())} words, {shown} suspicions, {marks} marks")
    floor = told_keys("key press in a bare editor", in_bare_editor(text, wanted.keys))
    ours = told_keys("key press in the window", press_keys(window.editor, wanted.keys))
    told_ratio("key press", ours, floor)


def measure(folder: Path, wanted: Any) -> None:
    from window import sit_down

    folder.mkdir()
    text = page_text(1, wanted.words, wanted.misread)
    draw_scan(folder / "letter.jpg", text)
    (folder / "letter.txt").write_text(text, "utf-8")
    sit_down(folder, lambda window: in_window(window, text, wanted))


def main() -> None:
    wanted = arguments(__doc__, words=500, misread=60, marks=10, keys=150)
    with workshop() as place, display() as screen:
        print(f"screen: {screen}")
        measure(place / "letters", wanted)


if __name__ == "__main__":
    main()
