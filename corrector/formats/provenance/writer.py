"""Writes the history of a document as one PROV-JSON file."""

from typing import Final

from corrector.formats.file_names import safe_stem
from corrector.formats.material import DocumentMaterial, PageMaterial
from corrector.formats.provenance import agents, files
from corrector.formats.provenance.graph import Attributes, Graph
from corrector.formats.provenance.names import PageNames, export_name, namespaces, term
from corrector.formats.provenance.remarks import write_remarks
from corrector.formats.provenance.versions import write_versions
from corrector.formats.written import WrittenFile

SUFFIX: Final = ".prov.json"
MEDIA_TYPE: Final = "application/json"

_EXPORT: Final = "c:export"


def write_provenance(material: DocumentMaterial) -> WrittenFile:
    """Return the document's history: agents, files, versions, corrections, reviews, this export."""
    name = f"{safe_stem(material.document.label or material.document.key)}{SUFFIX}"
    graph = Graph(namespaces(material.collection_identifier))
    for page in material.pages:
        _write_page(graph, page)
        write_versions(graph, page)
        write_remarks(graph, page)
    _write_export(graph, material, name)
    return WrittenFile(name, graph.as_json())


def _write_page(graph: Graph, page: PageMaterial) -> None:
    files.scan(graph, page)
    files.imported_text(graph, page)
    said: Attributes = {
        "prov:label": page.page.label,
        term("number"): page.page.number,
        term("status"): page.page.status.value,
    }
    graph.entity(PageNames(page.page.id).page, term("Transcription"), said)


def _write_export(graph: Graph, material: DocumentMaterial, name: str) -> None:
    """State the making of this very file, which cannot hold its own hash."""
    said: Attributes = {
        "prov:label": name,
        "dcterms:format": MEDIA_TYPE,
        "dcterms:title": material.document.label or material.document.key,
        "dcterms:isPartOf": material.collection_title,
    }
    file = graph.entity(export_name(name), term("Export"), said)
    at = material.exported
    activity = graph.activity(_EXPORT, term("Exporting"), {}, start=at, end=at)
    title = f"Corrector {material.program_version}".strip()
    graph.associated(activity, agents.program(graph, title))
    graph.generated(file, activity, at)
    for page in material.pages:
        if page.versions:
            newest = PageNames(page.page.id).version(page.versions[-1].number)
            graph.used(activity, newest)
            graph.derived(file, newest, activity)
