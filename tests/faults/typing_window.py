"""Opens the real window on a folder, types and saves without end, and says so; to be killed.

    python tests/faults/typing_window.py FOLDER

Lines on the output: `typed SECONDS LENGTH SHA256` after a key was handled, on the monotonic clock
that all processes share, and `saved NUMBER SHA256` when the window has said that it is saved.
"""

import hashlib
import os
import random
import sys
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from corrector.gui.application import start
from corrector.settings import Settings, save_settings

KEYS_PER_VERSION = 25
LETTERS = "abcdefgh "


def main() -> None:
    save_settings(Settings(person_name="A. Tester"))

    def type_instead() -> int:
        (window,) = [
            one for one in QApplication.topLevelWidgets() if one.objectName() == "corrector"
        ]
        while True:
            work(window)

    QApplication.exec = type_instead  # type: ignore[method-assign]
    start(Path(sys.argv[1]))


def work(window: Any) -> None:
    """Type some keys, then save, as a person does."""
    wait(lambda: window.desk.work is not None)
    editor = window.editor
    for _ in range(KEYS_PER_VERSION):
        if random.random() < 0.2:  # noqa: S311 - no secret
            editor.go_to(random.randrange(len(editor.exact_text()) + 1))  # noqa: S311 - no secret
        QTest.keyClicks(editor, random.choice(LETTERS))  # noqa: S311 - no secret
        tell("typed", time.monotonic(), window.desk.work.text)
        QTest.qWait(random.randrange(40))  # noqa: S311 - no secret
    versions = len(window.desk.work.content.versions)
    QTest.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: len(window.desk.work.content.versions) > versions)
    newest = window.desk.work.content.newest
    tell("saved", newest.number, newest.text)


def tell(kind: str, what: object, text: str) -> None:
    digest = hashlib.sha256(text.encode()).hexdigest()
    print(kind, what, len(text), digest, flush=True)


def wait(condition: Any) -> None:
    while not condition():
        QTest.qWait(2)


if __name__ == "__main__":
    main()
