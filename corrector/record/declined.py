"""Which proposal of a page a person looked through and did not want; nobody is asked again."""

from typing import Final

from sqlalchemy import Connection, select, update

from corrector.record.changes import note_change
from corrector.record.packing import canonical, unpacked_mapping
from corrector.record.schema import PAGE

_DECLINED: Final = "declined-reading"
"""A name among the details of a page; other names are kept as they are."""


def declined_reading(connection: Connection, page_id: int) -> int | None:
    """Return the id of the newest reading that was declined, or None."""
    said = _details(connection, page_id).get(_DECLINED, "")
    return int(said) if said.isdecimal() else None


def decline_reading(connection: Connection, page_id: int, reading_id: int) -> None:
    """Remember that nothing of a reading was wanted."""
    details = {**_details(connection, page_id), _DECLINED: str(reading_id)}
    connection.execute(update(PAGE).where(PAGE.c.id == page_id).values(details=canonical(details)))
    note_change(connection, page_id)


def _details(connection: Connection, page_id: int) -> dict[str, str]:
    wanted = select(PAGE.c.details).where(PAGE.c.id == page_id)
    return dict(unpacked_mapping(connection.execute(wanted).scalar_one()))
