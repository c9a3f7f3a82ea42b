"""The versions of a page's text, and the activities from which they came."""

from typing import Final

from corrector.formats.material import PageMaterial
from corrector.formats.provenance import agents, files
from corrector.formats.provenance.changes import write_corrections, write_marks
from corrector.formats.provenance.graph import Attributes, Graph, qualified
from corrector.formats.provenance.names import PageNames, term
from corrector.record.entries import Origin, Version

RESTORED: Final = "restored"
"""In the details of a version: the number of the version whose text it took up again."""

_ACTIVITIES: Final = {
    Origin.IMPORTED: "Import",
    Origin.RECOGNISED: "TextRecognition",
    Origin.RESTORED: "Restoration",
    Origin.MERGED: "Merging",
    Origin.SERIES: "SeriesCorrection",
    Origin.PROPOSAL: "AdoptionOfProposal",
    Origin.TOOL: "ToolRun",
}
"""Everything else that makes a version is a correction by hand."""

_SAID_OTHERWISE: Final = frozenset(
    {"engine", "engine-version", "languages", "file", "part", "file-sha256", "scan-sha256"}
)
"""Details that agents and files say already."""


def write_versions(graph: Graph, page: PageMaterial) -> None:
    """State all versions of a page and how each came to be."""
    names = PageNames(page.page.id)
    for version in page.versions:
        _write_version(graph, names, version)
        _write_making(graph, names, page, version)
        write_corrections(graph, names, page, version)
    write_marks(graph, names, page.versions)


def _write_version(graph: Graph, names: PageNames, version: Version) -> None:
    said: Attributes = {
        "prov:label": f"version {version.number}",
        term("number"): version.number,
        term("origin"): version.origin.value,
        term("sha256"): version.sha256,
        term("chain"): version.chain,
    }
    name = graph.entity(names.version(version.number), term("TranscriptionVersion"), said)
    graph.specialised(name, names.page)


def _write_making(graph: Graph, names: PageNames, page: PageMaterial, version: Version) -> None:
    """State the activity that ended when the version was saved; when it began is not recorded."""
    origin = version.origin
    first = version.number == 0
    kind = _ACTIVITIES.get(origin, "Transcription" if first else "Correction")
    said: Attributes = {
        term("note"): version.note,
        term("evidence"): version.evidence,
        term("parameter"): _parameters(version),
    }
    name = graph.activity(names.making(version.number), term(kind), said, end=version.time)
    graph.generated(names.version(version.number), name, version.time)
    graph.associated(name, agents.maker_of(graph, version))
    _write_sources(graph, names, page, version, name)
    _write_predecessors(graph, names, version, name)


def _parameters(version: Version) -> list[str]:
    return [
        f"{name}={value}"
        for name, value in sorted(version.details.items())
        if name not in _SAID_OTHERWISE
    ]


def _write_sources(
    graph: Graph, names: PageNames, page: PageMaterial, version: Version, activity: str
) -> None:
    """State which files were used: the scan, for a correction, only where somebody said so."""
    scan = files.scan(graph, page)
    if version.origin is Origin.IMPORTED and version.number == 0:
        _write_import(graph, names, page, version, activity)
    elif scan is None:
        return
    elif version.origin is Origin.RECOGNISED:
        graph.used(activity, scan, {term("frame"): page.page.frame})
        graph.derived(names.version(version.number), scan, activity)
    elif version.evidence or any(one.evidence for one in version.corrections):
        graph.used(activity, scan, {"prov:role": qualified(term("evidence"))})


def _write_import(
    graph: Graph, names: PageNames, page: PageMaterial, version: Version, activity: str
) -> None:
    source = files.imported_text(graph, page)
    if source is None:
        return
    part = page.page.text_source.part if page.page.text_source is not None else 0
    graph.used(activity, source, {term("part"): part})
    graph.derived(names.version(version.number), source, activity)
    engine = agents.engine_of(graph, version)
    if engine is not None:
        graph.attributed(source, engine)


def _write_predecessors(graph: Graph, names: PageNames, version: Version, activity: str) -> None:
    own = names.version(version.number)
    if version.parent is not None:
        parent = names.version(version.parent)
        graph.used(activity, parent)
        graph.derived(own, parent, activity, {"prov:type": qualified("prov:Revision")})
    restored = version.details.get(RESTORED, "")
    if version.origin is Origin.RESTORED and restored.isdecimal():
        old = names.version(int(restored))
        graph.used(activity, old, {"prov:role": qualified(term("restored"))})
        graph.derived(own, old, activity, {"prov:type": qualified("prov:PrimarySource")})
