"""What was said of a page as a whole: its statuses, reviews among them, and notes."""

from typing import Final

from corrector.formats.material import PageMaterial
from corrector.formats.provenance.agents import person
from corrector.formats.provenance.graph import Attributes, Graph, qualified, typed_time
from corrector.formats.provenance.names import PageNames, term
from corrector.formats.tei.moments import order
from corrector.record.entries import Status, Version
from corrector.record.remarks import Note

_REVIEWS: Final = frozenset({Status.PROOFREAD, Status.VALIDATED})


def write_remarks(graph: Graph, page: PageMaterial) -> None:
    """State the status changes and notes of a page."""
    names = PageNames(page.page.id)
    for index, change in enumerate(page.status_changes):
        kind = "Review" if change.status in _REVIEWS else "StatusChange"
        said: Attributes = {
            term("status"): change.status.value,
            term("note"): change.note,
            term("overrides"): True if change.overrides else None,
        }
        name = graph.activity(
            names.status(index), term(kind), said, start=change.time, end=change.time
        )
        graph.associated(name, person(graph, change.author))
        seen = _version_at(page, change.time)
        graph.used(name, names.page if seen is None else names.version(seen.number))
    for index, note in enumerate(page.notes):
        _write_note(graph, names, index, note)


def _write_note(graph: Graph, names: PageNames, index: int, note: Note) -> None:
    span = note.subject.span
    said: Attributes = {
        term("text"): note.text,
        term("about"): qualified(_subject(names, note)),
        term("start"): None if span is None else span.start,
        term("end"): None if span is None else span.end,
        "prov:generatedAtTime": typed_time(note.time),
        term("detail"): [f"{name}={value}" for name, value in sorted(note.details.items())],
    }
    name = graph.entity(names.note(index), term("Note"), said)
    graph.attributed(name, person(graph, note.author))


def _subject(names: PageNames, note: Note) -> str:
    version, correction = note.subject.version, note.subject.correction
    if version is None:
        return names.page
    return names.version(version) if correction is None else names.correction(version, correction)


def _version_at(page: PageMaterial, time: str) -> Version | None:
    """Return the version that was the newest at `time`."""
    before = [one for one in page.versions if order(one.time) <= order(time)]
    return before[-1] if before else None
