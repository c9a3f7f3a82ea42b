"""Two people at two windows on one collection, on a real PostgreSQL server, with real keys."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from corrector.gui.dialogs.merge_dialog import MergeDialog
from corrector.gui.pages.model import ROW_ROLE
from corrector.gui.pages.rows import PageRow
from corrector.record.entries import Person as Author
from corrector.record.entries import Status
from corrector.tasks.judging import set_status
from corrector.tasks.opening import open_for_work
from corrector.tasks.places import place_of
from corrector.tasks.saving import Saving, save
from tests.end_to_end.conftest import PROJECT, Corrector, Person
from tests.end_to_end.together.two_people import (
    ADA,
    BEN,
    TEXT,
    Invite,
    answer,
    answers_of,
    draft_is_kept,
    may_write,
    saves,
    types,
    versions,
)

SitDown = Callable[..., int]
pytestmark = pytest.mark.window


def row(person: Person, number: int) -> PageRow:
    found: Any = person.window.page_list.view.model().index(number - 1, 0).data(ROW_ROLE)
    assert isinstance(found, PageRow)
    return found


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
        ada.wait(lambda: "Compare and" in answers_of(ada))
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
        assert "Discard" not in answers_of(ben)
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
