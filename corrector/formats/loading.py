"""Loads the writer of a format when something is written: most of them need large libraries."""

from typing import TYPE_CHECKING

from corrector.formats.format import Write

if TYPE_CHECKING:
    from corrector.formats.material import DocumentMaterial
    from corrector.formats.written import WrittenFile


def plain_text(material: "DocumentMaterial", *, keep_encoding: bool = False) -> "WrittenFile":
    """Write the texts as they are."""
    from corrector.formats.plain_text import write_plain_text

    return write_plain_text(material, keep_encoding=keep_encoding)


def reading_text(material: "DocumentMaterial") -> "WrittenFile":
    """Write the texts with their lines joined."""
    from corrector.formats.plain_text import write_reading_text

    return write_reading_text(material)


def tei(profile: str) -> Write:
    """Return what writes a profile of TEI."""

    def write(material: "DocumentMaterial") -> "WrittenFile":
        from corrector.formats.tei.profiles import Profile
        from corrector.formats.tei.writer import write_tei

        return write_tei(material, Profile(profile))

    return write


def provenance(material: "DocumentMaterial") -> "WrittenFile":
    """Write the history."""
    from corrector.formats.provenance.writer import write_provenance

    return write_provenance(material)


def hocr(material: "DocumentMaterial", *, afresh: bool = False) -> "WrittenFile":
    """Write a page as hOCR."""
    from corrector.formats.hocr.writer import HOCR
    from corrector.formats.layout.writing import write_placed

    return write_placed(material, HOCR, afresh=afresh)


def alto(material: "DocumentMaterial", *, afresh: bool = False) -> "WrittenFile":
    """Write a page as ALTO."""
    from corrector.formats.alto.writer import ALTO
    from corrector.formats.layout.writing import write_placed

    return write_placed(material, ALTO, afresh=afresh)


def page_xml(material: "DocumentMaterial", *, afresh: bool = False) -> "WrittenFile":
    """Write a page as PAGE."""
    from corrector.formats.layout.writing import write_placed
    from corrector.formats.page_xml.writer import PAGE_XML

    return write_placed(material, PAGE_XML, afresh=afresh)


def searchable_pdf(material: "DocumentMaterial") -> "WrittenFile":
    """Write the scans with the text unseen."""
    from corrector.formats.searchable_pdf.writer import write_pdf

    return write_pdf(material)
