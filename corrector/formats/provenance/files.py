"""The files that a text was made from: scans, and texts that were imported."""

from corrector.formats.material import PageMaterial
from corrector.formats.provenance.graph import Attributes, Graph
from corrector.formats.provenance.names import file_name, term


def scan(graph: Graph, page: PageMaterial) -> str | None:
    """State the file of the page's scan; return its name, None without a scan."""
    path = page.page.scan
    if path is None:
        return None
    said: Attributes = {
        "prov:label": path,
        "dcterms:format": page.scan_mime,
        term("sha256"): page.page.scan_sha256,
    }
    return graph.entity(file_name(path), term("Scan"), said)


def imported_text(graph: Graph, page: PageMaterial) -> str | None:
    """State the file that the page's text was imported from; None where it was not."""
    source = page.page.text_source
    if source is None:
        return None
    said: Attributes = {
        "prov:label": source.path,
        term("sha256"): source.sha256,
    }
    return graph.entity(file_name(source.path), term("ImportedText"), said)
