"""The main job from the command line, on all real despatches and on transcripts without scans."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.end_to_end.conftest import Corrector

CORRECTED = ("EHRI-DR-19390125-US_02", "EHRI-DR-19390519-US_01")
DOCUMENTS = (
    "EHRI-BF-19380509b_EN", "EHRI-BF-19380718_EN_01", "EHRI-DR-19390125-US",
    "EHRI-DR-19390519-US", "EHRI-DR-19421116-US", "EHRI-ET-WL16560044",
)  # fmt: skip


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def schema(shared: Path) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(shared / "schemas" / "tei_profile_archival.rng"))


@pytest.mark.slow
def test_thirty_despatch_pages_are_corrected_and_exported(
    corrector: Corrector,
    shared: Path,
    tmp_path: Path,
    unchanged: Callable[[Path], None],
    schema: etree.RelaxNG,
) -> None:
    folder = tmp_path / "ehri_en"
    shutil.copytree(shared / "samples" / "ehri_en", folder)
    unchanged(folder)
    (found,) = lines(corrector("info", folder, "--json").out)
    assert (len(found["pages"]), found["problems"]) == (30, [])
    assert tuple(one["label"] for one in found["documents"]) == DOCUMENTS
    assert all(page["scan"] and page["text"].startswith("ocr/") for page in found["pages"])

    checked = lines(corrector("check", folder, "--json").out)
    assert [one["page"] for one in checked] == [page["label"] for page in found["pages"]]
    assert all(one["tokens"] > 20 for one in checked)

    for label in CORRECTED:
        save_human_text(corrector, folder, label)
    assert corrector("restore", folder, CORRECTED[0], 0, "--by", "B. Reader").code == 0
    assert corrector("show", folder, CORRECTED[0]).out == imported(folder, CORRECTED[0]).decode()
    assert corrector("restore", folder, CORRECTED[0], 1, "--by", "B. Reader").code == 0

    export_and_compare(corrector, folder, tmp_path / "edition", schema)
    verified = corrector("verify", folder, "--json")
    assert (verified.code, lines(verified.out)) == (0, [{"ok": True, "problems": []}])


def imported(folder: Path, label: str) -> bytes:
    return (folder / "ocr" / f"{label}.txt").read_bytes()


def save_human_text(corrector: Corrector, folder: Path, label: str) -> None:
    human = folder / f"{label}.gtc.txt"
    said = ("--by", "A. Reader", "--note", "read against the scan", "--evidence", "scan at 200 %")
    told = corrector(
        "save", folder, label, "--text", human, *said, "--cause", "misread-character", "--json"
    )
    (version,) = lines(told.out)
    assert (told.code, version["number"], version["evidence"]) == (0, 1, "scan at 200 %")
    new, old = human.read_text("utf-8"), imported(folder, label).decode()
    assert version["corrections"]
    for one in version["corrections"]:
        assert new[one["start"] : one["end"]] == one["new"]
        assert old[one["old_start"] : one["old_end"]] == one["old"]
        assert one["cause"] == "misread-character"
    (history,) = lines(corrector("history", folder, label, "--json").out)
    assert [one["origin"] for one in history["versions"]] == ["imported", "typed"]
    assert corrector("show", folder, label).out == new


def export_and_compare(
    corrector: Corrector, folder: Path, out: Path, schema: etree.RelaxNG
) -> None:
    assert corrector("export", folder, "--to", "txt", "--out", out).code == 0
    texts = sorted(out.glob("*.txt"))
    assert len(texts) == 30
    for text in texts:
        human = folder / f"{text.stem}.gtc.txt"
        wanted = human.read_bytes() if text.stem in CORRECTED else imported(folder, text.stem)
        assert text.read_bytes() == wanted, text.name
    assert corrector("export", folder, "--to", "tei", "--out", out).code == 0
    assert sorted(path.stem for path in out.glob("*.xml")) == sorted(DOCUMENTS)
    for path in out.glob("*.xml"):
        assert schema.validate(etree.parse(path)), (path.name, schema.error_log)


def test_transcripts_without_scans_go_through_all_commands(
    corrector: Corrector,
    shared: Path,
    tmp_path: Path,
    unchanged: Callable[[Path], None],
    schema: etree.RelaxNG,
) -> None:
    folder = tmp_path / "transcripts"
    shutil.copytree(shared / "transcripts", folder)
    unchanged(folder)
    (found,) = lines(corrector("info", folder, "--json").out)
    assert all(page["scan"] is None and page["versions"] == 1 for page in found["pages"])
    assert len(lines(corrector("check", folder, "--json").out)) == len(found["pages"])
    out = tmp_path / "edition"
    assert corrector("export", folder, "--to", "txt", "--out", out).code == 0
    assert corrector("export", folder, "--to", "tei", "--out", out).code == 0
    for text in folder.glob("*.txt"):
        assert (out / text.name).read_bytes() == text.read_bytes()
    assert list(out.glob("*.xml"))
    for path in out.glob("*.xml"):
        assert schema.validate(etree.parse(path)), (path.name, schema.error_log)

    new = tmp_path / "new.txt"
    new.write_text(corrector("show", folder, 1).out.replace("President", "President,", 1))
    assert corrector("save", folder, 1, "--text", new, "--by", "A. Reader").code == 0
    assert len(lines(corrector("history", folder, 1, "--json").out)[0]["versions"]) == 2
    assert corrector("verify", folder).code == 0


@pytest.mark.tesseract
@pytest.mark.slow
@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_scans_are_recognised_and_read_again_only_as_proposals(
    corrector: Corrector, shared: Path, tmp_path: Path, unchanged: Callable[[Path], None]
) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    for page in ("EHRI-DR-19390125-US_10", "EHRI-DR-19390519-US_04", "EHRI-BF-19380509b_EN_04"):
        shutil.copy(shared / "samples" / "ehri_en" / f"{page}.jpg", folder)
    unchanged(folder)
    told = corrector("ocr", folder, "--jobs", "2", "--language", "en")
    assert (told.code, len(told.out.splitlines())) == (0, 3)
    assert told.error == "3 pages recognised, 0 failed, 0 left as they are\n"
    texts = [corrector("show", folder, number).out for number in (1, 2, 3)]
    assert all(len(text) > 300 for text in texts)
    assert corrector("ocr", folder).error.startswith("0 pages recognised")

    again = corrector("ocr", folder, "--again", "--jobs", "2", "--pages", "1")
    assert (again.code, again.out.count("(proposal)")) == (0, 1)
    assert [corrector("show", folder, number).out for number in (1, 2, 3)] == texts
    for history in lines(corrector("history", folder, "--json").out):
        (version,) = history["versions"]
        assert version["origin"] == "recognised"
        assert version["author"].startswith("Tesseract")
    assert corrector("verify", folder).code == 0
