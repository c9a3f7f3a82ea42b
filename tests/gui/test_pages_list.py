"""The list of pages as the person uses it: arrows, typing, filter, thumbnails."""

import time
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QPixmap
from pytestqt.qtbot import QtBot

from corrector.gui.background import Background
from corrector.gui.pages.model import FAILED_ROLE, HEAD_ROLE
from corrector.gui.pages.page_list import PageList
from corrector.gui.pages.rows import PageRow
from corrector.record.entries import Status
from corrector.scans.listing import ScanSource

DECORATION = Qt.ItemDataRole.DecorationRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def pages(background: Background, qtbot: QtBot) -> PageList:
    pages = PageList(background)
    qtbot.addWidget(pages)
    pages.resize(260, 500)
    pages.show()
    return pages


def row(number: int, label: str = "", **more: object) -> PageRow:
    fields: dict[str, object] = {"document": "", "status": Status.NOT_STARTED, **more}
    return PageRow(number, label or f"letter_{number:02}", **fields)  # type: ignore[arg-type]


def scan(folder: Path, name: str, colour: int = 200) -> ScanSource:
    path = folder / name
    Image.new("L", (300, 400), colour).save(path)
    return ScanSource(path)


def labels(pages: PageList) -> list[str]:
    model = pages.view.model()
    return [model.index(place, 0).data() for place in range(model.rowCount())]


def index(pages: PageList, place: int) -> QModelIndex:
    return pages.view.model().index(place, 0)


def test_arrow_keys_choose_pages(pages: PageList, qtbot: QtBot) -> None:
    pages.show_pages([row(number) for number in range(1, 6)])
    pages.show_current(1)
    chosen: list[int] = []
    pages.page_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End):
        qtbot.keyClick(pages.view, key)
    assert chosen == [2, 3, 2, 5]


def test_a_click_chooses_a_page(pages: PageList, qtbot: QtBot) -> None:
    pages.show_pages([row(number) for number in range(1, 6)])
    place = pages.view.visualRect(index(pages, 2)).center()
    with qtbot.waitSignal(pages.page_chosen) as chosen:
        qtbot.mouseClick(pages.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [3]


def test_the_window_moves_the_list_without_an_echo(pages: PageList, qtbot: QtBot) -> None:
    pages.show_pages([row(number) for number in range(1, 200)])
    with qtbot.assertNotEmitted(pages.page_chosen):
        pages.show_current(150)
    assert pages.view.currentIndex().row() == 149
    seen = pages.view.visualRect(pages.view.currentIndex())
    assert pages.view.viewport().rect().contains(seen)


def test_typing_finds_a_page_by_number_then_by_label(pages: PageList, qtbot: QtBot) -> None:
    pages.show_pages([row(1, "EHRI_a"), row(2, "EHRI_quarto"), row(3, "1 folio"), row(12, "x")])
    chosen: list[int] = []
    pages.page_chosen.connect(chosen.append)
    pages.view.keyboardSearch("1")
    pages.view.keyboardSearch("2")
    assert chosen[-1] == 12
    pages.view._typed = ""
    for letter in "quar":
        pages.view.keyboardSearch(letter)
    assert chosen[-1] == 2


def test_the_filter_leaves_pages_by_label_document_and_number(pages: PageList) -> None:
    pages.show_pages(
        [row(1, "a", document="Vienna"), row(2, "b", document="Vienna"), row(3, "Vichy"), row(30)]
    )
    pages.words.setText("vi")
    assert labels(pages) == ["a", "b", "Vichy"]
    pages.words.setText("30")
    assert labels(pages) == ["letter_30"]
    pages.words.setText("nowhere")
    assert labels(pages) == []
    pages.words.clear()
    assert len(labels(pages)) == 4


def test_the_filter_by_status_keeps_a_page_in_sight_until_the_next_filtering(
    pages: PageList,
) -> None:
    pages.show_pages([row(1), row(2, status=Status.PROOFREAD), row(3)])
    pages.status.setCurrentIndex(pages.status.findData(Status.NOT_STARTED))
    assert labels(pages) == ["letter_01", "letter_03"]
    pages.set_status(1, Status.IN_PROGRESS)
    assert labels(pages) == ["letter_01", "letter_03"]
    pages.words.setText("letter")
    assert labels(pages) == ["letter_03"]


def test_filtering_keeps_the_current_page_and_tells_nobody(pages: PageList, qtbot: QtBot) -> None:
    pages.show_pages([row(number) for number in range(1, 40)])
    pages.show_current(13)
    with qtbot.assertNotEmitted(pages.page_chosen):
        pages.words.setText("3")
    assert pages.view.currentIndex().data() == "letter_13"
    with qtbot.assertNotEmitted(pages.page_chosen):
        pages.words.setText("letter_2")
        pages.words.clear()
    assert pages.view.currentIndex().data() == "letter_13"


def test_a_document_is_named_where_it_begins_in_what_is_shown(pages: PageList) -> None:
    rows = [row(1, document="A"), row(2, document="A"), row(3, document="B"), row(4, document="B")]
    pages.show_pages(rows)
    assert [index(pages, place).data(HEAD_ROLE) for place in range(4)] == ["A", "", "B", ""]
    pages.words.setText("4")
    assert index(pages, 0).data(HEAD_ROLE) == "B"


def test_a_row_tells_a_screen_reader_everything(pages: PageList) -> None:
    pages.show_pages([row(1)])
    pages.set_suspicions(1, 7)
    pages.set_unsaved(1, True)
    pages.set_status(1, Status.PROBLEM)
    spoken = index(pages, 0).data(SPOKEN)
    assert spoken == "page 1, letter_01, problem, suspicions: 7, unsaved typing"


def test_changes_of_unknown_pages_and_equal_changes_are_ignored(
    pages: PageList, qtbot: QtBot
) -> None:
    pages.show_pages([row(1)])
    with qtbot.assertNotEmitted(pages.view.model().dataChanged):
        pages.set_suspicions(99, 1)
        pages.set_status(1, Status.NOT_STARTED)


def test_every_control_has_a_name(pages: PageList) -> None:
    for widget in (pages.view, pages.words, pages.status):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_thumbnails_come_for_the_rows_in_view_only(
    pages: PageList, qtbot: QtBot, tmp_path: Path
) -> None:
    sources = [scan(tmp_path, f"{number}.png") for number in range(40)]
    pages.show_pages([row(number + 1, source=source) for number, source in enumerate(sources)])
    kept = pages._thumbnails._pixmaps
    qtbot.waitUntil(lambda: sources[0] in kept and sources[3] in kept)
    qtbot.wait(50)
    assert sources[-1] not in kept
    pages.view.scrollToBottom()
    qtbot.waitUntil(lambda: sources[-1] in kept)
    assert sources[20] not in kept


def test_a_thumbnail_is_painted_in_its_row(pages: PageList, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "red.png"
    Image.new("RGB", (300, 400), (250, 0, 0)).save(path)
    pages.show_pages([row(1, source=ScanSource(path))])
    corner = pages.view.visualRect(index(pages, 0)).topLeft() + QPoint(30, 40)

    def colour() -> QColor:
        return pages.view.viewport().grab().toImage().pixelColor(corner)

    qtbot.waitUntil(lambda: colour().red() > 200 and colour().green() < 50)
    assert isinstance(index(pages, 0).data(DECORATION), QPixmap)


@pytest.mark.parametrize("content", [b"", b"no image at all", b"\xff\xd8\xff\xe0broken"])
def test_a_broken_scan_has_a_sign_and_the_reason_as_a_tip(
    pages: PageList, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "broken.jpg"
    path.write_bytes(content)
    pages.show_pages([row(1, source=ScanSource(path)), row(2, problem="The file is gone.")])
    qtbot.waitUntil(lambda: bool(index(pages, 0).data(FAILED_ROLE)))
    assert "broken.jpg" in index(pages, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "The file is gone." in index(pages, 1).data(Qt.ItemDataRole.ToolTipRole)
    pages.grab()


def test_every_status_is_painted_without_complaint(pages: PageList) -> None:
    rows = [
        row(place, status=status, suspicions=place, unsaved=bool(place % 2), document=f"D{place}")
        for place, status in enumerate(Status)
    ]
    pages.show_pages(rows)
    pages.show_current(2)
    assert not pages.grab().isNull()


def test_ten_thousand_pages_are_there_at_once(pages: PageList, tmp_path: Path) -> None:
    rows = [row(number, source=ScanSource(tmp_path / f"{number}.jpg")) for number in range(10_000)]
    began = time.monotonic()
    pages.show_pages(rows)
    pages.grab()
    assert time.monotonic() - began < 2
    began = time.monotonic()
    pages.words.setText("letter_99")
    pages.grab()
    assert time.monotonic() - began < 2
    assert len(labels(pages)) == 111


def test_thumbnails_of_the_collection_before_are_forgotten(
    pages: PageList, qtbot: QtBot, tmp_path: Path
) -> None:
    source = scan(tmp_path, "a.png")
    pages.show_pages([row(1, source=source)])
    qtbot.waitUntil(lambda: source in pages._thumbnails._pixmaps)
    pages.show_pages([row(1)])
    assert not pages._thumbnails._pixmaps
    assert index(pages, 0).data(DECORATION) is None
