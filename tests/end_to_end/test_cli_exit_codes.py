"""Each exit code from 1 to 130, brought about as the world does it, and never a traceback."""

import json
import os
import sqlite3
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Corrector, Outcome
from tests.end_to_end.failing_program import check_sentence, make_letters, needs_tesseract, scan


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    return make_letters(tmp_path)


@pytest.fixture
def saved(corrector: Corrector, letters: Path) -> Path:
    """The record of the letters, with one version saved."""
    new = letters / "letter_02.txt"
    assert corrector("save", letters, 1, "--text", new, "--by", "A").code == 0
    return letters / "corrections.corrector"


@needs_tesseract
@pytest.mark.tesseract
def test_a_broken_scan_among_good_ones_is_told_and_the_rest_is_read(
    corrector: Corrector, tmp_path: Path
) -> None:
    scan(tmp_path / "p_1.png")
    (tmp_path / "p_2.png").write_bytes(b"no picture at all")
    told = corrector("ocr", tmp_path, "--jobs", "1")
    assert told.code == 1
    assert "p_1: 3 words" in told.out
    assert "p_2" in told.error
    assert "Traceback" not in told.error
    assert corrector("show", tmp_path, "p_1").out.strip() == "A short line"
    assert corrector("show", tmp_path, "p_2").code == 2


def test_verify_tells_a_changed_and_a_vanished_file(
    corrector: Corrector, letters: Path, saved: Path
) -> None:
    scan(letters / "letter_01.png")
    assert corrector("restore", letters, "1", "0", "--by", "A. Reader").code == 0
    assert corrector("verify", saved).code == 0
    scan(letters / "letter_01.png", "Something else")
    (letters / "letter_02.txt").unlink()
    told = corrector("verify", letters, "--json")
    (found,) = [json.loads(line) for line in told.out.splitlines()]
    assert (told.code, found["ok"], set(found)) == (1, False, {"ok", "problems"})
    assert all(set(one) == {"page", "kind", "message"} for one in found["problems"])
    kinds = {(one["page"], one["kind"]) for one in found["problems"]}
    assert kinds == {("letter_01", "scan-changed"), ("letter_02", "text-file-missing")}
    assert "2 problems" in corrector("verify", letters).out


def test_verify_tells_a_scan_that_vanished_before_it_was_ever_hashed(
    corrector: Corrector, letters: Path
) -> None:
    scan(letters / "letter_01.png")
    new = letters / "letter_02.txt"
    assert corrector("save", letters, 1, "--text", new, "--by", "A").code == 0
    (letters / "letter_01.png").unlink()
    told = corrector("verify", letters)
    assert (told.code, "scan-missing" in told.out) == (1, True)


@pytest.mark.parametrize(
    "command", ["info", "ocr", "check", "verify", "history", "links", "divide"]
)
def test_a_missing_folder_is_said(corrector: Corrector, tmp_path: Path, command: str) -> None:
    for name in ("nowhere", "nowhere.corrector", "nowhere/scan.jpg"):
        check_sentence(corrector(command, tmp_path / name), 3)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", [b"no record", b"", b"SQLite format 3\0" + b"\1" * 5000, b"\0" * 9000]
)
@pytest.mark.parametrize("command", ["info", "verify", "ocr"])
def test_a_broken_record_is_refused_and_left_as_it_is(
    corrector: Corrector, letters: Path, command: str, content: bytes
) -> None:
    record = letters / "corrections.corrector"
    record.write_bytes(content)
    check_sentence(corrector(command, record), 3)
    assert record.read_bytes() == content


def test_a_record_of_a_newer_program_is_refused(
    corrector: Corrector, letters: Path, saved: Path
) -> None:
    connection = sqlite3.connect(saved)
    connection.execute("PRAGMA user_version=999")
    connection.commit()
    connection.close()
    before = saved.read_bytes()
    for arguments in (("info",), ("show", "1"), ("verify",)):
        told = corrector(arguments[0], letters, *arguments[1:])
        check_sentence(told, 3)
    new = letters / "letter_02.txt"
    check_sentence(corrector("save", letters, 1, "--text", new, "--by", "A"), 3)
    assert saved.read_bytes() == before


def test_a_scan_or_text_named_as_the_collection_is_never_made_a_record(
    corrector: Corrector, letters: Path
) -> None:
    (letters / "empty.jpg").write_bytes(b"")
    for name in ("empty.jpg", "letter_01.txt"):
        before = (letters / name).read_bytes()
        for command in ("ocr", "info", "verify"):
            check_sentence(corrector(command, letters / name), 3)
        assert (letters / name).read_bytes() == before


def test_bytes_that_are_no_text_are_refused(
    corrector: Corrector, letters: Path, tmp_path: Path
) -> None:
    binary = tmp_path / "binary.txt"
    binary.write_bytes(bytes(range(256)) * 20)
    check_sentence(corrector("check", binary), 3)
    check_sentence(corrector("save", letters, 1, "--text", binary, "--by", "A"), 3)
    check_sentence(corrector("save", letters, 1, "--text", tmp_path / "no.txt", "--by", "A"), 3)
    assert not (letters / "corrections.corrector").exists()


def test_a_path_that_cannot_be_checked_is_told_and_the_others_are_checked(
    corrector: Corrector, letters: Path
) -> None:
    binary = letters / "binary.dat"
    binary.write_bytes(bytes(range(256)))
    scan(letters / "scan.png")
    wrong = [letters / "no.txt", binary, letters / "nowhere.corrector", letters / "scan.png"]
    told = corrector("check", *wrong, letters / "letter_01.txt", letters, "--json")
    checked = [json.loads(line)["page"] for line in told.out.splitlines()]
    assert (told.code, checked) == (1, [None, "letter_01", "letter_02"])
    remarks = told.error.splitlines()
    assert len(remarks) == len(wrong)
    for path, line in zip(wrong, remarks, strict=True):
        assert line.startswith("corrector: ")
        assert line.count(path.name) == 1


def test_where_nothing_can_be_checked_the_first_failure_is_the_exit_code(
    corrector: Corrector, letters: Path
) -> None:
    scan(letters / "scan.png")
    for paths, code in ((("no.txt", "scan.png"), 3), (("scan.png", "no.txt"), 2)):
        told = corrector("check", *(letters / name for name in paths))
        assert (told.code, told.out, len(told.error.splitlines())) == (code, "", 2)


def test_an_export_never_goes_where_scans_and_texts_lie(
    corrector: Corrector, letters: Path
) -> None:
    for out in (letters, f"{letters}/../letters/.", letters / "edition"):
        check_sentence(corrector("export", letters, "--to", "txt", "--out", out), 4)
    assert sorted(path.name for path in letters.iterdir()) == ["letter_01.txt", "letter_02.txt"]


def test_a_file_in_the_way_of_an_export_is_said(
    corrector: Corrector, letters: Path, tmp_path: Path
) -> None:
    (tmp_path / "edition").write_text("mine")
    check_sentence(corrector("export", letters, "--to", "tei", "--out", tmp_path / "edition"), 4)
    (tmp_path / "out" / "letter_01.txt").mkdir(parents=True)
    check_sentence(corrector("export", letters, "--to", "txt", "--out", tmp_path / "out"), 4)
    assert (tmp_path / "edition").read_text() == "mine"


def test_a_read_only_folder_keeps_its_record_elsewhere_even_when_writable_later(
    corrector: Corrector, letters: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    # A double, because the super-user may write everywhere whatever the mode says.
    before = sorted(letters.iterdir())
    new = letters / "letter_02.txt"
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda path, mode: path != letters)
        assert corrector("save", letters, 1, "--text", new, "--by", "A").code == 0
        told = corrector("info", letters)
        assert (told.code, str(home) in told.error) == (0, True)
    assert sorted(letters.iterdir()) == before
    assert corrector("show", letters, 1).out == "Two\n"
    assert sorted(letters.iterdir()) == before


def test_without_tesseract_it_is_said_how_to_get_it(
    corrector: Corrector, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan(tmp_path / "p_1.png")
    nowhere = tmp_path / "programs"
    nowhere.mkdir()
    monkeypatch.setenv("PATH", str(nowhere))
    told = corrector("ocr", tmp_path)
    check_sentence(told, 5)
    assert "tesseract-ocr" in told.error
    assert sorted(path.name for path in tmp_path.iterdir()) == ["p_1.png", "programs"]


@pytest.mark.parametrize(("command", "text"), [("links", "p_1.txt"), ("divide", "p.txt")])
def test_places_need_tesseract_and_without_it_nothing_is_left_behind(
    corrector: Corrector, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, text: str
) -> None:
    folder = tmp_path / "letter"
    folder.mkdir()
    for name in ("p_1.png", "p_2.png"):
        scan(folder / name)
    (folder / text).write_text("one\ntwo\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    check_sentence(corrector(command, folder), 5)
    assert sorted(one.name for one in folder.iterdir()) == sorted(["p_1.png", "p_2.png", text])


@needs_tesseract
@pytest.mark.tesseract
def test_links_go_on_where_one_scan_cannot_be_read(corrector: Corrector, tmp_path: Path) -> None:
    for name in ("p_1", "p_2"):
        scan(tmp_path / f"{name}.png")
        (tmp_path / f"{name}.txt").write_text("Ribnitz\n")
    assert corrector("info", tmp_path).code == 0
    (tmp_path / "p_2.png").write_bytes((tmp_path / "p_2.png").read_bytes()[:60])
    told = corrector("links", tmp_path, "--json")
    pages = json.loads(told.out)["pages"]
    assert (told.code, [page["label"] for page in pages]) == (1, ["p_1", "p_2"])
    assert "p_2" in told.error
    assert pages[1]["tokens"][0]["state"] == "unlinked"


def test_with_nothing_to_recognise_nobody_needs_tesseract(
    corrector: Corrector, letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(letters))
    told = corrector("ocr", letters)
    assert told == Outcome(0, "", "0 pages recognised, 0 failed, 2 left as they are\n")
    assert sorted(path.name for path in letters.iterdir()) == ["letter_01.txt", "letter_02.txt"]


def test_a_new_scan_beside_a_record_is_missed_tesseract_for(
    corrector: Corrector, letters: Path, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(letters))
    assert corrector("ocr", letters).code == 0
    scan(letters / "letter_03.png")
    check_sentence(corrector("ocr", letters), 5)
    assert corrector("verify", saved).code == 0


@needs_tesseract
@pytest.mark.tesseract
def test_a_language_that_is_not_installed_is_said(corrector: Corrector, tmp_path: Path) -> None:
    scan(tmp_path / "p_1.png")
    told = corrector("ocr", tmp_path, "--language", "kat")
    check_sentence(told, 5)
    assert "kat" in told.error
    check_sentence(corrector("ocr", tmp_path, "--language", "?"), 2)
    assert [path.name for path in tmp_path.iterdir()] == ["p_1.png"]


def test_a_language_without_word_list_is_said(corrector: Corrector, letters: Path) -> None:
    told = corrector("check", letters, "--language", "kat")
    check_sentence(told, 5)
    assert "kat" in told.error
