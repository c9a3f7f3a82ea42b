"""The languages that persons set: for the collection, a document or a page; narrower ones win."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection, select, update

from corrector.record.changes import note_change
from corrector.record.descriptions import description_of_collection
from corrector.record.packing import canonical, unpacked_mapping
from corrector.record.schema import DOCUMENT, PAGE
from corrector.record.versions import require_storable

_FIELD: Final = "language"
_OF_DOCUMENT: Final = f"description:{_FIELD}"
"""What is said of a document and what it is checked in are one: its description's language."""
_OF_PAGE: Final = "language"
"""A name among the details of a page; other names are kept as they are."""
_NOTHING: Final[Mapping[int, str]] = MappingProxyType({})
_NO_DOCUMENTS: Final[Mapping[int, int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SetLanguages:
    """What is set, in the words of the person who set it, such as ``en+de``.

    Attributes:
        collection: for all that sets nothing else; empty where nothing is set.
        documents: by the document's id.
        pages: by the page's id.
        document_of: the ids of the documents that set something or have such a page, by page.
    """

    collection: str = ""
    documents: Mapping[int, str] = field(default_factory=lambda: _NOTHING)
    pages: Mapping[int, str] = field(default_factory=lambda: _NOTHING)
    document_of: Mapping[int, int] = field(default_factory=lambda: _NO_DOCUMENTS)

    def of_document(self, page_id: int) -> str:
        """Return what is set for the document of a page; empty where nothing is."""
        return self.documents.get(self.document_of.get(page_id, -1), "")


NOTHING_SET: Final = SetLanguages()


def set_languages(connection: Connection) -> SetLanguages:
    """Return everything that is set, read in three short questions."""
    documents = {
        row.id: said
        for row in connection.execute(
            select(DOCUMENT.c.id, DOCUMENT.c.details).where(DOCUMENT.c.details != "{}")
        )
        if (said := unpacked_mapping(row.details).get(_OF_DOCUMENT))
    }
    pages = {
        row.id: said
        for row in connection.execute(
            select(PAGE.c.id, PAGE.c.details).where(PAGE.c.details != "{}")
        )
        if (said := unpacked_mapping(row.details).get(_OF_PAGE))
    }
    document_of: dict[int, int] = {}
    if documents:
        wanted = select(PAGE.c.id, PAGE.c.document_id)
        document_of = {row.id: row.document_id for row in connection.execute(wanted)}
    collection = description_of_collection(connection).get(_FIELD, "")
    return SetLanguages(collection, documents, pages, document_of)


def set_page_language(connection: Connection, page_id: int, languages: str) -> None:
    """Set the languages of one page; an empty text takes them back.

    Raises:
        InputError: if the text holds what no text can.
    """
    require_storable(languages)
    wanted = select(PAGE.c.details).where(PAGE.c.id == page_id)
    details = dict(unpacked_mapping(connection.execute(wanted).scalar_one()))
    details.pop(_OF_PAGE, None)
    if languages.strip():
        details[_OF_PAGE] = languages.strip()
    connection.execute(update(PAGE).where(PAGE.c.id == page_id).values(details=canonical(details)))
    note_change(connection, page_id)
