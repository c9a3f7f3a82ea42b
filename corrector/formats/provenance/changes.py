"""The corrections that a version brought, and the marks that were set in the text."""

from collections import Counter
from collections.abc import Sequence

from corrector.formats.material import PageMaterial
from corrector.formats.provenance.agents import maker_of, person
from corrector.formats.provenance.graph import Attributes, Graph, Literal, qualified, typed_time
from corrector.formats.provenance.names import PageNames, term
from corrector.record.entries import Correction, Person, Version
from corrector.text.marks import Mark


def write_corrections(graph: Graph, names: PageNames, page: PageMaterial, version: Version) -> None:
    """State every correction of `version` as a member of what its activity brought."""
    if not version.corrections:
        return
    together = graph.entity(names.corrections(version.number), "prov:Collection", {})
    graph.generated(together, names.making(version.number), version.time)
    maker = maker_of(graph, version)
    for index, correction in enumerate(version.corrections):
        said: Attributes = _said(correction) | {
            term("page"): page.page.label,
            "prov:generatedAtTime": typed_time(version.time),
        }
        name = names.correction(version.number, index)
        graph.entity(name, term("TokenCorrection"), said)
        graph.member(together, name)
        graph.attributed(name, maker)


def write_marks(graph: Graph, names: PageNames, versions: Sequence[Version]) -> None:
    """State what persons said about places of the text, each once: where it was first saved."""
    stated: set[tuple[str, str, str, str, int]] = set()
    for version in versions:
        alike: Counter[tuple[str, str, str, str]] = Counter()
        for mark in version.marks:
            said = (mark.kind, mark.author, mark.time, mark.note)
            alike[said] += 1
            known = (*said, alike[said])
            if known not in stated:
                stated.add(known)
                _write_mark(graph, names.mark(len(stated)), names.version(version.number), mark)


def _write_mark(graph: Graph, name: str, version: str, mark: Mark) -> None:
    said: Attributes = {
        term("kind"): mark.kind,
        term("about"): qualified(version),
        term("start"): mark.span.start,
        term("end"): mark.span.end,
        term("note"): mark.note,
        "prov:generatedAtTime": typed_time(mark.time),
    }
    graph.entity(name, term("Mark"), said)
    graph.attributed(name, person(graph, Person(mark.author)))


def _said(correction: Correction) -> dict[str, Literal | None]:
    """Return the fields of a correction; spans count code points of the two texts."""
    return {
        # An empty reading says something: it was added, or removed.
        term("before"): correction.old or {"$": "", "type": "xsd:string"},
        term("after"): correction.new or {"$": "", "type": "xsd:string"},
        term("beforeStart"): correction.old_span.start,
        term("beforeEnd"): correction.old_span.end,
        term("start"): correction.span.start,
        term("end"): correction.span.end,
        term("cause"): correction.cause.value,
        term("certainty"): correction.certainty.value,
        term("evidence"): correction.evidence,
        term("note"): correction.note,
        term("origin"): correction.origin.value,
        term("detail"): [f"{name}={value}" for name, value in sorted(correction.details.items())],
    }
