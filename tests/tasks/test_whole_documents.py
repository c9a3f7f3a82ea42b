"""One text for several pages: it waits, is divided once and whole, and never over other texts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import text as sql

from corrector.errors import InputError, OutputError, UsageError
from corrector.record.entries import Page, Person
from corrector.tasks import accepting
from corrector.tasks.accepting import accept_division, leave_aside
from corrector.tasks.borders import cuts_at
from corrector.tasks.choosing import without_text
from corrector.tasks.collection import Collection
from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.remembering import history_of
from corrector.tasks.saving import Saving, save
from corrector.tasks.verifying import verify_collection
from corrector.tasks.whole_documents import WholeDocument, text_of, whole_documents

TEXT = "one\r\ntwo\r\nthree\r\nfour"
READ = "one\ntwo\nthree\nfour"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "box"
    folder.mkdir()
    for number in (1, 2, 3):
        Image.new("L", (40, 60), 255).save(folder / f"letter_{number}.png")
    (folder / "letter.txt").write_bytes(TEXT.encode())
    return folder


@pytest.fixture
def collection(folder: Path) -> Iterator[Collection]:
    with open_for_work(folder, "Ada Example") as opened:
        yield opened


def texts(collection: Collection) -> list[str | None]:
    found = (history_of(collection, page) for page in collection.pages())
    return [versions[-1].text if versions else None for versions in found]


def only(collection: Collection) -> WholeDocument:
    (whole,) = whole_documents(collection)
    return whole


def test_a_text_of_several_pages_waits_and_is_shown_on_none(collection: Collection) -> None:
    whole = only(collection)
    assert [page.label for page in whole.pages] == ["letter_1", "letter_2", "letter_3"]
    assert text_of(collection, whole) == READ
    assert texts(collection) == [None] * 3
    assert all(page.waiting for page in collection.pages())
    assert without_text(collection.pages()) == ()
    assert collection.problems == ()


def test_each_page_gets_its_part_as_imported_text(collection: Collection) -> None:
    pages = accept_division(collection, only(collection), [4, 8], proposed=[4, 14], by="Ada")
    assert texts(collection) == ["one\n", "two\n", "three\nfour"]
    first, second, third = (history_of(collection, page)[0] for page in pages)
    assert {one.origin.value for one in (first, second, third)} == {"imported"}
    assert (first.details["file"], first.details["span"]) == ("letter.txt", "0-4")
    assert first.details["file-sha256"] == second.details["file-sha256"]
    assert [one.details["division"] for one in (first, second, third)] == [
        "proposed",
        "moved by hand",
        "moved by hand",
    ]
    assert first.details["divided-by"] == "Ada"
    assert not any(page.waiting for page in pages)
    assert whole_documents(collection) == ()


def test_opening_again_divides_nothing_and_complains_of_nothing(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as opened:
        accept_division(opened, only(opened), [4, 8])
    with open_for_work(folder, "Ada Example") as again:
        assert texts(again) == ["one\n", "two\n", "three\nfour"]
        assert (whole_documents(again), again.problems) == ((), ())


def test_looking_at_a_folder_shows_that_its_text_waits(folder: Path) -> None:
    with look_at(folder) as looked:
        assert only(looked).source.path == "letter.txt"
    assert not (folder / "corrections.corrector").exists()


@pytest.mark.parametrize("starts", [[4], [4, 8, 14], [8, 4], [4, 9], [-4, 4], [4, 99]])
def test_borders_that_do_not_fit_are_refused(collection: Collection, starts: list[int]) -> None:
    with pytest.raises(UsageError):
        accept_division(collection, only(collection), starts)
    assert texts(collection) == [None] * 3


@pytest.mark.parametrize("lines", [[0, 1], [2, 9]])
def test_lines_that_the_text_does_not_have_are_refused(
    collection: Collection, lines: list[int]
) -> None:
    with pytest.raises(UsageError, match="Lines of the text: 4"):
        cuts_at(READ, only(collection).pages, lines)


def test_a_page_may_get_nothing(collection: Collection) -> None:
    accept_division(collection, only(collection), [0, len(READ)])
    assert texts(collection) == ["", READ, ""]


def test_what_a_person_typed_meanwhile_is_never_overwritten(collection: Collection) -> None:
    whole = only(collection)
    save(collection, whole.pages[1], Saving("typed", Person("Ada Example")))
    with pytest.raises(UsageError, match="letter_2"):
        accept_division(collection, whole, [4, 8])
    assert texts(collection) == [None, "typed", None]
    assert whole_documents(collection) == ()
    assert [page.label for page in without_text(collection.pages())] == ["letter_1", "letter_3"]


def test_a_text_that_came_too_late_is_told_and_not_used(folder: Path) -> None:
    content = (folder / "letter.txt").read_bytes()
    (folder / "letter.txt").unlink()
    with open_for_work(folder, "Ada Example") as opened:
        save(opened, opened.pages()[0], Saving("typed", Person("Ada Example")))
    (folder / "letter.txt").write_bytes(content)
    with open_for_work(folder, "Ada Example") as again:
        (problem,) = again.problems
        assert "not used" in str(problem.message)
        assert whole_documents(again) == ()


def test_a_text_that_came_later_waits_if_no_page_has_one(folder: Path) -> None:
    content = (folder / "letter.txt").read_bytes()
    (folder / "letter.txt").unlink()
    open_for_work(folder, "Ada Example").close()
    (folder / "letter.txt").write_bytes(content)
    with open_for_work(folder, "Ada Example") as again:
        assert text_of(again, only(again)) == READ


def test_a_text_that_changed_is_not_divided_until_the_next_opening(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as opened:
        (folder / "letter.txt").write_text("other\ntext\n")
        with pytest.raises(InputError, match="changed"):
            accept_division(opened, only(opened), [4, 8])
        assert texts(opened) == [None] * 3
    with open_for_work(folder, "Ada Example") as again:
        assert text_of(again, only(again)) == "other\ntext\n"


@pytest.mark.parametrize(("content", "kind"), [(None, "missing"), (b"other", "changed")])
def test_a_text_that_waits_is_verified_too(folder: Path, content: bytes | None, kind: str) -> None:
    open_for_work(folder, "Ada Example").close()
    (folder / "letter.txt").unlink()
    if content is not None:
        (folder / "letter.txt").write_bytes(content)
    (problem,) = verify_collection(folder)
    assert (problem.kind, problem.page) == (f"text-file-{kind}", "letter_1")


def test_a_text_left_aside_stays_aside_and_its_pages_can_be_read(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as opened:
        leave_aside(opened, only(opened))
    with open_for_work(folder, "Ada Example") as again:
        assert only(again).aside
        assert len(without_text(again.pages())) == len(again.pages())
        accept_division(again, only(again), [4, 8])
        assert texts(again) == ["one\n", "two\n", "three\nfour"]


def test_a_division_that_fails_half_way_leaves_nothing(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OutputError("full")

    monkeypatch.setattr(accepting, "keep_whole_text", fail)
    with pytest.raises(OutputError):
        accept_division(collection, only(collection), [4, 8])
    assert texts(collection) == [None] * 3
    assert all(page.text_source is None for page in collection.pages())
    assert only(collection).source.path == "letter.txt"


def test_ocr_of_others_gives_only_places_where_a_text_waits(folder: Path) -> None:
    for number in (1, 2, 3):
        (folder / f"letter_{number}.hocr").write_text(_hocr(number))
    with open_for_work(folder, "Ada Example") as opened:
        assert texts(opened) == [None] * 3
        with opened.record.reading() as connection:
            kept = connection.execute(sql("select count(*) from reading")).scalar()
        assert kept == len(opened.pages())
        accept_division(opened, only(opened), [4, 8])


def test_pages_of_a_divided_text_are_known_again(folder: Path) -> None:
    def known(collection: Collection) -> list[Page]:
        return [page for page in collection.pages() if page.versions]

    with open_for_work(folder, "Ada Example") as opened:
        accept_division(opened, only(opened), [4, 8])
        before = known(opened)
    Image.new("L", (40, 60), 255).save(folder / "letter_4.png")
    with open_for_work(folder, "Ada Example") as again:
        assert known(again) == before
        assert [page.label for page in without_text(again.pages())] == ["letter_4"]


def _hocr(number: int) -> str:
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml"><body>'
        f'<div class="ocr_page" title=\'image "letter_{number}.png"; bbox 0 0 40 60\'>'
        '<p class="ocr_par"><span class="ocr_line" title="bbox 1 1 30 10">'
        '<span class="ocrx_word" title="bbox 1 1 30 10; x_wconf 90">word</span></span></p>'
        "</div></body></html>"
    )
