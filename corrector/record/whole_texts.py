"""Texts of whole documents that are not divided among their pages yet; their files keep them."""

from typing import Final

from sqlalchemy import Connection, select, update

from corrector.record.changes import note_arrangement
from corrector.record.entries import WholeText
from corrector.record.packing import canonical, packed_source, unpacked_mapping, unpacked_source
from corrector.record.schema import DOCUMENT

_TEXT: Final = "whole-text"
_ASIDE: Final = "whole-text-aside"
"""Names among the details of a document; other names are kept as they are."""


def whole_texts(connection: Connection) -> dict[str, WholeText]:
    """Return the undivided text of each document that has one, by the document's key."""
    found = connection.execute(
        select(DOCUMENT.c.key, DOCUMENT.c.details).where(DOCUMENT.c.details != "{}")
    )
    texts = ((row.key, _unpacked(row.details)) for row in found)
    return {key: text for key, text in texts if text is not None}


def keep_whole_text(connection: Connection, key: str, text: WholeText | None) -> None:
    """Say which undivided text the document called `key` has; None when it is divided."""
    wanted = select(DOCUMENT.c.details).where(DOCUMENT.c.key == key)
    details = dict(unpacked_mapping(connection.execute(wanted).scalar_one()))
    details.pop(_TEXT, None)
    details.pop(_ASIDE, None)
    if text is not None:
        details[_TEXT] = packed_source(text.source) or ""
        if text.aside:
            details[_ASIDE] = "yes"
    change = update(DOCUMENT).where(DOCUMENT.c.key == key).values(details=canonical(details))
    connection.execute(change)
    note_arrangement(connection)


def waits(details: str) -> bool:
    """Tell from the details of a document whether its text waits to be divided."""
    found = None if details == "{}" else _unpacked(details)
    return found is not None and not found.aside


def _unpacked(details: str) -> WholeText | None:
    found = unpacked_mapping(details)
    source = unpacked_source(found.get(_TEXT))
    return None if source is None else WholeText(source, _ASIDE in found)
