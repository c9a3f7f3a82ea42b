"""What an export would write, said before it is written; and what is remembered of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from corrector.atomic import write_whole
from corrector.errors import CancelledError, OutputError, UsageError
from corrector.record.drafts import put_draft
from corrector.record.entries import Draft
from corrector.tasks import exporting
from corrector.tasks.collection import Collection
from corrector.tasks.export_choice import (
    ExportChoice,
    FormatChoice,
    Scope,
    remember_choice,
    remembered_choice,
)
from corrector.tasks.export_plan import (
    LONGEST_LINE,
    PREVIEW_LINES,
    PREVIEW_PAGES,
    beginning,
    plan,
    preview,
    readable,
)
from corrector.tasks.exporting import Export, Exported, Unit, export_files
from corrector.tasks.opening import open_for_work
from corrector.tasks.progress import CancelToken, WatchedProgress

EVERYTHING = {"changes": "yes"}


@pytest.fixture
def letters(tmp_path: Path) -> Iterator[Collection]:
    """Thirty pages of one document."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for number in range(1, 31):
        (folder / f"a_{number:02}.txt").write_bytes(f"Page {number}\r\nDear Sir\r\n".encode())
    Image.new("L", (20, 20), 255).save(folder / "a_01.jpg")
    with open_for_work(folder, "A. Reader") as collection:
        yield collection


@pytest.mark.parametrize("profile", ["page", "reading", "original"])
@pytest.mark.parametrize("wishes", [{}, {"header": "yes"}, {"encoding": "utf-16", "newline": "lf"}])
def test_a_preview_is_how_the_file_begins(
    letters: Collection, tmp_path: Path, profile: str, wishes: dict[str, str]
) -> None:
    pages = letters.pages()[:3]
    wish = Export("txt", profile, Unit.PAGE, wishes)

    seen = preview(letters, pages, wish, near=2)

    assert (seen.name, seen.shown, seen.pages) == ("a_02.txt", 1, 1)
    list(export_files(letters, pages, wish, tmp_path / "out"))
    written = (tmp_path / "out" / seen.name).read_bytes()
    if "header" not in wishes:  # it tells the time
        assert seen.text == readable(written)
    assert "Page 2" in seen.text


def test_of_many_pages_only_some_are_put_together(letters: Collection) -> None:
    seen = preview(letters, letters.pages(), Export("tei"))

    assert (seen.shown, seen.pages) == (PREVIEW_PAGES, 30)
    assert seen.text.startswith("<?xml")
    assert seen.text.endswith("\n…")
    assert "Page 10" in seen.text
    assert "Page 11" not in seen.text
    assert seen.text.count("\n") <= PREVIEW_LINES


@pytest.mark.parametrize("kind", ["pdf", "bag"])
def test_what_is_no_text_has_no_preview(letters: Collection, kind: str) -> None:
    assert not preview(letters, letters.pages(), Export(kind)).readable


def test_a_preview_that_is_not_wanted_any_more_ends(letters: Collection) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(CancelledError):
        preview(letters, letters.pages(), Export("tei"), progress=WatchedProgress(token))


def test_a_preview_is_short_and_reads_every_encoding() -> None:
    assert beginning("a\nb\n") == "a\nb\n"
    assert beginning("x" * (LONGEST_LINE + 1)) == "x" * LONGEST_LINE + "…"
    assert readable("ä\r\nb\r".encode("windows-1252"), "windows-1252") == "ä\nb\n"
    assert readable("ä".encode("utf-8-sig")) == readable("ä".encode("utf-16")) == "ä"


def test_a_plan_names_what_is_written_and_what_is_there(
    letters: Collection, tmp_path: Path
) -> None:
    out, pages = tmp_path / "out", letters.pages()[:2]
    out.mkdir()
    (out / "a_02.txt").touch()
    (out / "a_01.changes.csv").touch()
    draft = Draft(0, "typed", (), (), 0, "A. Reader", "2026-01-01T00:00:00Z")
    with letters.record.writing() as connection:
        put_draft(connection, pages[1].id, draft)

    found = plan(letters, pages, Export("txt", wishes=EVERYTHING), out)

    assert [file.name for file in found.files] == ["a_01.txt", "a_02.txt"]
    assert [file.name for file in found.existing] == ["a_02.txt", "a_01.changes.csv"]
    assert found.unsaved == ("a_02",)
    written = {one.path for one in export_files(letters, pages, Export("txt"), out)}
    assert written == set(found.files)


def test_the_folder_of_the_collection_is_refused_in_the_plan(
    letters: Collection, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(letters.root)
    for folder in (letters.root, letters.root / "below", tmp_path / "link"):
        with pytest.raises(OutputError):
            plan(letters, letters.pages(), Export("txt"), folder)
    with pytest.raises(UsageError):
        plan(letters, (), Export("txt"), tmp_path / "out")


def test_a_package_that_is_there_is_said(letters: Collection, tmp_path: Path) -> None:
    (tmp_path / "letters-bag").mkdir()

    found = plan(letters, letters.pages(), Export("bag"), tmp_path)

    assert found.existing == found.files == (tmp_path / "letters-bag",)


@pytest.mark.parametrize("failing", [False, True])
def test_what_was_written_before_an_end_is_complete_and_yielded(
    letters: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: bool
) -> None:
    token, done = CancelToken(), list[Exported]()
    written: list[Path] = []

    def write(path: Path, parts: list[bytes]) -> None:
        if failing and len(written) == 12:
            raise OutputError("the disk is full")
        write_whole(path, parts)
        written.append(path)
        if not failing and len(written) == 12:
            token.cancel()

    monkeypatch.setattr(exporting, "write_whole", write)
    files = export_files(
        letters, letters.pages(), Export("txt"), tmp_path / "out", WatchedProgress(token)
    )
    with pytest.raises(OutputError if failing else CancelledError):
        done.extend(files)

    assert [one.path for one in done] == written == sorted((tmp_path / "out").iterdir())
    assert len(done) == 12


def test_what_was_chosen_is_remembered_for_each_collection(home: Path) -> None:
    txt = FormatChoice("reading", "page", {"newline": "lf"})
    choice = ExportChoice("txt", Scope.DOCUMENT, "/out", {"txt": txt})

    remember_choice("one", choice)

    assert remembered_choice("one") == choice
    assert remembered_choice("two") == ExportChoice()


@pytest.mark.parametrize(
    "broken", [b"\xff", b"{", b"[]", b'{"scope": "x"}', b'{"formats": 1}', b'{"formats": {"a": 1}}']
)
def test_a_broken_choice_counts_as_none(home: Path, broken: bytes) -> None:
    place = home / "settings" / "exports" / "one.json"
    place.parent.mkdir(parents=True)
    place.write_bytes(broken)

    assert remembered_choice("one") == ExportChoice()


def test_a_choice_that_cannot_be_kept_leaves_the_old_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember_choice("one", ExportChoice("txt"))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError):
        remember_choice("one", ExportChoice("tei"))
    assert remembered_choice("one") == ExportChoice("txt")
