"""Two people on one collection while the server or a window of theirs is gone."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from postgresql_server import Server
from PySide6.QtWidgets import QFileDialog

from corrector.record.entries import Origin
from corrector.tasks.judging import notes_of
from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.places import place_of
from tests.end_to_end.conftest import PROJECT, Person
from tests.end_to_end.together.two_people import (
    ADA,
    BEN,
    TEXT,
    Invite,
    answer,
    answers_of,
    draft_is_kept,
    may_write,
    notice_of,
    saves,
    types,
    versions,
)

SitDown = Callable[..., int]
pytestmark = pytest.mark.window


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
            ada.wait(lambda: "connection to the shared collection is lost" in notice_of(ada))
            ada.wait(lambda: "on this computer only" in notice_of(ada))
            assert may_write(ada)
            ben.wait(lambda: "is lost" in notice_of(ben))
            answer(ada, "Save the text to another place")
            ada.wait(lambda: ada.window.findChildren(QFileDialog))
            ada.window.findChildren(QFileDialog)[0].fileSelected.emit(str(tmp_path / "safe.txt"))
            assert (tmp_path / "safe.txt").read_text("utf-8") == ada.window.editor.exact_text()
        finally:
            postgresql.start()
        ada.wait(lambda: ada.window.desk.drafting.failure is None and not notice_of(ada))
        draft_is_kept(ada)
        ben.wait(lambda: ADA in notice_of(ben))
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
            assert "on this computer only" in notice_of(ada)
        ada.wait(lambda: may_write(ada))
        ada.wait(lambda: "Compare and join" in answers_of(ada))
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
