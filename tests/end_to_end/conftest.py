"""The real program, driven as a person would: real main(), real keys, real files."""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from pytestqt.exceptions import TimeoutError as QtBotTimeoutError
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from corrector.__main__ import main
from corrector.gui.background import Background

PROJECT = Path(__file__).resolve().parents[2]
WAIT_MS = 30_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of the command line gave."""

    code: int
    out: str
    error: str


Corrector = Callable[..., Outcome]


@pytest.fixture
def corrector(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Corrector:
    """Run the real main() with arguments, as the shell would."""

    def run(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["corrector", *map(str, arguments)])
        capfdbinary.readouterr()
        code = main()
        said = capfdbinary.readouterr()
        return Outcome(code, said.out.decode(), said.err.decode())

    return run


@pytest.fixture(autouse=True)
def no_window_is_left() -> Iterator[None]:
    """Take windows away that a test left behind, so that the next one meets its own only."""
    yield
    for one in QApplication.topLevelWidgets() if QApplication.instance() else ():
        if one.objectName() == "corrector":
            one.setObjectName("left behind")
            one.hide()
            one.deleteLater()


class Person:
    """Somebody in front of the window."""

    def __init__(self, window: Any, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press a key wherever the focus is, as a keyboard does."""
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        self.qtbot.keyClick(self._focus(), key, held)

    def write(self, text: str) -> None:
        """Type text wherever the focus is."""
        self.qtbot.keyClicks(self._focus(), text)

    def wait(self, condition: Callable[[], object]) -> None:
        """Wait until something is true; a failure tells what the window says instead."""
        try:
            self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT_MS)
        except QtBotTimeoutError as error:
            raise AssertionError(f"waited in vain; the window says {self._said()}") from error

    def see_closed(self, dialog: QWidget) -> None:
        """Wait until a dialog is closed, or gone by then."""
        self.wait(lambda: not isValid(dialog) or not dialog.isVisible())

    def see_page(self, number: int) -> None:
        """Wait until a page is shown with its suspicions."""
        self.wait(lambda: self.window.desk.work and self.window.desk.work.number == number)
        self.wait(
            lambda: (
                not self.window.desk.work.text
                or (
                    self.window.checking.latest
                    and self.window.checking.latest.number == number
                    and self.window.checking.latest.result.text == self.window.desk.work.text
                )
            )
        )

    def dialog(self, kind: type[QDialog]) -> Any:
        """Return the dialog of `kind` that is open now, waiting for it."""
        self.wait(lambda: any(one.isAncestorOf(self._focus()) for one in self._open(kind)))
        return self._open(kind)[0]

    def fill(self, text: str) -> None:
        """Type `text` in place of what stands in the field that has the focus."""
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.write(text)

    def _said(self) -> list[str]:
        boxes = [one.text() for one in self._open(QMessageBox)]
        dialogs = [one.windowTitle() for one in self._open(QDialog)]
        said = [self.window.status_line.currentMessage(), self.window.notice.text()]
        return [*dialogs, *boxes, *said, f"focus on {self._focus()}"]

    def _open(self, kind: type[QDialog]) -> list[Any]:
        return [one for one in self.window.findChildren(kind) if one.isVisible()]

    def _focus(self) -> QWidget:
        """Return where keys go; a screen without a window manager forgets it after a dialog."""
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            self.qtbot.waitUntil(lambda: QApplication.activeWindow() is not None, timeout=WAIT_MS)
        return QApplication.focusWidget() or self.window


Script = Callable[[Person], None]


@pytest.fixture
def sit_down(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., int]]:
    """Open the window by the real main() and let a script work in it."""

    def run(script: Script, *arguments: object) -> int:
        failures: list[BaseException] = []

        def instead_of_exec(*_: object) -> int:
            (window,) = [
                one
                for one in QApplication.topLevelWidgets()
                if one.objectName() == "corrector" and one.isVisible()
            ]
            window.activateWindow()
            # A question that was asked at once may be the active one before the window is.
            qtbot.waitUntil(lambda: QApplication.activeWindow() is not None, timeout=WAIT_MS)
            try:
                script(Person(window, qtbot))
            except BaseException as error:
                failures.append(error)
            window.close()
            return 0

        monkeypatch.setattr(QApplication, "exec", instead_of_exec)
        # The program would end this very process where a worker does not come to rest in time, as
        # on a machine that is busy with other tests.
        monkeypatch.setattr(Background.shut_down, "__defaults__", (WAIT_MS / 1000,))
        monkeypatch.setattr(os, "_exit", lambda code: failures.append(AssertionError(code)))
        monkeypatch.setattr(sys, "argv", ["corrector", *map(str, arguments)])
        code = main()
        qtbot.wait(10)
        if failures:
            raise failures[0]
        return code

    return run


@pytest.fixture
def despatch(shared: Path, tmp_path: Path) -> Path:
    """Two real pages of a despatch with the text that Tesseract read."""
    folder = tmp_path / "despatch"
    folder.mkdir()
    for page in ("EHRI-DR-19390519-US_02", "EHRI-DR-19390519-US_03"):
        shutil.copy(shared / "samples" / "ehri_en" / f"{page}.jpg", folder)
        shutil.copy(shared / "samples" / "ehri_en" / "ocr" / f"{page}.txt", folder)
    return folder


@pytest.fixture
def unchanged() -> Iterator[Callable[[Path], None]]:
    """Watch a folder; at the end no scan and no text in it may have changed."""
    watched: dict[Path, str] = {}

    def hashes(folder: Path) -> dict[Path, str]:
        return {
            path: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and "corrections" not in path.name
        }

    def watch(folder: Path) -> None:
        watched.update(hashes(folder))

    yield watch
    assert watched, "nothing was watched"
    for path, digest in watched.items():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == digest, f"{path} has changed"
