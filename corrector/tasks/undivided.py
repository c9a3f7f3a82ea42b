"""Finds texts of whole documents that nothing divides, and lets them wait in the record."""

from collections.abc import Mapping, Sequence

from corrector.messages import QT_TRANSLATE_NOOP, message
from corrector.record.connection import Connection
from corrector.record.entries import Page, TextSource, WholeText
from corrector.record.pages import list_documents
from corrector.record.record import Record
from corrector.record.whole_texts import keep_whole_text, whole_texts
from corrector.scans.listing import FolderProblem, FoundText, Listing
from corrector.tasks.found_texts import FoundTexts

Sources = Mapping[str, TextSource]
"""Where the undivided text of a document comes from, by the document's key."""


def undivided(listing: Listing, pages: Sequence[Page], texts: FoundTexts) -> Sources:
    """Return the texts of `listing` that can be divided: no page of their documents has a text.

    Args:
        listing: what lies in the folder.
        pages: those that the record knows already.
        texts: reads them.
    """
    begun = {page.document for page in pages if page.versions}
    found: dict[str, TextSource] = {}
    for document in listing.documents:
        if document.text is not None and document.key not in begun:
            part = texts.part(FoundText(document.text))
            if part is not None:
                found[document.key] = part.source
    return found


def keep_undivided(connection: Connection, sources: Sources) -> None:
    """Let the texts wait to be divided; what a person left aside stays aside."""
    for key, text in _new(connection, sources).items():
        keep_whole_text(connection, key, text)


def keep_new_undivided(record: Record, sources: Sources) -> None:
    """Do the same in a transaction of its own, but none where the record knows them already."""
    if not sources:
        return
    with record.reading() as connection:
        new = _new(connection, sources)
    if new:
        with record.writing() as connection:
            keep_undivided(connection, sources)


def unused_texts(listing: Listing, pages: Sequence[Page]) -> tuple[FolderProblem, ...]:
    """Return which texts of whole documents came when their pages had other texts already."""
    begun = {page.document for page in pages if page.versions}
    used = {page.text_source.path for page in pages if page.text_source is not None}
    return tuple(
        FolderProblem(document.text, message(_UNUSED, document=document.label))
        for document in listing.documents
        if document.text is not None and document.key in begun and str(document.text) not in used
    )


def _new(connection: Connection, sources: Sources) -> dict[str, WholeText]:
    """Return what the record does not know so; a text that changed is a new one."""
    known, documents = whole_texts(connection), list_documents(connection)
    return {
        one.key: WholeText(sources[one.key])
        for one in documents
        if one.key in sources
        and (one.key not in known or known[one.key].source != sources[one.key])
    }


_UNUSED = QT_TRANSLATE_NOOP(
    "Opening",
    "It is one text for all pages of “{document}”, but pages of it had a text already, so it was "
    "not used; those texts are unchanged.",
)
