"""Export of real folders to formats with places, to PDF and to packages: whole or not at all."""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import bagit
import pypdfium2
import pytest
from PIL import Image

from corrector.errors import OutputError, UsageError
from corrector.formats.bag import sealing
from corrector.record.entries import Person
from corrector.tasks import packing
from corrector.tasks.collection import Collection
from corrector.tasks.exporting import Export, Exported, Unit, export_files, export_one
from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.saving import Saving, save
from tests.formats.ocr_file_makers import alto, string

READER = Person("Ada Example")
WORDS = string("Dcar", (10, 20, 80, 30)) + string("Sir", (100, 20, 60, 30))
IMPORTED = alto(f"<TextBlock ID='b'><TextLine ID='l'>{WORDS}</TextLine></TextBlock>")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One page with ALTO, one with a text alone beside its scan, one text without a scan."""
    folder = tmp_path / "Über uns #1"
    folder.mkdir()
    for name in ("a ö_1", "a ö_2"):
        Image.new("L", (1000, 500), 255).save(folder / f"{name}.jpg")
    (folder / "a ö_1.xml").write_bytes(IMPORTED)
    (folder / "a ö_2.txt").write_text("Only text\n")
    return folder


@pytest.fixture
def collection(folder: Path) -> Iterator[Collection]:
    with open_for_work(folder, "tests") as opened:
        yield opened


def export(
    collection: Collection, to: str, out: Path, profile: str | None = None
) -> list[Exported]:
    return list(export_files(collection, collection.pages(), Export(to, profile), out))


def correct(collection: Collection, text: str) -> None:
    page = collection.pages()[0]
    save(collection, page, Saving(text, READER))


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "corrections" not in path.name
    }


def test_an_uncorrected_file_comes_out_byte_for_byte(
    collection: Collection, tmp_path: Path
) -> None:
    (exported,) = export(collection, "alto", tmp_path / "out")

    assert exported.path.name == "a ö_1.alto.xml"
    assert exported.path.read_bytes() == IMPORTED
    assert "a ö_2" in str(exported.notices[0])


def test_a_corrected_file_differs_by_its_corrections_and_the_imported_one_is_untouched(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    before = digests(folder)
    correct(collection, "Dear Sir")

    (exported,) = export(collection, "alto", tmp_path / "out")

    assert b'CONTENT="Dear"' in exported.path.read_bytes()
    assert b">Dcar</ALTERNATIVE>" in exported.path.read_bytes()
    assert digests(folder) == before


@pytest.mark.parametrize("gone", [True, False])
def test_a_lost_or_changed_file_is_told_and_a_new_one_is_written(
    collection: Collection, folder: Path, tmp_path: Path, *, gone: bool
) -> None:
    file = folder / "a ö_1.xml"
    file.unlink() if gone else file.write_bytes(IMPORTED + b" ")

    (exported,) = export(collection, "alto", tmp_path / "out")

    assert "a ö_1.xml" in str(exported.notices[0])
    assert b'SCHEMAVERSION="4.4"' in exported.path.read_bytes()


def test_nothing_to_write_is_said(collection: Collection, tmp_path: Path) -> None:
    second = collection.pages()[1:]

    with pytest.raises(UsageError, match="a ö_2"):
        list(export_files(collection, second, Export("page"), tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_formats_of_a_page_stay_so_whatever_unit_is_wished(
    collection: Collection, tmp_path: Path
) -> None:
    wish = Export("hocr", unit=Unit.COLLECTION)

    (exported,) = export_files(collection, collection.pages(), wish, tmp_path / "out")

    assert exported.path.name == "a ö_1.hocr"
    with pytest.raises(UsageError, match="Files of these pages: 2"):
        export_one(collection, collection.pages(), wish)


@pytest.mark.parametrize("name", ["hocr", "alto", "page", "pdf"])
def test_a_failure_leaves_the_old_file_as_it_was(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (first, *_) = export(collection, name, tmp_path / "out")
    first.path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError, match="No space"):
        export(collection, name, tmp_path / "out")

    assert first.path.read_bytes() == b"old"
    assert {path.suffix for path in first.path.parent.iterdir()} == {first.path.suffix}


def test_the_pdf_shows_all_scans_and_finds_the_corrected_text(
    collection: Collection, tmp_path: Path
) -> None:
    correct(collection, "Dear Sir")

    (exported,) = export(collection, "pdf", tmp_path / "out")

    with pypdfium2.PdfDocument(exported.path) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    assert texts == ["Dear Sir", ""]


def test_a_bag_holds_everything_and_is_valid(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    correct(collection, "Dear Sir")

    (exported,) = export(collection, "bag", tmp_path / "out")

    assert exported.path.name == "Über uns #1-bag"
    bag = bagit.Bag(str(exported.path))
    assert bag.validate()
    assert bag.info["Bag-Software-Agent"].startswith("Corrector")
    data = exported.path / "data"
    for name, digest in digests(folder).items():
        kept = data / ("scans" if name.endswith(".jpg") else "imported") / name
        assert hashlib.sha256(kept.read_bytes()).hexdigest() == digest
    assert (data / "txt" / "a ö_1.txt").read_text() == "Dear Sir"
    assert {path.suffix for path in (data / "tei").iterdir()} == {".xml"}
    assert list((data / "prov").iterdir())
    with look_at(data / "record" / "corrections.corrector") as copy:
        assert [page.versions for page in copy.pages()] == [2, 1]
    assert [path.name for path in exported.path.parent.iterdir()] == [exported.path.name]


def test_a_bag_of_hashes_names_the_scans_without_them(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    (exported,) = export(collection, "bag", tmp_path / "out", "hashes")

    assert not (exported.path / "data" / "scans").exists()
    lines = (exported.path / "data" / "scans.sha256").read_text().splitlines()
    assert [line.split("  ") for line in lines] == [
        [digest, name] for name, digest in digests(folder).items() if name.endswith(".jpg")
    ]
    assert bagit.Bag(str(exported.path)).validate()


def test_a_scan_that_is_gone_is_told(collection: Collection, folder: Path, tmp_path: Path) -> None:
    (folder / "a ö_2.jpg").unlink()

    (exported,) = export(collection, "bag", tmp_path / "out")

    assert "a ö_2.jpg" in str(exported.notices[0])
    assert bagit.Bag(str(exported.path)).validate()


def test_a_record_that_cannot_be_copied_is_told(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.DatabaseError("database disk image is malformed")

    monkeypatch.setattr(packing, "copy_into", fail)

    with pytest.raises(OutputError, match="cannot be written"):
        export(collection, "bag", tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("place", ["copy_into", "seal", "check"])
def test_a_bag_that_fails_leaves_nothing_behind(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(packing if place == "copy_into" else sealing, place, fail)

    with pytest.raises(OutputError, match="No space"):
        export(collection, "bag", tmp_path / "out")

    assert list((tmp_path / "out").iterdir()) == []


def test_a_bag_that_the_library_refuses_is_not_kept(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal = sealing.seal

    def seal_badly(bag: Path, information: dict[str, str]) -> None:
        seal(bag, information)
        next((bag / "data" / "txt").iterdir()).write_text("changed afterwards")

    monkeypatch.setattr(sealing, "seal", seal_badly)

    with pytest.raises(OutputError, match="own check"):
        export(collection, "bag", tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_in_the_way_stays_as_it_is(collection: Collection, tmp_path: Path) -> None:
    there = tmp_path / "out" / "Über uns #1-bag"
    there.mkdir(parents=True)
    (there / "mine").write_text("x")

    with pytest.raises(OutputError, match="there already"):
        export(collection, "bag", tmp_path / "out")
    assert [path.name for path in there.iterdir()] == ["mine"]


def test_a_part_of_a_collection_is_no_package(collection: Collection, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="whole collection"):
        list(export_files(collection, collection.pages()[:1], Export("bag"), tmp_path / "out"))
    with pytest.raises(UsageError, match="folder"):
        export_one(collection, collection.pages(), Export("bag"))


def test_real_pages_in_all_formats(shared: Path, tmp_path: Path) -> None:
    source = shared / "samples" / "ehri_en"
    folder = tmp_path / "real"
    folder.mkdir()
    for name in ("EHRI-DR-19390519-US_02.jpg", "EHRI-DR-19390519-US_02.gt.xml"):
        shutil.copy(source / name, folder)
    with look_at(folder) as collection:
        text = export_one(collection, collection.pages(), Export("txt")).content.decode()
        for name in ("hocr", "page", "pdf"):
            assert export_one(collection, collection.pages(), Export(name)).content
        (exported,) = export(collection, "alto", tmp_path / "out")
    assert exported.path.read_bytes() == (source / "EHRI-DR-19390519-US_02.gt.xml").read_bytes()
    assert text.strip()
