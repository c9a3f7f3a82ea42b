"""Measures start-up: from the start of the process to the window painted, against a bare window.

python tests/benchmarks/startup.py [--runs 9] [--pages 20]

The runs are interleaved, so that whatever else the machine does meets all of them alike. The
command line is measured too: `--version` and `info` against a Python that does nothing.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from folders import make_folder
from measuring import PROJECT, arguments, display, told, told_ratio, workshop

_WATCH = """
import time
from PySide6.QtCore import QEvent, QObject, QTimer

class Watch(QObject):
    '''Tells when a window was painted, then closes it.'''

    def __init__(self, window):
        super().__init__(window)
        self.window, self.seen = window, False
        window.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = True
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self):
        print(time.monotonic(), flush=True)
        self.window.close()
"""
_BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1280, 800)
{watch}
watch = Watch(window)
window.show()
application.exec()
"""
_OURS = """
import sys
sys.argv = ["corrector", "open", {folder!r}]
from corrector.__main__ import main
def watched_exec(*_):
    {watch}
    (window,) = (
        one for one in QApplication.topLevelWidgets() if one.objectName() == "corrector"
    )
    watch = Watch(window)
    return run()
import corrector.gui.application
from PySide6.QtWidgets import QApplication
run = QApplication.exec
QApplication.exec = watched_exec
sys.exit(main())
"""


def painted(code: str) -> float:
    """Return the seconds from the start of a process that runs `code` to its window painted."""
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[0]) - start


def ended(*command: object) -> float:
    """Return the seconds that a Python process takes from start to end."""
    start = time.monotonic()
    subprocess.run(
        [sys.executable, *map(str, command)], cwd=PROJECT, capture_output=True, check=True
    )
    return time.monotonic() - start


def measure(folder: Path, runs: int) -> None:
    indented = _WATCH.strip().replace("\n", "\n    ")
    bare, ours = _BARE.format(watch=_WATCH), _OURS.format(folder=str(folder), watch=indented)
    commands: dict[str, tuple[object, ...]] = {
        "python -c pass": ("-c", "pass"),
        "corrector --version": ("-m", "corrector", "--version"),
        "corrector info": ("-m", "corrector", "info", folder),
    }
    painted(bare), painted(ours)  # so that no one pays for files read the first time
    windows: dict[str, list[float]] = {"bare": [], "ours": []}
    lines: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        windows["bare"].append(painted(bare))
        windows["ours"].append(painted(ours))
        for name, command in commands.items():
            lines[name].append(ended(*command))
    floor = told("bare QMainWindow painted", windows["bare"])
    told_ratio("corrector open painted", told("corrector open painted", windows["ours"]), floor)
    pairs = zip(windows["ours"], windows["bare"], strict=True)
    print(f"median of the ratios of neighbours: {median(a / b for a, b in pairs):.2f}")
    floor = told("python -c pass", lines.pop("python -c pass"))
    for name, seconds in lines.items():
        told_ratio(name, told(name, seconds), floor)


def main() -> None:
    wanted = arguments(__doc__, runs=9, pages=20)
    with workshop() as place, display() as screen:
        os.environ.pop("PYTHONSTARTUP", None)
        print(f"screen: {screen}")
        measure(make_folder(place / "letters", wanted.pages, size=(620, 877)), wanted.runs)


if __name__ == "__main__":
    main()
