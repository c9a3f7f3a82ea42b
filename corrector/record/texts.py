"""The newest text of every page, one after another, for those who need all words."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from corrector.record.schema import VERSION


def newest_texts(connection: Connection) -> Iterator[tuple[int, str]]:
    """Yield the record's id of every page that has a text, and its newest text."""
    newest = (
        select(VERSION.c.page_id, func.max(VERSION.c.number).label("number"))
        .group_by(VERSION.c.page_id)
        .subquery()
    )
    wanted = select(VERSION.c.page_id, VERSION.c.text).join(
        newest, (VERSION.c.page_id == newest.c.page_id) & (VERSION.c.number == newest.c.number)
    )
    for row in connection.execute(wanted):
        yield row.page_id, row.text
