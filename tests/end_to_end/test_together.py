"""Two people at two windows on one collection, on a real PostgreSQL server, with real keys."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from postgresql_server import Server
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from corrector.gui.background import Background
from corrector.gui.dialogs.merge_dialog import MergeDialog
from corrector.gui.main_window import MainWindow
from corrector.gui.pages.model import ROW_ROLE
from corrector.gui.pages.rows import PageRow
from corrector.gui.sharing import watching
from corrector.record.entries import Origin, Status, Version
from corrector.record.entries import Person as Author
from corrector.settings import Settings, save_settings
from corrector.tasks.judging import notes_of, set_status
from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.places import place_of
from corrector.tasks.remembering import history_of
from corrector.tasks.saving import Saving, save
from tests.end_to_end.conftest import PROJECT, WAIT_MS, Corrector, Person

CONTROL = Qt.KeyboardModifier.ControlModifier
ADA, BEN = "Ada Example", "Ben Example"
TEXT = "THE QUICK BROWN FOX\nJUMPS OVER\nTHE LAZY DOG"
SitDown = Callable[..., int]
Invite = Callable[..., Person]

pytestmark = pytest.mark.window


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


def types(person: Person, text: str) -> None:
    """Type at the end of the text, in this person's window."""
    editor = person.window.editor
    person.qtbot.keyClick(editor, Qt.Key.Key_End, CONTROL)
    person.qtbot.keyClicks(editor, text)


def saves(person: Person) -> Version:
    """Save by the key of this person's window; return what was saved."""
    desk = person.window.desk
    before = desk.work.content.newest
    person.window.actions_by_name["save"].trigger()
    person.wait(lambda: desk.work.content.newest != before and not desk.work.is_unsaved)
    version: Version = desk.work.content.newest
    return version


def draft_is_kept(person: Person) -> None:
    """Wait until what this person typed lies on the server."""
    drafting = person.window.desk.drafting
    person.wait(lambda: not drafting.unwritten() and drafting.failure is None)
    person.window.desk.run(lambda collection: None, done=lambda _: None)
    person.qtbot.wait(50)


def may_write(person: Person) -> bool:
    return not person.window.editor.isReadOnly()


def row(person: Person, number: int) -> PageRow:
    found: Any = person.window.page_list.view.model().index(number - 1, 0).data(ROW_ROLE)
    assert isinstance(found, PageRow)
    return found


def answer(person: Person, words: str) -> None:
    """Press the button of the notice whose words begin so."""
    buttons = person.window.notice.findChildren(QPushButton)
    (button,) = [one for one in buttons if one.text().replace("&", "").startswith(words)]
    button.click()


def versions(place: str, number: int = 1) -> list[Version]:
    with look_at(place_of(place)) as collection:
        return list(history_of(collection, collection.pages()[number - 1]))


def test_a_page_is_read_only_for_others_until_it_is_left_and_shows_what_was_saved(
    sit_down: SitDown, invite: Invite, place: str
) -> None:
    def work(ada: Person) -> None:
        ada.see_page(1)
        assert may_write(ada)
        ben = invite(place)
        assert not may_write(ben)
        assert ADA in ben.window.notice.text()
        assert "edits this page on" in ben.window.notice.text()
        assert not ben.window.actions_by_name["save"].isEnabled()
        types(ben, "ben in vain")
        assert ben.window.editor.exact_text() == TEXT

        types(ada, " ada")
        draft_is_kept(ada)
        assert ben.window.editor.exact_text() == TEXT  # what is not saved is hers alone
        saved = saves(ada)
        ben.wait(lambda: ben.window.editor.exact_text() == f"{TEXT} ada")
        assert f"Version {saved.number} of “{ADA}”" in ben.window.status_line.currentMessage()
        assert not may_write(ben)

        ada.window.show_page_after(1)
        ben.wait(lambda: may_write(ben))
        assert not ben.window.notice.text()
        assert ben.window.actions_by_name["save"].isEnabled()
        types(ben, " ben")
        assert saves(ben).text == f"{TEXT} ada ben"

    assert sit_down(work, "open", place) == 0
    assert [one.author.name for one in versions(place)][1:] == [ADA, BEN]


def test_the_list_shows_who_edits_which_page_and_how_it_stands(
    sit_down: SitDown, invite: Invite, place: str, tmp_path: Path
) -> None:
    (tmp_path / "letters" / "page4.txt").write_text("Thc qu1ck hrown f0x", "utf-8")
    with open_for_work(place_of(place), ADA):
        pass

    def work(ada: Person) -> None:
        ada.see_page(1)
        ben = invite(place, page="2")
        ada.wait(lambda: BEN in row(ada, 2).claimed)
        assert ADA in row(ben, 1).claimed or ben.wait(lambda: row(ben, 1).claimed) is None
        assert not row(ada, 1).claimed
        tip = ada.window.page_list.view.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
        assert f"edited by “{BEN}”" in tip
        ada.wait(lambda: row(ada, 4).suspicions)
        with open_for_work(place_of(place), BEN) as collection:
            page = collection.pages()[3]
            set_status(collection, page, Status.PROOFREAD, Author(BEN))
            save(collection, page, Saving("The quick brown fox", Author(BEN)))
        for person in (ada, ben):
            person.wait(lambda who=person: row(who, 4).status is Status.PROOFREAD)
        ada.wait(lambda: row(ada, 4).suspicions == 0)
        ben.window.show_page_after(-1)
        ada.wait(lambda: not row(ada, 2).claimed)

    assert sit_down(work, "open", place) == 0


def test_pages_that_somebody_adds_appear_and_the_one_on_the_desk_stays(
    sit_down: SitDown, place: str, tmp_path: Path
) -> None:
    def work(ada: Person) -> None:
        ada.see_page(1)
        ada.window.show_page_after(2)
        ada.wait(lambda: ada.window.desk.work.number == 3)
        types(ada, " kept")
        (tmp_path / "letters" / "page0.txt").write_text("new", "utf-8")
        with open_for_work(place_of(place), BEN):
            pass
        ada.wait(lambda: ada.window.page_list.view.model().rowCount() == 4)
        assert ada.window.editor.exact_text() == f"{TEXT} kept"
        assert ada.window.desk.work.content.page.label == "page3"
        work_number = ada.window.desk.work.number
        assert ada.window.desk.pages[work_number - 1].label == "page3"
        assert row(ada, work_number).label == "page3"
        assert ada.window.page_list.current == work_number
        saves(ada)

    assert sit_down(work, "open", place) == 0


def test_the_command_line_is_refused_while_a_page_is_edited_and_seen_when_it_is_not(
    sit_down: SitDown, corrector: Corrector, place: str, tmp_path: Path
) -> None:
    new = tmp_path / "new.txt"
    new.write_text("by a command", "utf-8")

    def work(ada: Person) -> None:
        ada.see_page(1)
        command = ["save", place, "1", "--text", str(new), "--by", BEN]
        shell = subprocess.run(
            [sys.executable, "-m", "corrector", *command],
            cwd=PROJECT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert shell.returncode == 6, shell.stderr
        assert ADA in shell.stderr
        sharing(ada).idling.give_back()
        ada.wait(lambda: not may_write(ada))
        assert "others can edit it now" in ada.window.notice.text()
        with open_for_work(place_of(place), BEN) as collection:
            save(collection, collection.pages()[0], Saving("by a command", Author(BEN)))
        ada.wait(lambda: ada.window.editor.exact_text() == "by a command")
        ada.qtbot.mouseClick(ada.window.editor.viewport(), Qt.MouseButton.LeftButton)
        ada.wait(lambda: may_write(ada))
        types(ada, " and ada")
        assert saves(ada).text == "by a command and ada"

    assert sit_down(work, "open", place) == 0
    assert corrector("verify", place).code == 0


def test_a_page_that_was_taken_over_loses_nobodys_typing(
    sit_down: SitDown, invite: Invite, place: str
) -> None:
    def work(ada: Person) -> None:
        ada.see_page(1)
        types(ada, " ada")
        draft_is_kept(ada)
        ben = invite(place)
        answer(ben, "Take over")
        (box,) = [one for one in ben.window.findChildren(QMessageBox) if one.isVisible()]
        (take,) = [one for one in box.buttons() if "Take over" in one.text()]
        take.click()
        ben.wait(lambda: may_write(ben))
        assert ben.window.editor.exact_text() == f"{TEXT} ada"
        assert f"kept as a version of “{ADA}”" in ben.window.notice.text()
        ada.wait(lambda: not may_write(ada))
        assert BEN in ada.window.notice.text()
        assert ada.window.editor.exact_text() == f"{TEXT} ada"

        types(ben, " ben")
        saves(ben)
        ben.window.show_page_after(1)
        ada.wait(lambda: may_write(ada))
        ada.wait(lambda: "Compare and" in _answers(ada))
        answer(ada, "Compare and join")
        ada.wait(lambda: ada.window.findChildren(MergeDialog))
        ada.window.findChildren(MergeDialog)[0].accept()

    assert sit_down(work, "open", place) == 0
    found = versions(place)
    assert [one.author.name for one in found][1:3] == [ADA, BEN]
    assert found[1].text == f"{TEXT} ada"
    assert found[1].details["kept_by"] == BEN
    assert found[2].text == f"{TEXT} ada ben"


def test_what_somebody_left_unsaved_is_said_to_be_hers_and_kept_in_her_name(
    sit_down: SitDown, invite: Invite, place: str
) -> None:
    def work(ada: Person) -> None:
        ada.see_page(1)
        types(ada, " ada")
        ada.window.show_page_after(1)
        ada.wait(lambda: ada.window.desk.work.number == 2)
        ben = invite(place)
        assert ben.window.editor.exact_text() == f"{TEXT} ada"
        assert f"“{ADA}” typed here" in ben.window.notice.text()
        assert "Discard" not in _answers(ben)
        ben.window.show_page_after(2)  # only looked at: still hers, unsaved
        ben.wait(lambda: ben.window.desk.work.number == 3)
        assert len(versions(place)) == 1
        ben.window.show_page_after(-2)
        ben.wait(lambda: ben.window.desk.work.number == 1)
        types(ben, " ben")
        ben.wait(lambda: len(ben.window.desk.work.content.versions) == 2)
        assert saves(ben).text == f"{TEXT} ada ben"

    assert sit_down(work, "open", place) == 0
    _zero, hers, his = versions(place)
    assert (hers.author.name, hers.text) == (ADA, f"{TEXT} ada")
    assert (his.author.name, [one.new for one in his.corrections]) == (BEN, [" ben"])


def test_saving_what_somebody_else_left_saves_it_in_her_name(
    sit_down: SitDown, invite: Invite, place: str
) -> None:
    def work(ada: Person) -> None:
        ada.see_page(1)
        types(ada, " ada")
        ada.window.show_page_after(1)
        ada.wait(lambda: ada.window.desk.work.number == 2)
        assert saves(invite(place)).author.name == ADA

    assert sit_down(work, "open", place) == 0


def sharing(person: Person) -> Any:
    from corrector.gui.sharing.feature import Sharing

    (found,) = [one for one in person.window.features if isinstance(one, Sharing)]
    return found


def _answers(person: Person) -> str:
    buttons = person.window.notice.findChildren(QPushButton)
    return " ".join(one.text().replace("&", "") for one in buttons if one.isVisible())


def test_typing_goes_on_while_the_server_is_gone_and_arrives_when_it_is_back(
    sit_down: SitDown, invite: Invite, place: str, postgresql: Server, tmp_path: Path
) -> None:
    def work(ada: Person) -> None:
        ada.see_page(1)
        types(ada, " before")
        draft_is_kept(ada)
        ben = invite(place)
        postgresql.stop()
        try:
            types(ada, " while it was gone")
            ada.wait(lambda: "connection to the shared collection is lost" in _notice(ada))
            ada.wait(lambda: "on this computer only" in _notice(ada))
            assert may_write(ada)
            ben.wait(lambda: "is lost" in _notice(ben))
            answer(ada, "Save the text to another place")
            ada.wait(lambda: ada.window.findChildren(QFileDialog))
            ada.window.findChildren(QFileDialog)[0].fileSelected.emit(str(tmp_path / "safe.txt"))
            assert (tmp_path / "safe.txt").read_text("utf-8") == ada.window.editor.exact_text()
        finally:
            postgresql.start()
        ada.wait(lambda: ada.window.desk.drafting.failure is None and not _notice(ada))
        draft_is_kept(ada)
        ben.wait(lambda: ADA in _notice(ben))
        types(ada, " and after")
        saves(ada)
        ben.wait(lambda: ben.window.editor.exact_text().endswith("gone and after"))
        assert not may_write(ben)

    assert sit_down(work, "open", place) == 0
    assert versions(place)[-1].text == f"{TEXT} before while it was gone and after"


def test_two_who_typed_while_the_connection_was_lost_keep_both(
    sit_down: SitDown, invite: Invite, place: str
) -> None:
    """The page is claimed by another before the first one's connection is back."""

    def work(ada: Person) -> None:
        ada.see_page(1)
        ben = invite(place, page="2")
        with open_for_work(place_of(place), BEN) as third:
            from corrector.record.entries import Draft
            from corrector.tasks.desk import keep_draft
            from corrector.tasks.sharing import claim_page

            page = third.pages()[0]
            claim_page(third, page, take_over=True)
            keep_draft(third, page.id, Draft(0, f"ben {TEXT}", (), (), 0, BEN, "2026-01-01"))
            types(ada, " ada")
            ada.wait(lambda: not may_write(ada))
            assert "on this computer only" in _notice(ada)
        ada.wait(lambda: may_write(ada))
        ada.wait(lambda: "Compare and join" in _answers(ada))
        assert ada.window.editor.exact_text() == f"{TEXT} ada"
        assert ben.window.desk.work.number == 2
        draft_is_kept(ada)

    assert sit_down(work, "open", place) == 0
    _zero, his = versions(place)
    assert (his.author.name, his.text) == (BEN, f"ben {TEXT}")
    assert his.origin is Origin.TYPED
    with look_at(place_of(place)) as collection:
        from corrector.tasks.desk import lay_out

        draft = lay_out(collection, collection.pages()[0].id).draft
        assert draft is not None
        assert (draft.text, draft.author) == (f"{TEXT} ada", ADA)
        assert not notes_of(collection, collection.pages()[0])


def _notice(person: Person) -> str:
    said: str = person.window.notice.text()
    return said


KILLED = """
import sys
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from corrector.gui.application import start
from corrector.settings import Settings, save_settings
from corrector.tasks.places import place_of

def type_and_wait():
    (window,) = [w for w in QApplication.topLevelWidgets() if w.objectName() == "corrector"]
    while window.desk.work is None:
        QTest.qWait(10)
    QTest.keyClicks(window.editor, "typed ")
    for _ in range(1000):
        if window.desk.work.is_unsaved and not window.desk.drafting.unwritten():
            break
        QTest.qWait(10)
    else:
        print(window.desk.work, window.notice.text(), window.editor.exact_text(), flush=True)
    QTest.qWait(500)
    print("typed", flush=True)
    while True:
        QTest.qWait(1000)

QApplication.exec = type_and_wait
start(place_of(sys.argv[1]))
"""


def test_a_killed_window_frees_its_page_and_its_typing_is_there(
    sit_down: SitDown, place: str
) -> None:
    def work(ben: Person) -> None:
        ben.see_page(1)
        ben.window.show_page_after(2)
        ben.wait(lambda: ben.window.desk.work.number == 3)
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, place], cwd=PROJECT, stdout=subprocess.PIPE, text=True
        ) as other:
            try:
                assert other.stdout is not None
                assert other.stdout.readline() == "typed\n"
                ben.window.show_page_after(-2)
                ben.wait(lambda: ben.window.desk.work.number == 1)
                assert not may_write(ben)
            finally:
                other.kill()
        ben.wait(lambda: may_write(ben))
        assert ben.window.editor.exact_text() == f"typed {TEXT}"

    assert sit_down(work, "open", place) == 0
