"""Starts the window: one application, one window, one event loop."""

import logging
import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from corrector import VERSION
from corrector.errors import MissingProgramError
from corrector.gui.background import Background
from corrector.gui.first_paint import FirstPaint
from corrector.gui.garbage import GuiGarbage
from corrector.gui.main_window import MainWindow
from corrector.gui.palettes import use_colour_scheme
from corrector.gui.picture import Picture
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.settings import load_settings
from corrector.tasks.places import Place
from corrector.tasks.sample import sample_folder
from corrector.tasks.whereabouts import root_of

log = logging.getLogger(__name__)

_SWITCH_SECONDS: Final = 0.00003
"""How long a busy worker may keep the interpreter from the window, which asks for it dozens of
times a key press. With a worker that never rests the median key press took 17 and 21 ms at half a
millisecond, 13 and 13 at a tenth, 11 and 12 at this (tests/benchmarks/key_presses.py on a loaded
machine); two busy workers did not get less done."""


def start(path: Place | None, *, page: str | None = None, picture: Path | None = None) -> int:
    """Open the window and return its exit code when it is closed.

    Args:
        path: what to open; None for the sample.
        page: number or label of the page to show first.
        picture: a PNG file to render the window to, then leave.

    Raises:
        MissingProgramError: if there is no display to show a window on.
        InputError: if there is nothing at `path`.
        OutputError: if the picture cannot be written.
    """
    _require_display()
    place = sample_folder() if path is None else path
    root_of(place)
    application = _application()
    heard_before = qInstallMessageHandler(_log_of_qt)
    garbage = GuiGarbage(application)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_SECONDS)
    settings = load_settings()
    use_colour_scheme(settings.colour_scheme)
    window = MainWindow(settings, Background(application), page or "")
    FirstPaint(window, lambda: window.opening.open(place))
    window.show()
    rendering = None if picture is None else Picture(window, picture)
    code = QApplication.exec()
    window.close()
    rested = window.come_to_rest()
    garbage.stop()
    sys.setswitchinterval(interval)
    qInstallMessageHandler(heard_before)
    window.deleteLater()
    if rendering is not None:
        rendering.raise_if_failed()
    return _leave(code, rested=rested)


def _application() -> QApplication:
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["corrector"])
    application.setApplicationName("Corrector")
    application.setApplicationVersion(VERSION)
    application.setStyle("Fusion")
    return application


def _require_display() -> None:
    """Qt ends the whole process without a display, so it is asked before.

    Raises:
        MissingProgramError: if there is none.
    """
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise MissingProgramError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "There is no display to open a window on. Nothing was changed. Start Corrector "
                "from a desktop, or use its other commands: corrector --help lists them.",
            )
        )


def _log_of_qt(kind: QtMsgType, _context: object, text: str) -> None:
    level = logging.DEBUG if kind == QtMsgType.QtDebugMsg else logging.INFO
    log.log(level if kind != QtMsgType.QtCriticalMsg else logging.WARNING, "Qt: %s", text)


def _leave(code: int, *, rested: bool) -> int:
    """Return the exit code, or end the process where a worker cannot be stopped.

    Everything is on the disk by now; waiting for such a thread could take minutes.
    """
    if not rested:
        sys.stdout.flush()
        os._exit(code)
    return code
