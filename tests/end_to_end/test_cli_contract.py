"""The public contract of the command line: options, JSON shapes, spans, usage errors."""

import io
import json
import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from corrector.cli.arguments import COMMANDS
from corrector.record.entries import Cause
from tests.end_to_end.conftest import Corrector

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = {
    "number",
    "label",
    "document",
    "scan",
    "frame",
    "text",
    "status",
    "versions",
    "suspicions",
    "problems",
}
CHECKED = {"path", "page", "number", "language", "tokens", "suspicions"}
SUSPICION = {"start", "end", "text", "score", "shown", "reasons", "suggestions"}
VERSION = {
    "number",
    "parent",
    "author",
    "identifier",
    "time",
    "origin",
    "details",
    "note",
    "evidence",
    "sha256",
    "chain",
    "corrections",
}
CORRECTION = {
    "old",
    "new",
    "start",
    "end",
    "old_start",
    "old_end",
    "cause",
    "certainty",
    "evidence",
    "note",
    "origin",
    "details",
}
LINKED = {"page", "label", "tokens", "linked", "interpolated", "unlinked"}
TOKEN = {"start", "end", "text", "box", "confidence", "state"}
DIVIDED = {"document", "label", "text", "accepted", "pages"}
PART = {"page", "label", "line", "start", "end", "confidence"}
FIRST, SECOND = "EHRI-DR-19390519-US_02", "EHRI-DR-19390519-US_03"


def lines(text: str) -> list[dict[str, Any]]:
    """Return the objects of standard output; anything else on it is a failure."""
    return [json.loads(line) for line in text.splitlines()]


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "letter_01.txt").write_text("The quick brovvn fox.\nAnd the 1azy dog.\n")
    (folder / "letter_02.txt").write_text("Yours sincerely\n")
    return folder


def test_info_lists_pages_documents_and_problems(corrector: Corrector, despatch: Path) -> None:
    (despatch / "empty.jpg").write_bytes(b"")
    told = corrector("info", despatch, "--json")
    (found,) = lines(told.out)
    assert (told.code, told.error) == (0, "")
    assert set(found) == {"pages", "documents", "problems"}
    assert [set(page) for page in found["pages"]] == [PAGE, PAGE]
    assert [page["label"] for page in found["pages"]] == [FIRST, SECOND]
    assert found["pages"][0]["text"] == f"{FIRST}.txt"
    (document,) = found["documents"]
    assert set(document) == {"key", "label", "pages", "first"}
    assert document["key"] == found["pages"][0]["document"]
    (problem,) = found["problems"]
    assert set(problem) == {"path", "message"}
    assert problem["path"] == "empty.jpg"


def test_check_gives_a_line_a_text_with_spans_of_code_points(
    corrector: Corrector, tmp_path: Path
) -> None:
    text = "😀😀 Teh \U00010400 qu1ck\u2028brovvn\u00a0fox.\n"
    file = tmp_path / "astral.txt"
    file.write_text(text, encoding="utf-8")
    (found,) = lines(corrector("check", file, "--json", "--language", "en").out)
    assert set(found) == CHECKED
    assert (found["path"], found["page"], found["language"]) == (str(file), None, "en")
    assert found["suspicions"]
    for suspicion in found["suspicions"]:
        assert set(suspicion) == SUSPICION
        assert text[suspicion["start"] : suspicion["end"]] == suspicion["text"]
        assert all(set(reason) == {"signal", "message"} for reason in suspicion["reasons"])
        assert all(set(one) == {"text", "score"} for one in suspicion["suggestions"])


def test_all_tokens_are_listed_with_their_scores_where_asked_for(
    corrector: Corrector, letters: Path
) -> None:
    arguments = ("check", letters / "letter_01.txt", "--json")
    (few,) = lines(corrector(*arguments).out)
    (every,) = lines(corrector(*arguments, "--all-tokens").out)
    (none,) = lines(corrector(*arguments, "--threshold", "1").out)
    assert len(every["suspicions"]) == every["tokens"] == few["tokens"] == 8
    assert any(not one["shown"] for one in every["suspicions"])
    assert all(one["shown"] for one in few["suspicions"])
    assert len(none["suspicions"]) <= len(few["suspicions"])


def test_check_takes_collections_scans_texts_and_standard_input(
    corrector: Corrector, despatch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, b"Teh 1azy dog.\n")
    told = corrector(
        "check", despatch, despatch / f"{SECOND}.jpg", despatch / f"{FIRST}.txt", "-", "--json"
    )
    found = lines(told.out)
    assert told.code == 0
    assert [one["page"] for one in found] == [FIRST, SECOND, SECOND, None, None]
    assert found[-1]["path"] == "-"
    chosen = lines(corrector("check", despatch, "--pages", "2", "--json").out)
    assert [one["number"] for one in chosen] == [2]


def test_a_version_is_saved_told_and_restored(
    corrector: Corrector, letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, b"The quick brown fox.\nAnd the lazy dog.\n")
    said = ("--by", "A. Reader", "--note", "2nd 😀", "--evidence", "the scan")
    saved = corrector("save", letters, 1, "--text", "-", *said, "--cause", "source-error", "--json")
    (version,) = lines(saved.out)
    assert set(version) == VERSION | {"page", "saved"}
    assert (version["saved"], version["number"], version["parent"]) == (True, 1, 0)
    assert (version["author"], version["note"], version["evidence"]) == (said[1], said[3], said[5])
    assert [set(one) for one in version["corrections"]] == [CORRECTION, CORRECTION]
    assert {one["cause"] for one in version["corrections"]} == {"source-error"}

    (history,) = lines(corrector("history", letters, "letter_01", "--json").out)
    assert set(history) == {"page", "number", "versions", "notes", "statuses"}
    assert [set(one) for one in history["versions"]] == [VERSION, VERSION]
    assert [one["origin"] for one in history["versions"]] == ["imported", "typed"]

    restored = corrector("restore", letters, 1, 0, "--by", "B", "--note", "no", "--json")
    (back,) = lines(restored.out)
    assert (back["number"], back["origin"], back["note"]) == (2, "restored", "no")
    assert corrector("show", letters, 1).out == (letters / "letter_01.txt").read_text()
    assert "lazy" in corrector("show", letters, 1, "--version", 1).out
    assert len(lines(corrector("history", letters, "--json").out)) == 2


def test_saving_what_stands_there_already_makes_no_version(
    corrector: Corrector, letters: Path
) -> None:
    arguments = ("save", letters, 2, "--text", letters / "letter_02.txt", "--by", "A")
    assert "nothing saved" in corrector(*arguments).out
    (told,) = lines(corrector(*arguments, "--json").out)
    assert (told["saved"], told["number"]) == (False, 0)


@pytest.mark.parametrize("cause", [one.value for one in Cause])
def test_every_cause_can_be_named(corrector: Corrector, letters: Path, cause: str) -> None:
    (letters.parent / "new.txt").write_text("Yours faithfully\n")
    new = letters.parent / "new.txt"
    saved = corrector("save", letters, 2, "--text", new, "--by", "A", "--cause", cause, "--json")
    assert {one["cause"] for one in lines(saved.out)[0]["corrections"]} == {cause}


def test_verify_tells_in_json_that_all_is_well(corrector: Corrector, letters: Path) -> None:
    told = corrector("verify", letters, "--json")
    assert (told.code, lines(told.out)) == (0, [{"ok": True, "problems": []}])


def test_links_say_where_each_token_stands_on_the_scan(
    corrector: Corrector, despatch: Path
) -> None:
    if shutil.which("tesseract") is None:
        pytest.skip("tesseract is not installed")
    told = corrector("links", despatch, 1, "--json")
    (found,) = lines(told.out)
    text = (despatch / f"{FIRST}.txt").read_text(encoding="utf-8")
    assert (told.code, told.error) == (0, "")
    assert (set(found), found["collection"]) == ({"collection", "pages"}, "despatch")
    (page,) = found["pages"]
    assert (set(page), page["page"], page["label"]) == (LINKED, 1, FIRST)
    assert all(set(one) == TOKEN for one in page["tokens"])
    assert [one["text"] for one in page["tokens"]] == text.split()
    assert all(text[one["start"] : one["end"]] == one["text"] for one in page["tokens"])
    linked = [one for one in page["tokens"] if one["state"] == "linked"]
    assert (page["linked"], len(linked)) == (len(linked), len(page["tokens"]))
    assert all(set(one["box"]) == {"x", "y", "width", "height"} for one in linked)
    assert all(0 < one["confidence"] <= 1 for one in linked)


def test_links_of_a_text_without_a_scan_have_no_places(corrector: Corrector, letters: Path) -> None:
    told = corrector("links", letters, "--json")
    (found,) = lines(told.out)
    assert told.code == 0
    assert [page["linked"] for page in found["pages"]] == [0, 0]
    assert {one["state"] for one in found["pages"][0]["tokens"]} == {"unlinked"}
    assert not (letters / "corrections.corrector").exists()


def test_one_text_for_several_pages_is_divided_where_asked_for(
    corrector: Corrector, tmp_path: Path
) -> None:
    folder = tmp_path / "box"
    folder.mkdir()
    for number in (1, 2):
        Image.new("L", (40, 60), 255).save(folder / f"letter_{number}.png")
    (folder / "letter.txt").write_text("one\ntwo\nthree\n")
    arguments = ("divide", folder, "letter", "--borders", "3", "--json")
    (found,) = lines(corrector(*arguments).out)
    assert set(found) == DIVIDED
    assert [set(page) for page in found["pages"]] == [PART, PART]
    assert (found["label"], found["text"], found["accepted"]) == ("letter", "letter.txt", False)
    assert [(one["line"], one["start"], one["end"]) for one in found["pages"]] == [
        (1, 0, 8),
        (3, 8, 14),
    ]
    assert corrector("show", folder, 1).code == 2
    (done,) = lines(corrector(*arguments, "--accept", "--by", "A. Reader").out)
    assert done["accepted"]
    assert corrector("show", folder, 2).out == "three\n"
    assert corrector(*arguments).code == 2


def test_one_file_can_be_exported_to_standard_output(corrector: Corrector, letters: Path) -> None:
    told = corrector("export", letters, "--to", "txt", "--out", "-", "--pages", "letter_02")
    assert (told.code, told.out, told.error) == (0, "Yours sincerely\n", "")
    assert corrector("export", letters, "--to", "txt", "--out", "-").code == 2
    assert corrector("export", letters, "--to", "tei", "--out", "-", "--pages", "2").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "7"),
        ("show", "0"),
        ("show", "9" * 5000),
        ("show", "nobody"),
        ("show", "1", "--version", "5"),
        ("show", "1", "--version", "-1"),
        ("show", "1", "--version", "9" * 30),
        ("restore", "1", "9" * 30, "--by", "A"),
        ("history", "3"),
        ("links", "3"),
        ("divide", "nobody"),
        ("check", "--pages", "3-"),
        ("check", "--pages", "2-1"),
        ("check", "--pages", ""),
        ("check", "--pages", "1,,x"),
        ("export", "--to", "docx", "--out", "edition"),
        ("export", "--to", "txt", "--profile", "splendid", "--out", "edition"),
    ],
)
def test_a_request_that_cannot_be_meant_is_said_in_a_sentence(
    corrector: Corrector, letters: Path, arguments: tuple[str, ...]
) -> None:
    command, *rest = arguments
    told = corrector(command, letters, *rest)
    assert (told.code, told.out) == (2, "")
    assert told.error.startswith("corrector: ")
    assert told.error.rstrip().endswith(".")
    assert "Traceback" not in told.error


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--bogus",),
        ("--threshold", "1.5"),
        ("--threshold", "nan"),
        ("--threshold", "much"),
    ],
)
def test_wrong_options_of_check_are_usage_errors(
    corrector: Corrector, letters: Path, arguments: tuple[str, ...]
) -> None:
    paths = [letters] if arguments else []
    with pytest.raises(SystemExit) as left:
        corrector("check", *paths, *arguments)
    assert left.value.code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("frobnicate",),
        ("ocr", "FOLDER", "--jobs", "-1"),
        ("ocr", "FOLDER", "--jobs", "many"),
        ("save", "FOLDER", "1", "--by", "A"),
        ("save", "FOLDER", "1", "--text", "-"),
        ("save", "FOLDER", "1", "--text", "-", "--by", "  "),
        ("save", "FOLDER", "1", "--text", "-", "--by", "A\udcff"),
        ("save", "FOLDER", "1", "--text", "-", "--by", "A", "--note", "\udcff"),
        ("save", "FOLDER", "1", "--text", "-", "--by", "A", "--cause", "whim"),
        ("restore", "FOLDER", "1", "first", "--by", "A"),
        ("export", "FOLDER", "--to", "txt", "--out", "x", "--unit", "shelf"),
        ("divide", "FOLDER", "--borders", "1,x"),
    ],
)
def test_wrong_arguments_are_usage_errors_and_leave_no_record(
    corrector: Corrector,
    letters: Path,
    arguments: tuple[str, ...],
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    with pytest.raises(SystemExit) as left:
        corrector(*(str(letters) if one == "FOLDER" else one for one in arguments))
    said = capfdbinary.readouterr()
    assert left.value.code == 2
    assert said.out == b""
    assert said.err.startswith(b"usage: corrector")
    assert b"invalid _" not in said.err
    assert not (letters / "corrections.corrector").exists()


def test_a_number_that_is_also_a_label_has_to_be_said_exactly(
    corrector: Corrector, tmp_path: Path
) -> None:
    for name in ("1-2", "3", "a,b"):
        (tmp_path / f"{name}.txt").write_text(f"{name}\n")
    (found,) = lines(corrector("info", tmp_path, "--json").out)
    at = [page["label"] for page in found["pages"]].index("3") + 1
    assert at != 3
    told = corrector("show", tmp_path, "3")
    assert (told.code, "label:3" in told.error) == (2, True)
    assert corrector("show", tmp_path, "label:3").out == "3\n"
    assert corrector("show", tmp_path, f"number:{at}").out == "3\n"
    for spec in ("1-2", "a,b"):
        chosen = corrector("export", tmp_path, "--to", "txt", "--out", "-", "--pages", spec)
        assert chosen.out == f"{spec}\n"


@pytest.mark.parametrize("command", [one.name for one in COMMANDS if one.name not in {"open"}])
def test_the_example_in_the_help_of_each_command_works(
    corrector: Corrector,
    letters: Path,
    command: str,
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(SystemExit) as left:
        corrector(command, "--help")
    assert left.value.code == 0
    words = " ".join(capfdbinary.readouterr().out.decode().split())
    example = re.search(r"Example: corrector (.*)", words)
    assert example
    scans = letters.parent / "scans"
    shutil.copytree(letters, scans)
    (scans / "letter_03.txt").write_text("Third\n")
    for number in range(4, 11):
        (scans / f"letter_{number:02}.txt").write_text("More\n")
    shutil.copy(scans / "letter_02.txt", letters.parent / "letter.txt")
    shutil.copy(scans / "letter_01.txt", letters.parent / "page3.txt")
    monkeypatch.chdir(letters.parent)
    assert corrector("save", "scans", 1, "--text", "letter.txt", "--by", "A").code == 0
    if command == "ocr" and shutil.which("tesseract") is None:
        pytest.skip("tesseract is not installed")
    if command == "reopen":
        assert corrector("export", "scans", "--to", "tei", "--out", "edition").code == 0
    assert corrector(*shlex.split(example[1])).code == 0


def test_help_says_what_the_exit_codes_mean(
    corrector: Corrector, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with pytest.raises(SystemExit):
        corrector("--help")
    said = capfdbinary.readouterr().out.decode()
    assert all(code in said for code in ("0 done", "6 the", "130 interrupted"))


def test_the_version_of_the_program_is_told(
    corrector: Corrector, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with pytest.raises(SystemExit):
        corrector("--version")
    assert capfdbinary.readouterr().out.startswith(b"corrector ")


def test_the_window_is_opened_on_the_path_and_page_given(
    monkeypatch: pytest.MonkeyPatch, letters: Path
) -> None:
    from corrector.cli.main import run

    asked: list[tuple[Any, ...]] = []

    def start(path: Path | None, *, page: str | None, picture: Path | None) -> int:
        asked.append((path, page, picture))
        return 0

    starter: Callable[..., int] = start
    assert run([], starter) == 0
    assert run(["open", str(letters), "--page", "2", "--picture", "w.png"], starter) == 0
    assert asked == [(None, None, None), (letters, "2", Path("w.png"))]
