"""Folders as archives have them: odd names, changes after the first opening, records elsewhere."""

import json
import os
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.end_to_end.conftest import Corrector

ODD = ('Bögen #1, "Sie"', "it's 100%", "?x=1&y", "new\nline", "a,b;c", "😀", "-dash", "e\u0301")


def scan(path: Path) -> None:
    Image.new("L", (60, 80), 255).save(path)


def look(corrector: Corrector, folder: object) -> dict[str, Any]:
    told = corrector("info", folder, "--json")
    assert told.code == 0, told
    found: dict[str, Any] = json.loads(told.out)
    return found


def labels(corrector: Corrector, folder: object) -> list[str]:
    return [page["label"] for page in look(corrector, folder)["pages"]]


def save(corrector: Corrector, folder: Path, page: str, text: str) -> None:
    new = folder.parent / "new.txt"
    new.write_text(text, encoding="utf-8")
    told = corrector("save", folder, page, "--text", new, "--by", "A. Reader")
    assert told.code == 0, told


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    for number in (1, 3):
        scan(folder / f"p_{number}.png")
        (folder / f"p_{number}.txt").write_text(f"page {number}\n")
    return folder


def test_odd_names_go_through_every_command(corrector: Corrector, tmp_path: Path) -> None:
    folder = tmp_path / 'Käst chen #2 "a" ?x=1 100%'
    folder.mkdir()
    for name in ODD:
        (folder / f"{name}.txt").write_text(f"{name}\n")
    assert set(labels(corrector, folder)) == set(ODD)
    for name in ODD:
        arguments = ("show", folder, "--", name) if name.startswith("-") else ("show", folder, name)
        assert corrector(*arguments).out == f"{name}\n"
    save(corrector, folder, "😀", "😀 corrected\n")
    assert corrector("verify", folder).code == 0
    for format_name in ("txt", "tei"):
        out = tmp_path / format_name
        assert corrector("export", folder, "--to", format_name, "--out", out).code == 0
        assert len(list(out.iterdir())) == len(ODD)


def test_scans_added_between_others_take_their_place_and_versions_stay(
    corrector: Corrector, letters: Path
) -> None:
    save(corrector, letters, "p_3", "corrected\n")
    scan(letters / "p_2.png")
    (letters / "p_2.txt").write_text("page 2\n")
    found = look(corrector, letters)
    assert [page["label"] for page in found["pages"]] == ["p_1", "p_3"]
    assert [one["path"] for one in found["problems"]] == ["p_2.png"]
    save(corrector, letters, "p_1", "corrected too\n")
    found = look(corrector, letters)
    assert [(page["label"], page["versions"]) for page in found["pages"]] == [
        ("p_1", 2), ("p_2", 1), ("p_3", 2),
    ]  # fmt: skip
    assert found["problems"] == []
    assert corrector("show", letters, 3).out == "corrected\n"


def test_a_text_that_comes_later_becomes_the_text_of_its_page(
    corrector: Corrector, letters: Path
) -> None:
    scan(letters / "p_4.png")
    save(corrector, letters, "p_1", "corrected\n")
    assert corrector("show", letters, "p_4").code == 2
    (letters / "p_4.txt").write_text("came later\n")
    save(corrector, letters, "p_1", "corrected again\n")
    assert corrector("show", letters, "p_4").out == "came later\n"
    history = json.loads(corrector("history", letters, "p_4", "--json").out)
    assert [one["origin"] for one in history["versions"]] == ["imported"]
    assert corrector("verify", letters).code == 0


def test_a_text_that_comes_after_a_person_wrote_one_changes_nothing(
    corrector: Corrector, letters: Path
) -> None:
    scan(letters / "p_4.png")
    save(corrector, letters, "p_4", "typed from nothing\n")
    (letters / "p_4.txt").write_text("came later\n")
    save(corrector, letters, "p_1", "corrected\n")
    assert corrector("show", letters, "p_4").out == "typed from nothing\n"


def test_a_scan_that_comes_later_joins_its_text(corrector: Corrector, letters: Path) -> None:
    (letters / "p_5.txt").write_text("page 5\n")
    save(corrector, letters, "p_5", "corrected\n")
    scan(letters / "p_5.png")
    save(corrector, letters, "p_1", "corrected\n")
    (page,) = [one for one in look(corrector, letters)["pages"] if one["label"] == "p_5"]
    assert (page["scan"], page["versions"]) == ("p_5.png", 2)


def test_a_scan_in_another_file_format_gets_a_label_of_its_own(
    corrector: Corrector, letters: Path
) -> None:
    save(corrector, letters, "p_1", "corrected\n")
    with Image.open(letters / "p_1.png") as image:
        image.save(letters / "p_1.tif")
    (letters / "p_1.png").unlink()
    save(corrector, letters, "p_3", "corrected\n")
    found = look(corrector, letters)
    assert [page["label"] for page in found["pages"]] == ["p_1", "p_1.tif", "p_3"]
    assert [one["path"] for one in found["problems"]] == ["p_1.png"]
    assert found["pages"][0]["problems"]
    assert corrector("show", letters, "p_1").out == "corrected\n"


def test_one_folder_is_meant_however_its_path_is_written(
    corrector: Corrector, letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(corrector, letters, "p_1", "corrected\n")
    (letters.parent / "link").symlink_to(letters, target_is_directory=True)
    monkeypatch.chdir(letters)
    record = "corrections.corrector"
    for path in (".", "./", "../letters", "..//letters/", "../link", record, f"../link/{record}"):
        assert corrector("show", path, "p_1").out == "corrected\n", path


def test_a_copied_record_still_shows_every_text(corrector: Corrector, letters: Path) -> None:
    save(corrector, letters, "p_1", "corrected\n")
    elsewhere = letters.parent / "elsewhere"
    elsewhere.mkdir()
    copy = shutil.copy(letters / "corrections.corrector", elsewhere / "copy.corrector")
    assert corrector("show", copy, "p_1").out == "corrected\n"
    assert corrector("verify", copy).code == 1


def test_folders_with_nothing_or_nothing_sound_open_and_say_so(
    corrector: Corrector, tmp_path: Path
) -> None:
    told = corrector("info", tmp_path)
    assert (told.code, "no scans and no texts" in told.error) == (0, True)
    (tmp_path / "bad.pdf").write_bytes(b"no pdf")
    (tmp_path / "bad.tif").write_bytes(b"II*\0nonsense")
    (tmp_path / "bad.txt").write_bytes(b"")
    problems = look(corrector, tmp_path)["problems"]
    assert {one["path"] for one in problems} >= {"bad.pdf", "bad.tif", "bad.txt"}
    assert all(one["message"].endswith(".") for one in problems)


@pytest.mark.skipif(os.name == "nt", reason="names of files are Unicode there")
def test_names_that_are_no_unicode_are_told_and_harm_nothing(
    corrector: Corrector, tmp_path: Path
) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/fold\xff"))
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this file system takes only names in Unicode")
    (folder / "good.txt").write_text("good\n")
    (folder / os.fsdecode(b"bad\xff.txt")).write_text("bad\n")
    assert labels(corrector, folder) == ["good"]
    assert "rename" in look(corrector, folder)["problems"][0]["message"]
    save(corrector, folder, "good", "better\n")
    assert corrector("export", folder, "--to", "tei", "--out", tmp_path / "out").code == 0


def test_three_thousand_pages_open_quickly(corrector: Corrector, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    scan(folder / "p_0001.png")
    for number in range(2, 3001):
        os.link(folder / "p_0001.png", folder / f"p_{number:04}.png")
    began = time.monotonic()
    assert len(labels(corrector, folder)) == 3000
    save(corrector, folder, "p_3000", "the last one\n")
    assert corrector("show", folder, "3000").out == "the last one\n"
    assert time.monotonic() - began < 30, "a stuck loop, not a slow machine"
