"""The header's account of the publication: who has the document, its number, its licence."""

from corrector.formats.material import DocumentMaterial
from corrector.formats.tei.vocabulary import Element, child
from corrector.formats.tei.web import web_address

_UNPUBLISHED = "Unpublished working transcription."


def write_publication(material: DocumentMaterial, description: Element) -> None:
    """Append what was said of the publication; nothing is invented where nothing was said."""
    publication = child(description, "publicationStmt")
    said = material.description
    repository, licence = said.get("repository"), said.get("licence")
    if not repository:
        child(publication, "p", text=_UNPUBLISHED)
        if licence:
            child(publication, "p", text=f"Licence: {licence}")
        return
    child(publication, "authority", text=repository)
    if material.document.label:
        child(publication, "idno", {"type": "local"}, material.document.label)
    availability = child(publication, "availability")
    if licence:
        child(availability, "licence", {"target": web_address(licence)}, licence)
    else:
        child(availability, "p", text=_UNPUBLISHED)
