"""Corrects transcripts in the real window by real keys, as far as the suspicions lead.

    PYTHONPATH=. QT_QPA_PLATFORM=offscreen python tests/evaluation/keyboard_run.py READ RIGHT ...

Takes pairs of text files: as read, and as they should be. Each is opened in a folder of its own;
F3 begins, and every suspicion that is shown is answered: Enter where the token is right, the key of
the candidate where the right reading is offered, Delete and Enter where nothing should stand there,
otherwise the reading is typed. Pieces of a torn word that no candidate makes whole are marked
doubtful (F4). Every key counts, one held down with Control as one. Prints by file: keys pressed;
how many suspicions were shown at first, and how many are unanswered at the end; how each was
answered, false alarms among them; how many tokens were wrong, were mended and are left; and then
those that are left.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from token_alignment import Judgement, Torn, aligned, aligned_and_torn

from corrector.__main__ import main as corrector_main
from corrector.suspicion.findings import Suspicion
from corrector.text.tokens import tokenise

_WAIT_MS = 60_000
_STEP_MS = 5
_MOST_ANSWERS = 500
_CANDIDATE_KEYS = 9
_CONTROL = Qt.KeyboardModifier.ControlModifier
_PLAIN = Qt.KeyboardModifier.NoModifier


class Hands:
    """Press keys in the window and count them."""

    def __init__(self, window: Any) -> None:
        self.window, self.keys = window, 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
        """Press one key, wherever the focus is."""
        self.keys += 1
        QTest.keyClick(self._focus(), key, modifier)

    def write(self, text: str) -> None:
        """Type `text`; a key for each letter."""
        self.keys += len(text)
        for letter in text:
            if letter.isascii():
                QTest.keyClick(self._focus(), letter)
            else:  # QTest knows no keys for these
                event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, _PLAIN, letter)
                QApplication.sendEvent(self._focus(), event)

    def wait(self, condition: Callable[[], object]) -> None:
        """Wait until something is true."""
        for _ in range(_WAIT_MS // _STEP_MS):
            if condition():
                return
            QTest.qWait(_STEP_MS)
        raise TimeoutError(self.window.status_line.currentMessage())

    def wait_for_check(self) -> None:
        """Wait until the suspicions are those of the text as it stands."""
        self.wait(lambda: self.window.desk.work)
        self.wait(
            lambda: (
                self.window.checking.latest
                and self.window.checking.latest.result.text == self.window.desk.work.text
            )
        )

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window


def truth_of(suspicion: Suspicion, text: str, right: str) -> tuple[Judgement, Torn | None]:
    """Return what the suspected token really is, and what it is torn out of."""
    tokens = tokenise(text)
    judged = aligned_and_torn(text, right)
    at = next(at for at, token in enumerate(tokens) if token.span.overlaps(suspicion.span))
    return judged[at]


def answer(hands: Hands, suspicion: Suspicion, truth: Judgement, torn: Torn | None) -> str:
    """Answer one suspicion by keys; return what was done."""
    wrong, right = truth
    offered = [
        (one.before + suspicion.text + one.behind, one.text)
        for one in suspicion.suggestions[:_CANDIDATE_KEYS]
    ]
    wanted = torn or (suspicion.text, right)
    if not wrong:
        hands.press(Qt.Key.Key_Return)
        return "false alarms"
    if wanted[1] and wanted in offered:
        hands.write(str(offered.index(wanted) + 1))
        return "by candidate"
    if right is None:
        hands.press(Qt.Key.Key_F4)
        return "marked doubtful"
    if not right:
        hands.press(Qt.Key.Key_Delete)
        hands.press(Qt.Key.Key_Return)
        return "deleted"
    if right[0].isdigit():
        hands.press(Qt.Key.Key_F2)
        hands.press(Qt.Key.Key_A, _CONTROL)
    hands.write(right)
    hands.press(Qt.Key.Key_Return)
    return "typed"


def work_through(hands: Hands, right: str) -> Counter[str]:
    """Answer all suspicions of the page; return how often what was done."""
    window, done = hands.window, Counter[str]()
    hands.wait_for_check()
    text = window.desk.work.text
    done["shown"] = len(open_suspicions(window))
    before = sum(wrong for wrong, _ in aligned(text, right))
    hands.press(Qt.Key.Key_F3)
    for _ in range(_MOST_ANSWERS):
        hands.wait_for_check()
        suspicion = window.verifying.current
        if suspicion is None or not window.verify_bar.is_asking():
            break
        truth = truth_of(suspicion, window.desk.work.text, right)
        done[answer(hands, suspicion, *truth)] += 1
    done["still shown"] = len(open_suspicions(window))
    left = sum(wrong for wrong, _ in aligned(window.desk.work.text, right))
    done["wrong tokens"], done["left"], done["mended"] = before, left, before - left
    return done


def left_in(text: str, right: str) -> list[str]:
    """Return the tokens that are wrong."""
    judged = zip(tokenise(text), aligned(text, right), strict=True)
    return [token.text for token, (wrong, _) in judged if wrong]


def open_suspicions(window: Any) -> list[str]:
    """Return what the page still shows and nobody has answered."""
    work = window.desk.work
    answered = {mark.span for mark in work.marks}
    found = window.checking.latest.result.suspicions
    return [one.text for one in found if one.shown and one.span not in answered]


def run(read: Path, right: Path) -> None:
    """Work through one file in the window and print what came of it."""
    results: list[str] = []

    def instead_of_exec(*_: object) -> int:
        window: Any = next(
            one for one in QApplication.topLevelWidgets() if one.objectName() == "corrector"
        )
        window.activateWindow()
        hands = Hands(window)
        hands.wait(window.isActiveWindow)
        truth = right.read_text(encoding="utf-8")
        done = work_through(hands, truth)
        results.append(f"{read.stem}: {hands.keys} keys pressed; {dict(sorted(done.items()))}")
        results.append(f"    left: {' | '.join(left_in(window.desk.work.text, truth))}")
        sys.stdout.write("\n".join(results) + "\n")
        sys.stdout.flush()
        os._exit(0)  # the text stays unsaved, and nobody is there to say so to

    with tempfile.TemporaryDirectory() as folder:
        os.environ["CORRECTOR_HOME"] = str(Path(folder, "home"))
        pages = Path(folder, "pages")
        pages.mkdir()
        shutil.copy(read, pages)
        QApplication.exec = instead_of_exec  # type: ignore[method-assign,assignment]
        sys.argv = ["corrector", "open", str(pages)]
        corrector_main()


def main() -> None:
    paths = sys.argv[1:]
    if len(paths) == 2:  # one pair
        run(Path(paths[0]), Path(paths[1]))
        return
    for read, right in zip(paths[::2], paths[1::2], strict=True):
        subprocess.run([sys.executable, __file__, read, right], check=True)


if __name__ == "__main__":
    main()
