"""Folders with OCR made elsewhere, opened and worked on through the real program."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from corrector.ocr.words import Reading
from corrector.record import readings
from corrector.record.entries import Page
from corrector.record.readings import StoredReading
from corrector.tasks.opening import look_at
from corrector.tasks.placing import is_only_for_places
from tests.end_to_end.conftest import Corrector
from tests.formats.ocr_file_makers import WORD, alto, hocr, string

LINE = f"<TextBlock><TextLine>{string('Dcar', (10, 20, 80, 30))}</TextLine></TextBlock>"


def scan(path: Path, size: tuple[int, int] = (1000, 500), frames: int = 1) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    images = [Image.new("L", size, 255) for _ in range(frames)]
    more = {"save_all": True, "append_images": images[1:]} if frames > 1 else {}
    images[0].save(path, **more)


def stored(folder: Path) -> list[tuple[Page, tuple[StoredReading, ...], Reading | None]]:
    """Every page with its kept readings, the newest of them whole."""
    with look_at(folder) as collection, collection.record.reading() as connection:
        return [
            (
                page,
                readings.list_readings(connection, page.id),
                readings.latest_reading(connection, page.id),
            )
            for page in collection.pages()
        ]


def test_real_pages_with_alto_alone_have_its_text_and_places(
    corrector: Corrector, shared: Path, tmp_path: Path, unchanged: Callable[[Path], None]
) -> None:
    name = "EHRI-DR-19390125-US_02"
    source = shared / "samples" / "ehri_en"
    shutil.copy(source / f"{name}.jpg", tmp_path)
    shutil.copy(source / f"{name}.gt.xml", tmp_path)
    unchanged(tmp_path)

    shown = corrector("show", tmp_path, 1)

    assert shown.code == 0
    assert shown.out.split() == (source / f"{name}.gt.txt").read_text("utf-8").split()
    ((page, kept, reading),) = stored(tmp_path)
    assert reading is not None
    assert kept[0].adopted
    assert reading.text == shown.out
    assert len(reading.words) == len(reading.text.split())
    with Image.open(tmp_path / f"{name}.jpg") as image:
        assert (reading.width, reading.height) == image.size
    assert page.text_source is not None
    assert page.text_source.path == f"{name}.gt.xml"


def test_a_full_sample_is_opened_as_if_its_ground_truth_were_not_there(
    corrector: Corrector, shared: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "ehri_en"
    shutil.copytree(shared / "samples" / "ehri_en", folder)

    found = stored(folder)

    assert len(found) == 30
    with look_at(folder) as collection:
        assert collection.problems == ()
    for page, kept, _ in found:
        assert not kept
        assert page.text_source is not None
        assert page.text_source.path == f"ocr/{page.label}.txt"
    assert json.loads(corrector("info", folder, "--json").out.splitlines()[0])


def test_hocr_in_another_folder_gives_text_places_and_engine(
    corrector: Corrector, tmp_path: Path
) -> None:
    scan(tmp_path / "scans" / "a.png", (2000, 1000))
    words = WORD.format(text="Dear Sir", box="10 20 90 50", confidence=91)
    (tmp_path / "ocr").mkdir()
    (tmp_path / "ocr" / "a.hocr").write_bytes(hocr(words))

    assert corrector("show", tmp_path, 1).out == "Dear Sir"
    ((_, kept, reading),) = stored(tmp_path)
    assert reading is not None
    assert (reading.engine.name, reading.engine.version) == ("tesseract", "5.3.0")
    assert reading.engine.parameters["file"] == "ocr/a.hocr"
    assert (reading.width, reading.height) == (2000, 1000)
    assert reading.words[0].box.x == 20
    assert kept[0].scan_sha256 == ""


def test_beside_a_text_a_file_of_ocr_gives_the_places_alone(
    corrector: Corrector, tmp_path: Path
) -> None:
    scan(tmp_path / "a.png")
    (tmp_path / "a.xml").write_bytes(alto(LINE))
    (tmp_path / "a.txt").write_text("Dear\n", "utf-8")

    assert corrector("show", tmp_path, 1).out == "Dear\n"
    ((page, kept, reading),) = stored(tmp_path)
    assert reading is not None
    assert reading.text == "Dcar"
    assert not kept[0].adopted
    assert is_only_for_places(kept[0].engine)
    assert page.text_source is not None
    assert page.text_source.path == "a.txt"


def test_what_was_taken_from_ocr_is_corrected_verified_and_exported(
    corrector: Corrector, tmp_path: Path
) -> None:
    folder = tmp_path / "letters"
    scan(folder / "a.png")
    (folder / "a.xml").write_bytes(alto(LINE))
    better = tmp_path / "better.txt"
    better.write_text("Dear", "utf-8")

    assert corrector("save", folder, 1, "--text", better, "--by", "A. Reader").code == 0
    assert corrector("verify", folder).code == 0
    for kind in ("txt", "tei", "prov"):
        done = corrector("export", folder, "--to", kind, "--out", tmp_path / "out")
        assert done.code == 0, done.error

    assert (tmp_path / "out" / "a.txt").read_text("utf-8") == "Dear"
    zone = etree.parse(tmp_path / "out" / "a.xml").find(".//{*}zone")
    assert zone is not None
    assert (zone.get("ulx"), zone.get("uly")) == ("10", "20")
    history = json.loads((tmp_path / "out" / "a.prov.json").read_text("utf-8"))
    assert "c:program/FineReader%2012.0" in history["agent"]
    (folder / "a.xml").write_bytes(alto(LINE.replace("Dcar", "Deer")))
    assert "a.xml" in corrector("verify", folder).out


def test_a_book_in_one_file_has_a_page_of_ocr_for_each_frame(
    corrector: Corrector, tmp_path: Path
) -> None:
    folder = tmp_path / "books"
    scan(folder / "book.tif", frames=2)
    page = "<div class='ocr_page' title='bbox 0 0 1000 500'>{}</div>"
    both = "".join(
        page.format(WORD.format(text=text, box="10 10 90 40", confidence=9)) for text in ("x", "y")
    )
    (folder / "book.hocr").write_bytes(f"<html><body>{both}</body></html>".encode())

    assert [corrector("show", folder, number).out for number in (1, 2)] == ["x", "y"]
    assert corrector("export", folder, "--to", "txt", "--out", tmp_path / "out").code == 0
    assert (tmp_path / "out" / "book.txt").read_text("utf-8") == "x\fy"


@pytest.mark.parametrize("kind", ["alto", "page", "hocr"])
def test_what_was_exported_of_the_pages_of_one_file_is_found_beside_it(
    corrector: Corrector, tmp_path: Path, kind: str
) -> None:
    folder, again = tmp_path / "books", tmp_path / "again"
    scan(folder / "book.tif", frames=2)
    page = "<div class='ocr_page' title='bbox 0 0 1000 500'>{}</div>"
    both = "".join(
        page.format(WORD.format(text=text, box="10 10 90 40", confidence=9)) for text in ("x", "y")
    )
    (folder / "book.hocr").write_bytes(f"<html><body>{both}</body></html>".encode())
    assert corrector("export", folder, "--to", kind, "--out", again).code == 0
    shutil.copy(folder / "book.tif", again)

    assert [corrector("show", again, number).out for number in (1, 2)] == ["x", "y"]
    assert [page.label for page, _, _ in stored(again)] == ["book:1", "book:2"]
    with look_at(again) as collection:
        assert collection.problems == ()


@pytest.mark.parametrize(
    ("content", "size", "told"),
    [
        (b"<alto>broken", (1000, 500), "cannot be used as OCR"),
        (alto(""), (1000, 500), "holds no text"),
        (alto(LINE), (500, 1000), "places of its words were not used"),
        (
            alto(LINE).replace(b"</Layout>", b"<Page/></Layout>"),
            (1000, 500),
            "Pages it describes: 2",
        ),
    ],
)
def test_what_cannot_be_used_is_said_and_stops_nothing(
    corrector: Corrector, tmp_path: Path, content: bytes, size: tuple[int, int], told: str
) -> None:
    scan(tmp_path / "a.png", size)
    (tmp_path / "a.xml").write_bytes(content)
    scan(tmp_path / "b.png")
    (tmp_path / "b.txt").write_text("fine\n", "utf-8")

    seen = corrector("info", tmp_path)

    assert told in seen.out + seen.error
    assert corrector("show", tmp_path, "b").out == "fine\n"
    assert all(reading is None for _, _, reading in stored(tmp_path))
