"""Each exit code from 1 to 130, brought about as the world does it, and never a traceback."""

import errno
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from corrector.errors import ExitCode
from tests.end_to_end.conftest import Corrector, Outcome

PROJECT = Path(__file__).resolve().parents[2]
HOLD = """
import sys
from pathlib import Path
from corrector.tasks.opening import open_for_work
with open_for_work(Path(sys.argv[1]), "B. Colleague"):
    print("held", flush=True)
    sys.stdin.read()
"""
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="tesseract is not installed"
)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "letter_01.txt").write_text("One\n")
    (folder / "letter_02.txt").write_text("Two\n")
    return folder


@pytest.fixture
def saved(corrector: Corrector, letters: Path) -> Path:
    """The record of the letters, with one version saved."""
    new = letters / "letter_02.txt"
    assert corrector("save", letters, 1, "--text", new, "--by", "A").code == 0
    return letters / "corrections.corrector"


def scan(path: Path, words: str = "A short line") -> None:
    image = Image.new("L", (500, 120), 255)
    ImageDraw.Draw(image).text((30, 40), words, fill=0, font_size=36)
    image.save(path)


@pytest.fixture
def heard_interrupts() -> Iterator[None]:
    """Let children hear SIGINT, also where the tests were started in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def run_apart(*arguments: object) -> "subprocess.Popen[str]":
    """Start the program in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "corrector", *map(str, arguments)],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def check_sentence(told: Outcome, code: int) -> None:
    assert told.code == code, told
    assert "Traceback" not in told.error
    assert told.error.startswith("corrector: ")
    assert told.error.rstrip().endswith((".", "apt install")) or code == 5


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


def test_a_full_disk_leaves_the_former_export(
    corrector: Corrector, letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "letter_01.txt").write_text("former")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    told = corrector("export", letters, "--to", "txt", "--out", out)
    check_sentence(told, 4)
    assert os.strerror(errno.ENOSPC) in told.error
    assert [(path.name, path.read_text()) for path in out.iterdir()] == [
        ("letter_01.txt", "former")
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [("info", "--json"), ("show", "1")])
def test_standard_output_on_a_full_disk_is_said(letters: Path, arguments: tuple[str, str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "corrector", arguments[0], str(letters), arguments[1]],
            cwd=PROJECT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    check_sentence(Outcome(done.returncode, "", done.stderr), 4)


def test_a_reader_that_has_seen_enough_is_no_failure(letters: Path) -> None:
    process = run_apart("info", letters)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait() == 0


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


@pytest.fixture
def colleague() -> Iterator[Callable[[Path], None]]:
    """Somebody else who opens a collection for work and stays."""
    processes: list[subprocess.Popen[str]] = []

    def open_it(folder: Path) -> None:
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(folder)],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"

    yield open_it
    for process in processes:
        process.communicate()


def test_a_collection_that_a_colleague_works_on_can_be_read_but_not_changed(
    corrector: Corrector, letters: Path, colleague: Callable[[Path], None]
) -> None:
    colleague(letters)
    new = letters / "letter_02.txt"
    for arguments in (
        ("save", letters, 1, "--text", new, "--by", "A"),
        ("restore", letters, 1, 0, "--by", "A"),
        ("ocr", letters),
    ):
        told = corrector(*arguments)
        check_sentence(told, 6)
        assert "B. Colleague" in told.error
    for command, *rest in (("info",), ("show", "1"), ("verify",)):
        assert corrector(command, letters, *rest).code == 0


@pytest.mark.usefixtures("heard_interrupts")
@pytest.mark.parametrize(
    "loaded",
    [
        "argparse",
        "corrector.errors",
        "corrector.cli.output",
        "corrector.cli.arguments",
        "corrector.cli.main",
        "corrector.tasks.opening",
        "sqlalchemy",
    ],
)
def test_an_interrupt_while_the_program_is_still_loaded_is_no_traceback(
    letters: Path, loaded: str
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "corrector", "info", str(letters)],
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stderr is not None
    for line in process.stderr:
        if line.rpartition("|")[2].strip() == loaded:
            break
    process.send_signal(signal.SIGINT)
    told = [line for line in process.communicate(timeout=60)[1].splitlines() if line]
    said = [line for line in told if not line.startswith("import time:")]
    assert (process.returncode, said) == (
        int(ExitCode.INTERRUPTED),
        ["corrector: Stopped. What was finished is kept."],
    )


@pytest.mark.usefixtures("heard_interrupts")
@needs_tesseract
@pytest.mark.tesseract
def test_an_interrupted_recognition_keeps_what_is_read_and_goes_on_later(
    corrector: Corrector, tmp_path: Path
) -> None:
    for number in range(1, 9):
        scan(tmp_path / f"p_{number}.png", f"Page number {number}")
    process = run_apart("ocr", tmp_path, "--jobs", "1")
    assert process.stdout is not None
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    out, error = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in error) == (130, False), error
    assert "Stopped" in error
    read = [first, *out.splitlines()]
    (found,) = map(json.loads, corrector("info", tmp_path, "--json").out.splitlines())
    kept = [page["label"] for page in found["pages"] if page["versions"]]
    assert 0 < len(kept) < 8
    assert {line.partition(":")[0] for line in read} <= set(kept)
    again = corrector("ocr", tmp_path)
    assert again.code == 0
    assert len(again.out.splitlines()) == 8 - len(kept)
    assert "number 8" in corrector("show", tmp_path, "p_8").out
