"""Inserts one row and tells its id."""

from collections.abc import Mapping

from sqlalchemy import Connection, Table, insert


def insert_row(connection: Connection, table: Table, row: Mapping[str, object]) -> int:
    """Insert `row` into `table`; return the id that the database gave it."""
    key = connection.execute(insert(table).values(row)).inserted_primary_key
    if key is None:
        raise ValueError(f"{table.name} gives no ids")
    return int(key[0])
