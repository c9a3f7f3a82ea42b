"""Cyclic garbage is collected on the GUI thread and nowhere else."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from corrector.gui.garbage import GuiGarbage


@pytest.fixture
def garbage(qapp: QObject) -> Iterator[GuiGarbage]:
    garbage = GuiGarbage()
    garbage._timer.setInterval(10)
    yield garbage
    garbage.stop()
    assert gc.isenabled()


def test_a_cycle_made_on_a_worker_dies_on_the_gui_thread(garbage: GuiGarbage, qtbot: QtBot) -> None:
    died_on: list[threading.Thread] = []

    class Knot:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            died_on.append(threading.current_thread())

    def work() -> None:
        for _ in range(5000):
            Knot()

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert not died_on
    qtbot.waitUntil(lambda: len(died_on) == 5000)
    assert set(died_on) == {threading.main_thread()}
