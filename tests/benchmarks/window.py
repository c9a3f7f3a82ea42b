"""Drives the real window in this process: the real main(), with a script in place of the loop."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

PATIENCE_SECONDS = 120
LOOK_MS = 2


class Heart:
    """A timer of one millisecond; where it beats late, something held the GUI thread up."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._since = QElapsedTimer()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._since.start()
        self._timer.start()

    def stop(self) -> float:
        """Return the longest time between two beats, in seconds."""
        self._timer.stop()
        return max(self.gaps, default=0.0)

    def _beat(self) -> None:
        self.gaps.append(self._since.nsecsElapsed() / 1e9)
        self._since.start()


def wait(condition: Callable[[], object]) -> float:
    """Let the window live until something is true; return how long that took, in seconds.

    A loop of its own, as in the program: it sleeps between events and leaves workers their turn.
    """
    start = time.perf_counter()
    loop, timer = QEventLoop(), QTimer()
    came: list[bool] = []

    def look() -> None:
        if condition():
            came.append(True)  # asked once: what is true now may be over a moment later
        if came or time.perf_counter() - start > PATIENCE_SECONDS:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(LOOK_MS)
    loop.exec()
    timer.stop()
    if not came:
        raise TimeoutError("the window did not come to it")
    return time.perf_counter() - start


def live(seconds: float) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def settled(window: Any, number: int) -> bool:
    """Return whether a page is shown with its scan and its suspicions, and nothing else runs."""
    work, latest = window.desk.work, window.checking.latest
    return (
        work is not None
        and work.number == number
        and window.scan.state == ""
        and latest is not None
        and latest.number == number
        and not window.background._waiting
    )


def sit_down(folder: Path, script: Callable[[Any], None]) -> None:
    """Run `corrector open FOLDER` and let `script` work in the window, then close it.

    A worker that is slow to rest makes the program end its process, here all that was measured.
    """
    from corrector.__main__ import main

    failures: list[BaseException] = []

    def instead_of_exec(*_: object) -> int:
        (window,) = (
            one
            for one in QApplication.topLevelWidgets()
            if one.objectName() == "corrector" and one.isVisible()
        )
        window.activateWindow()
        try:
            script(window)
        except BaseException as error:
            failures.append(error)
        window.close()
        window.deleteLater()
        return 0

    kept_exec, kept_arguments, kept_exit = QApplication.exec, sys.argv, os._exit
    QApplication.exec = instead_of_exec  # type: ignore[method-assign,assignment]
    os._exit = lambda _code: None  # type: ignore[assignment,return-value]
    sys.argv = ["corrector", "open", str(folder)]
    try:
        code = main()
    finally:
        QApplication.exec, sys.argv = kept_exec, kept_arguments  # type: ignore[method-assign]
        os._exit = kept_exit
    if failures:
        raise failures[0]
    assert code == 0, code
