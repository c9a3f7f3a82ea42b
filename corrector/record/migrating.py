"""Knows which schema a record has, refuses what is not ours or newer, and brings older ones up."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from corrector.errors import InputError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.database import Database

NEWEST: Final = 3
"""Number of the newest schema this program knows; the files of `migrations/versions` end there."""


def schema_of(connection: Connection, database: Database) -> int:
    """Return the schema number of the database, 0 where it holds nothing yet.

    Raises:
        InputError: if it belongs to another program or to a newer Corrector.
    """
    number = database.read_schema(connection)
    if number is None:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Record",
                "“{path}” is a database of another program, not a record of Corrector. "
                "It was left as it is. Choose another file or folder.",
            ),
            path=database.name,
        )
    if number > NEWEST:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Record",
                "“{path}” was written by a newer Corrector (schema {number}; this one knows up to "
                "{newest}). It was left as it is and nothing is lost. Install the newer program to "
                "open it.",
            ),
            path=database.name,
            number=number,
            newest=NEWEST,
        )
    return number


def migrate(connection: Connection) -> None:
    """Bring the tables to the newest schema within the running transaction."""
    # Alembic takes 150 ms to import, and nearly every opening finds the newest schema.
    from alembic import command
    from alembic.config import Config

    config = Config()
    folder = Path(__file__).with_name("migrations")
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, f"{NEWEST:04d}")
