"""The public contract of the command line: options, JSON shapes, spans."""

import io
import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image

from corrector.record.entries import Cause
from tests.end_to_end.conftest import Corrector
from tests.end_to_end.told_lines import lines

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


def test_a_candidate_that_joins_tells_the_span_that_it_replaces(
    corrector: Corrector, tmp_path: Path
) -> None:
    text = "😀 The gratui ties were paid to the crew.\n"
    file = tmp_path / "torn.txt"
    file.write_text(text, encoding="utf-8")
    (found,) = lines(corrector("check", file, "--json", "--language", "en").out)
    for piece in ("gratui", "ties"):
        torn = next(one for one in found["suspicions"] if one["text"] == piece)
        best, *others = torn["suggestions"]
        assert set(best) == {"text", "score", "start", "end"}
        assert (best["text"], text[best["start"] : best["end"]]) == ("gratuities", "gratui ties")
        assert {"text", "score"} in [set(one) for one in others] or not others
    assert "-> gratuities (with “ties”)" in corrector("check", file, "--language", "en").out
