"""PROV-JSON says all that the record says, by the rules of the W3C, and the same every time."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corrector.formats.material import DocumentMaterial, PageMaterial
from corrector.formats.provenance.names import PageNames
from corrector.formats.provenance.writer import write_provenance
from corrector.record.entries import Cause, Certainty, Correction, Origin, Person, Status, Version
from corrector.record.remarks import Note, StatusChange, Subject
from corrector.text.decoding import TextForm
from corrector.text.marks import Mark
from corrector.text.tokens import Span
from tests.formats.material_makers import ADA, Makers

jsonschema = pytest.importorskip("jsonschema")
model = pytest.importorskip("prov.model")

Check = Callable[[bytes], Any]
LATER = "2026-11-20T10:00:00+00:00"


@pytest.fixture(scope="module")
def check(shared: Path) -> Check:
    """Holds a file to the schema and to the library `prov`; returns what that library read."""
    path = shared / "schemas" / "prov" / "prov-json.schema.json"
    if not path.is_file():
        pytest.skip(f"no schema at {path}")
    validator = jsonschema.Draft4Validator(json.loads(path.read_text("utf-8")))

    def run(content: bytes) -> Any:
        validator.validate(json.loads(content))
        read = model.ProvDocument.deserialize(content=content.decode(), format="json")
        again = read.serialize(format="json")
        assert model.ProvDocument.deserialize(content=again, format="json") == read
        return read

    return run


def written(material: DocumentMaterial) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(write_provenance(material).content)
    return found


def full_page(make: Makers, number: int = 1) -> PageMaterial:
    """A page to which everything happened that can happen."""
    correction = Correction(
        "Presldent",
        "President",
        Span(4, 13),
        Span(4, 13),
        Cause.MISREAD_CHARACTER,
        Certainty.HIGH,
        "the scan",
        "i read as l",
        Origin.SERIES,
        {"rule": "l for i"},
    )
    versions = make.versions(
        "The Presldent",
        "The President",
        corrections=[correction],
        marks=[Mark("confirmed", Span(4, 13), "Ada Example", LATER, "clear")],
    )
    first = replace(
        versions[0],
        details={"engine": "tesseract", "engine-version": "5.3.0", "languages": "eng", "psm": "3"},
    )
    restored = replace(
        versions[0],
        number=2,
        parent=1,
        author=Person("Ben Example"),
        origin=Origin.RESTORED,
        details={"restored": "0"},
        time="2026-11-03T10:00:00+00:00",
        corrections=(),
        marks=versions[1].marks,
    )
    return make.page(
        number=number,
        versions=(first, versions[1], restored),
        status_changes=(
            StatusChange(Status.IN_PROGRESS, ADA, "2026-11-02T11:00:00+00:00", ""),
            StatusChange(Status.VALIDATED, ADA, LATER, "twice", overrides=True),
        ),
        notes=(
            Note(1, Subject(), ADA, LATER, "on the page"),
            Note(2, Subject(1, 0), ADA, LATER, "on a correction", {"cause": "case"}),
            Note(3, Subject(1, None, Span(0, 3)), ADA, LATER, "on a span"),
        ),
    )


def values(thing: Mapping[str, Any]) -> dict[str, Any]:
    """Attributes without the types of their values."""
    return {name: value["$"] if isinstance(value, dict) else value for name, value in thing.items()}


def test_everything_that_happened_is_valid_and_read_back_equal(make: Makers, check: Check) -> None:
    source = make.source(TextForm())
    pages = (full_page(make), make.page("one\n", "two\n", number=2, source=source), make.page())
    content = write_provenance(make.document(*pages)).content
    read = check(content)

    told = json.loads(content)
    for kind in ("agent", "entity", "activity"):
        assert len(told[kind]) == len(
            list(read.get_records(getattr(model, f"Prov{kind.capitalize()}")))
        )


def test_all_relations_name_things_that_are_there(make: Makers) -> None:
    told = written(make.document(full_page(make), make.page("a", "b", number=2)))
    things = {**told["agent"], **told["entity"], **told["activity"]}

    for kind, relations in told.items():
        if kind in {"prefix", "agent", "entity", "activity"}:
            continue
        for relation in relations.values():
            ends = [value for name, value in relation.items() if name.startswith("prov:")]
            for end in ends:
                if isinstance(end, str) and end.startswith("c:"):
                    assert end in things, (kind, relation)


def test_a_correction_says_all_that_the_record_says(make: Makers) -> None:
    told = written(make.document(full_page(make)))
    name = PageNames(1).correction(1, 0)

    assert values(told["entity"][name]) == {
        "prov:type": "tc:TokenCorrection",
        "tc:before": "Presldent",
        "tc:after": "President",
        "tc:beforeStart": 4,
        "tc:beforeEnd": 13,
        "tc:start": 4,
        "tc:end": 13,
        "tc:cause": "misread-character",
        "tc:certainty": "high",
        "tc:evidence": "the scan",
        "tc:note": "i read as l",
        "tc:origin": "series",
        "tc:detail": ["rule=l for i"],
        "tc:page": "page 1",
        "prov:generatedAtTime": "2026-11-02T10:00:00+00:00",
    }
    assert any(
        one["prov:entity"] == name and one["prov:agent"].startswith("c:person/Ada%20Example")
        for one in told["wasAttributedTo"].values()
    )
    assert [one["prov:entity"] for one in told["hadMember"].values()] == [name]


def test_agents_are_persons_the_engine_with_its_model_and_the_program(make: Makers) -> None:
    told = written(make.document(full_page(make)))

    assert {name: values(one)["prov:type"] for name, one in told["agent"].items()} == {
        "c:program/tesseract%205.3.0/eng": "prov:SoftwareAgent",
        "c:person/Ada%20Example/https%3A%2F%2Forcid.org%2F0000-0000-0000-0000": "prov:Person",
        "c:person/Ada%20Example": "prov:Person",
        "c:person/Ben%20Example": "prov:Person",
        "c:program/Corrector%200.1.0": "prov:SoftwareAgent",
    }


def test_versions_carry_both_hashes_and_scans_theirs(make: Makers) -> None:
    versions = tuple(replace(one, chain=f"chain {one.number}") for one in make.versions("a", "b"))
    told = written(make.document(make.page(versions=versions)))

    for version in versions:
        said = told["entity"][PageNames(1).version(version.number)]
        assert (said["tc:sha256"], said["tc:chain"]) == (version.sha256, version.chain)
    assert told["entity"]["c:file/scan.jpg"]["tc:sha256"] == "ab" * 32


def test_recognition_import_correction_and_restoring_are_told_apart(make: Makers) -> None:
    source = make.source(TextForm(), path="texts/old letter.txt")
    imported = make.versions("x", origin=Origin.IMPORTED)
    material = make.document(full_page(make), make.page(number=2, source=source, versions=imported))
    told = written(material)
    kinds = {
        name: values(one)["prov:type"]
        for name, one in told["activity"].items()
        if name.endswith(".making")
    }
    used = {(one["prov:activity"], one["prov:entity"]) for one in told["used"].values()}

    assert kinds == {
        "c:page-1.v0.making": "tc:TextRecognition",
        "c:page-1.v1.making": "tc:Correction",
        "c:page-1.v2.making": "tc:Restoration",
        "c:page-2.v0.making": "tc:Import",
    }
    assert ("c:page-1.v0.making", "c:file/scan.jpg") in used
    assert ("c:page-1.v1.making", "c:file/scan.jpg") in used
    assert ("c:page-1.v2.making", "c:page-1.v0") in used
    assert ("c:page-1.v2.making", "c:file/scan.jpg") not in used
    assert ("c:page-2.v0.making", "c:file/texts/old%20letter.txt") in used


def test_a_scan_counts_as_looked_at_only_where_somebody_gave_evidence(make: Makers) -> None:
    versions = tuple(replace(one, evidence="") for one in make.versions("a", "b"))
    told = written(make.document(make.page(versions=versions)))

    activities = [
        one["prov:activity"]
        for one in told["used"].values()
        if one["prov:entity"] == "c:file/scan.jpg"
    ]
    assert activities == ["c:page-1.v0.making"]


def test_a_review_used_the_version_that_was_newest_then(make: Makers) -> None:
    told = written(make.document(full_page(make)))
    first, second = (told["activity"][PageNames(1).status(index)] for index in (0, 1))
    used = {one["prov:activity"]: one["prov:entity"] for one in told["used"].values()}

    assert (values(first)["prov:type"], first["tc:status"]) == ("tc:StatusChange", "in progress")
    assert (values(second)["prov:type"], second["tc:status"]) == ("tc:Review", "validated")
    assert (second["tc:note"], second["tc:overrides"]) == ("twice", True)
    assert used[PageNames(1).status(0)] == "c:page-1.v1"
    assert used[PageNames(1).status(1)] == "c:page-1.v2"


def test_a_mark_that_stays_through_versions_is_stated_once_with_its_first_place(
    make: Makers,
) -> None:
    told = written(make.document(full_page(make)))
    marks = [one for one in told["entity"].values() if one["prov:type"]["$"] == "tc:Mark"]

    assert [values(mark)["tc:about"] for mark in marks] == ["c:page-1.v1"]
    assert (marks[0]["tc:start"], marks[0]["tc:end"], marks[0]["tc:kind"]) == (4, 13, "confirmed")


def test_notes_say_what_they_are_about(make: Makers) -> None:
    told = written(make.document(full_page(make)))
    notes = [values(told["entity"][PageNames(1).note(index)]) for index in range(3)]

    assert [note["tc:about"] for note in notes] == ["c:page-1", "c:page-1.v1.c1", "c:page-1.v1"]
    assert notes[1]["tc:detail"] == ["cause=case"]
    assert (notes[2]["tc:start"], notes[2]["tc:end"]) == (0, 3)


def test_the_same_record_gives_the_same_bytes_but_for_the_moment_of_the_export(
    make: Makers,
) -> None:
    material = make.document(full_page(make), collection_identifier="1-2-3")
    moment = "2030-01-01T00:00:00+00:00"
    later = replace(material, exported=moment)

    assert write_provenance(material) == write_provenance(material)
    changed = write_provenance(later).content.decode().replace(moment, material.exported)
    assert changed == write_provenance(material).content.decode()
    assert written(material)["prefix"]["c"] == "urn:uuid:1-2-3#"


def test_a_further_version_changes_no_name_that_was_given_before(make: Makers) -> None:
    page = full_page(make)
    shorter = replace(page, versions=page.versions[:2], status_changes=(), notes=())
    before, after = (written(make.document(one)) for one in (shorter, page))

    for kind, things in before.items():
        lost = set(things) - set(after[kind])
        assert not {name for name in lost if not name.startswith("_:export")}, kind


def test_what_was_added_or_removed_differs_from_what_was_not_said(
    make: Makers, check: Check
) -> None:
    material = make.document(make.page("a c", "a b c", "a b"))
    told = written(material)
    check(write_provenance(material).content)

    added, removed = (told["entity"][PageNames(1).correction(number, 0)] for number in (1, 2))
    assert values(added)["tc:before"] == ""
    assert values(removed)["tc:after"] == ""


@pytest.mark.parametrize("time", ["", "yesterday", "2026-11-02", "2026-11-02T10:00:00"])
def test_a_time_that_prov_cannot_hold_is_left_out(make: Makers, check: Check, time: str) -> None:
    versions = tuple(replace(one, time=time) for one in make.versions("a", "b"))
    material = replace(make.document(make.page(versions=versions)), exported=time)

    check(write_provenance(material).content)
    assert "prov:endTime" not in written(material)["activity"]["c:page-1.v1.making"]


anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@settings(max_examples=60, deadline=None)
@given(anything, anything, anything, anything)
def test_any_words_of_people_give_a_valid_file_that_keeps_them(
    name: str, identifier: str, note: str, text: str
) -> None:
    make = Makers()
    versions: tuple[Version, ...] = tuple(
        replace(one, author=Person(name, identifier), note=note, details={"key\n": note})
        for one in make.versions("machine", text)
    )
    page = make.page(versions=versions, scan=f"dir/{text}.jpg")
    material = make.document(page, label=text)
    content = write_provenance(material).content

    read = model.ProvDocument.deserialize(content=content.decode(), format="json")
    again = model.ProvDocument.deserialize(content=read.serialize(format="json"), format="json")
    assert read == again
    if note:
        assert json.loads(content)["activity"]["c:page-1.v1.making"]["tc:note"] == note
