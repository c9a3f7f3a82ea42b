"""Reads the description of a document back from the header of a TEI file of ours."""

from collections.abc import Mapping
from typing import Final

from corrector.formats.tei.vocabulary import Element, tei

_PLACES: Final = {
    "author": "titleStmt/author/persName",
    "recipient": "correspAction[@type='received']/persName",
    "date": "creation/date",
    "place": "correspAction[@type='sent']/placeName",
    "date-received": "correspAction[@type='received']/date",
    "place-received": "correspAction[@type='received']/placeName",
    "repository": "msIdentifier/repository",
    "collection": "msIdentifier/collection",
    "shelfmark": "msIdentifier/idno[@type='shelfmark']",
    "declassification-case": "altIdentifier[@type='declassification-case']/idno",
    "licence": "availability/licence",
    "editorial-declaration": "editorialDecl/p",
}


def description_in(root: Element) -> Mapping[str, str]:
    """Return what the header says of the document, by the names of the fields."""
    header = root.find(tei("teiHeader"))
    if header is None:
        return {}
    found = {name: header.findtext(f".//{_path(place)}") for name, place in _PLACES.items()}
    title = header.findtext(f".//{_path('titleStmt/title')}")
    label = header.findtext(f".//{_path('sourceDesc/bibl/title')}")
    found["title"] = title if title != label else None
    languages = [one.get("ident") or "" for one in header.iter(tei("language"))]
    terms = [one.text or "" for one in header.iterfind(f".//{_path('keywords/term')}")]
    found["keywords"] = "; ".join(terms)
    found["language"] = ", ".join(languages)
    return {name: value for name, value in found.items() if value}


def _path(place: str) -> str:
    return "/".join(tei(step) for step in place.split("/"))
