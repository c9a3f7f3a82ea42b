"""The header's account of the sources: scans, imported texts, and the two witnesses."""

from corrector.formats.material import DocumentMaterial
from corrector.formats.tei.page_context import PageContext
from corrector.formats.tei.vocabulary import (
    MACHINE_WITNESS,
    PAGE_WITNESS,
    XML_ID,
    Element,
    child,
)
from corrector.record.entries import Origin, TextSource

_FIRST_TEXTS = {
    Origin.IMPORTED: "the transcription as imported from the text files named above",
    Origin.RECOGNISED: "the output of text recognition",
}
_NOT_A_WITNESS = (
    "Not a textual witness of the document: its readings are recorded as evidence of the process "
    "of correction."
)


def write_source(
    material: DocumentMaterial, contexts: list[PageContext], description: Element
) -> None:
    """Append what is known of the sources to the file's description."""
    source = child(description, "sourceDesc")
    _shelf(material, source)
    origin = child(source, "bibl")
    child(origin, "title", {"level": "m"}, material.document.label or material.document.key)
    child(origin, "title", {"level": "s", "type": "collection"}, material.collection_title)
    _scans(contexts, source)
    _imported(contexts, source)
    _witnesses(contexts, source)


def _shelf(material: DocumentMaterial, source: Element) -> None:
    """Append where the document lies, as far as it was said."""
    said = material.description
    names = ("repository", "collection", "shelfmark", "declassification-case")
    if not any(said.get(name) for name in names):
        return
    place = child(child(source, "msDesc"), "msIdentifier")
    for name in names[:2]:
        if said.get(name):
            child(place, name, text=said[name])
    if said.get("shelfmark"):
        child(place, "idno", {"type": "shelfmark"}, said["shelfmark"])
    if said.get("declassification-case"):
        case = child(place, "altIdentifier", {"type": "declassification-case"})
        child(case, "idno", text=said["declassification-case"])


def _scans(contexts: list[PageContext], source: Element) -> None:
    scanned = [context for context in contexts if context.material.page.scan is not None]
    if not scanned:
        return
    scans = child(source, "listBibl", {"type": "scans"})
    for context in scanned:
        page = context.material.page
        image = child(scans, "bibl", {XML_ID: context.ids.image})
        child(image, "title", {"type": "file"}, page.scan or "")
        if page.frame:
            child(image, "biblScope", {"unit": "image"}, str(page.frame + 1))
        _hash(image, page.scan_sha256)


def _imported(contexts: list[PageContext], source: Element) -> None:
    """Append one entry for each file from which text was imported."""
    files: dict[str, TextSource] = {}
    for context in contexts:
        imported = context.material.page.text_source
        if imported is not None:
            files.setdefault(imported.path, imported)
    if not files:
        return
    texts = child(source, "listBibl", {"type": "imported-texts"})
    for path, imported in files.items():
        entry = child(texts, "bibl")
        child(entry, "title", {"type": "file"}, path)
        _hash(entry, imported.sha256)


def _hash(parent: Element, sha256: str) -> None:
    if sha256:
        child(parent, "idno", {"type": "sha256"}, sha256)


def _witnesses(contexts: list[PageContext], source: Element) -> None:
    witnesses = child(source, "listWit")
    if any(context.material.page.scan is not None for context in contexts):
        text = "The pages themselves, as seen on the scans."
        child(witnesses, "witness", {XML_ID: PAGE_WITNESS}, text)
    firsts = {
        context.material.versions[0].origin for context in contexts if context.material.versions
    }
    told = sorted({_FIRST_TEXTS.get(origin, "the transcription as typed") for origin in firsts})
    named = ", or ".join(told) or "none"
    text = f"The first version of each page: {named}. {_NOT_A_WITNESS}"
    child(witnesses, "witness", {XML_ID: MACHINE_WITNESS}, text)
