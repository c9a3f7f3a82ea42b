"""Marks up the first page of a real despatch, all its stamps with it, by keys in the window.

Not part of the suite, which it would hold up: run it by `pytest tests/end_to_end/despatch.py`.
CORRECTOR_KEPT names a folder that keeps the collection and what was exported.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import Qt

from corrector.settings import Settings, save_settings
from tests.end_to_end.conftest import Corrector, Person
from tests.end_to_end.marking_by_keys import CONTROL, Said, said, save, set_mark

PAGE = "EHRI-DR-19390519-US_01"
TEXT = """LEGATION OF THE
UNITED STATES OF AMERICA

No. 1559.

Budapest, May 19, 1939.

RECEIVED
DEPARTMENT OF STATE
1939 MAY 31 PM 3 28
DIVISION OF
COMMUNICATIONS
AND RECORDS

SUBJECT: Hungarian Jew Bill.

DIVISION OF
EUROPEAN AFFAIRS
JUN 2 1939
DEPARTMENT OF STATE

copy in Eu

LEGAL ADVISER
JUN 28 1939
DEPARTMENT OF STATE

file

864.4016

864.4016/141

Distribution Instructions
O.N.I. after M.I.D. in full
Justice
JUN 12 1939

ADVISER ON POLITICAL RELATIONS
MR. DUNN
JUN 6 1939
DEPARTMENT OF STATE

A-M/C
RECORDING DESK
FILE-C.S.

The Honorable
The Secretary of State,
Washington.

DEPARTMENT OF STATE
DIVISION OF
COMMUNICATIONS AND RECORDS
PUBLICATIONS SECTION
JUN 1 - 1939
Copy of accompanying
documents stamped to be
returned to DCR

G/HC

DEPARTMENT OF STATE
A-M/C
JUN 10 1939
ASSISTANT SECRETARY
OF STATE

Sir:

With reference to my despatch No. 1535 of May 4,
1939 (Hungarian Domestic Political Notes), wherein
the passage through Parliament on May 3 of the second
Jew Bill was reported, I have the honor to report that
the Bill now has been enacted.

FILED
JUN 29 1939

1/ There is appended hereto a translation of the new
2/ law as finally enacted, together with a copy of the
3/ original Bill and of the motivation made at the time

of its
"""
"""What the page shows; the text beside the scan has its lower half without some line starts."""


def stamp(words: str, box: str, place: str, date: str = "", kind: str = "received") -> Said:
    return said("stamp", words, type=kind, date=date, place=place, zone=box)


MARKS = (
    said("letterhead", "LEGATION OF THE\nUNITED STATES OF AMERICA"),
    said("header", "No. 1559"),
    said("dateline", "Budapest, May", date="1939-05-19"),
    said("place", "Budapest"),
    stamp("RECEIVED\nDEPARTMENT OF STATE\n1939 MAY 31 PM 3 28\nDIVISION OF\nCOMMUNICATIONS\n"
          "AND RECORDS", "1170 190 390 350", "top", "1939-05-31"),
    said("heading", "SUBJECT:"),
    stamp("DIVISION OF\nEUROPEAN AFFAIRS\nJUN 2 1939\nDEPARTMENT OF STATE",
          "955 535 370 240", "top", "1939-06-02"),
    said("handwriting", "copy in Eu", hand="Division of European Affairs", place="above",
         zone="980 470 260 80"),
    stamp("LEGAL ADVISER\nJUN 28 1939\nDEPARTMENT OF STATE", "1290 610 345 190", "top",
          "1939-06-28"),
    said("handwriting", "file", hand="reader in the Department", place="top",
         zone="1440 490 220 130"),
    said("handwriting", "864.4016", hand="filing clerk", place="margin-left",
         zone="90 790 190 150"),
    stamp("864.4016/141", "1615 800 60 430", "margin-right", kind="other"),
    stamp("Distribution Instructions\nO.N.I. after M.I.D. in full\nJustice\nJUN 12 1939",
          "1005 880 550 220", "inline", "1939-06-12", "other"),
    said("handwriting", "O.N.I. after M.I.D. in full\nJustice", hand="Department of State"),
    stamp("ADVISER ON POLITICAL RELATIONS\nMR. DUNN\nJUN 6 1939\nDEPARTMENT OF STATE",
          "1110 1140 400 210", "inline", "1939-06-06"),
    stamp("A-M/C\nRECORDING DESK\nFILE-C.S.", "335 1210 290 170", "margin-left", kind="other"),
    said("deletion", "A-M/C", type="strikethrough"),
    said("address", "The Honorable\nThe Secretary of State,\nWashington."),
    stamp("DEPARTMENT OF STATE\nDIVISION OF\nCOMMUNICATIONS AND RECORDS\nPUBLICATIONS SECTION\n"
          "JUN 1 - 1939\nCopy of accompanying\ndocuments stamped to be\nreturned to DCR",
          "1050 1480 410 295", "margin-right", "1939-06-01"),
    stamp("G/HC", "1620 1660 55 150", "margin-right", kind="other"),
    stamp("DEPARTMENT OF STATE\nA-M/C\nJUN 10 1939\nASSISTANT SECRETARY\nOF STATE",
          "130 1725 290 425", "margin-left", "1939-06"),
    said("unclear", "10", after="A-M/C\nJUN", reason="covered", certainty="low"),
    said("salutation", "Sir:"),
    said("paragraph", "With reference"),
    stamp("FILED\nJUN 29 1939", "1450 1890 130 220", "margin-right", "1939-06", "other"),
    said("unclear", "JUN 29 1939", reason="faded", certainty="low"),
    said("paragraph", "1/ There"),
    said("handwriting", "1/", place="margin-left"),
    said("handwriting", "2/", place="margin-left"),
    said("handwriting", "3/", place="margin-left"),
    said("footer", "of its"),
)  # fmt: skip
NS = {"t": "http://www.tei-c.org/ns/1.0"}
EXPECTED = {
    "//t:note[@type='stamp'][@facs]/t:stamp": 11,
    "//t:stamp[@when]": 8,
    "//t:opener//t:dateline/t:date[@when='1939-05-19']": 1,
    "//t:opener//t:salute": 1,
    "//t:div/t:p": 2,
    "//t:address/t:addrLine": 3,
    "//t:fw": 3,
    "//t:zone[@subtype='stamp']": 11,
}


@pytest.fixture
def folder(shared: Path, tmp_path: Path) -> Path:
    kept = Path(os.environ.get("CORRECTOR_KEPT", tmp_path)) / "despatch"
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    sample = shared / "samples" / "ehri_en" / PAGE
    shutil.copy(f"{sample}.jpg", kept / f"{PAGE}.jpg")
    shutil.copy(f"{sample}.gt.txt", kept / f"{PAGE}.txt")
    return kept


def type_all(person: Person) -> None:
    person.window.editor.setFocus()
    person.press(Qt.Key.Key_A, CONTROL)
    for number, line in enumerate(TEXT.removesuffix("\n").split("\n")):
        if number:
            person.press(Qt.Key.Key_Return)
        person.write(line)
    assert person.window.editor.exact_text().strip() == TEXT.strip()


@pytest.mark.window
def test_a_despatch_with_all_its_stamps_is_marked_and_exported(
    sit_down: Callable[..., int], corrector: Corrector, folder: Path, shared: Path
) -> None:
    save_settings(Settings(person_name="A. Reader"))

    def work(person: Person) -> None:
        person.window.resize(1280, 800)
        person.see_page(1)
        person.wait(lambda: not person.window.scan.state)
        type_all(person)
        save(person, 1)
        for one in MARKS:
            set_mark(person, one)
        save(person, 2)

    assert sit_down(work, "open", folder) == 0
    for field in ("date=1939-05-19", "place=Budapest", "recipient=The Secretary of State"):
        assert corrector("describe", folder, "--set", field).code == 0
    out = folder.parent
    schema = shared / "schemas" / "tei_profile_archival.rng"
    for profile, plain in (("diplomatic", "page"), ("reading", "reading")):
        tei = ("--to", "tei", "--schema", schema, "--profile", profile)
        assert corrector("export", folder, *tei, "--out", out / profile).code == 0
        txt = ("--to", "txt", "--profile", plain)
        assert corrector("export", folder, *txt, "--out", out / profile).code == 0
    (diplomatic,) = (out / "diplomatic").glob("*.xml")
    root = etree.parse(diplomatic)
    assert {path: len(root.xpath(path, namespaces=NS)) for path in EXPECTED} == EXPECTED
    if shutil.which("jing"):
        for file in out.glob("*/*.xml"):
            command = ["jing", shared / "schemas" / "tei_all.rng", file]
            assert subprocess.run(command, check=False).returncode == 0
