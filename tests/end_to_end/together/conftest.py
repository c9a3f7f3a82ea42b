"""A collection on a real server, and somebody who may sit down at another window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from postgresql_server import Server
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from corrector.gui.background import Background
from corrector.gui.main_window import MainWindow
from corrector.gui.sharing import watching
from corrector.settings import Settings, save_settings
from corrector.tasks.opening import open_for_work
from corrector.tasks.places import place_of
from tests.end_to_end.conftest import WAIT_MS, Person
from tests.end_to_end.together.two_people import ADA, BEN, TEXT, Invite


@pytest.fixture(autouse=True)
def asked_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "INTERVAL_MS", 100)


@pytest.fixture
def place(postgresql: Server, tmp_path: Path) -> str:
    """A new database with three pages of text, and Ada who sits at this machine."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in ("page1", "page2", "page3"):
        (folder / f"{name}.txt").write_text(TEXT, "utf-8")
    made = f"{postgresql.new_database()}&scans={folder}"
    with open_for_work(place_of(made), ADA):
        pass
    save_settings(Settings(person_name=ADA))
    return made


@pytest.fixture
def invite(qtbot: QtBot) -> Iterator[Invite]:
    """Let somebody sit down at another window, on the page that is named."""
    windows: list[MainWindow] = []

    def sit(place: str, name: str = BEN, page: str = "1") -> Person:
        background = Background(QApplication.instance())
        window = MainWindow(Settings(person_name=name), background, page)
        windows.append(window)
        window.setObjectName("another corrector")
        window.show()
        window.opening.open(place_of(place))
        person = Person(window, qtbot)
        person.wait(lambda: window.desk.work is not None)
        return person

    yield sit
    for window in windows:
        window.desk.drafting.forget()
        window.leave()
        window.background.shut_down(WAIT_MS / 1000)
        window.deleteLater()
