"""The corrections that a version brought, and the marks that stand in the last one."""

from corrector.formats.material import PageMaterial
from corrector.formats.provenance.agents import maker_of, person
from corrector.formats.provenance.graph import Attributes, Graph, Literal, typed_time
from corrector.formats.provenance.names import PageNames, term
from corrector.record.entries import Correction, Person, Version


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


def write_marks(graph: Graph, names: PageNames, version: Version) -> None:
    """State what persons said about places of the text as it is now."""
    for index, mark in enumerate(version.marks):
        said: Attributes = {
            term("kind"): mark.kind,
            term("start"): mark.span.start,
            term("end"): mark.span.end,
            term("note"): mark.note,
            "prov:generatedAtTime": typed_time(mark.time),
        }
        name = graph.entity(names.mark(version.number, index), term("Mark"), said)
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
