"""Opens a record on a PostgreSQL server, and holds all that is particular to PostgreSQL."""

import contextlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, cast

from sqlalchemy import Connection, Engine, create_engine, event, text

from corrector.errors import InputError, MissingProgramError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.addresses import DatabaseAddress
from corrector.record.database import APPLICATION_ID, BUSY_SECONDS
from corrector.record.postgresql_checks import faults_of
from corrector.record.postgresql_failures import foreign_encoding, nothing_there, worded
from corrector.record.postgresql_pool import ClosingPool
from corrector.record.postgresql_sessions import Session

_PATIENCE: Final = {
    "connect_timeout": 10,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
"""Of a connection, in seconds (the last one in milliseconds); the address may say otherwise."""
_IMPORTING: Final = 1
"""Second half of the key of the lock that is held while documents and pages are added."""
_SETTINGS: Final = (
    f"SET lock_timeout = '{int(BUSY_SECONDS * 1000)}ms'",
    "SET idle_in_transaction_session_timeout = '60s'",
    "SET tcp_keepalives_idle = 10",
    "SET tcp_keepalives_interval = 5",
    "SET tcp_keepalives_count = 3",
    # Committed means on the disk, whatever the server's default is.
    "SET synchronous_commit = on",
)
_MARK: Final = "Corrector record, schema "


class PostgresqlDatabase:
    """A record in the current schema of a database on a server; see `Database`."""

    path: Path | None = None
    shared = True
    one_connection = False

    def __init__(self, address: DatabaseAddress, *, read_only: bool) -> None:
        """Prepare connections; none is made yet.

        Raises:
            MissingProgramError: if the driver is not installed.
        """
        self.name = address.name
        self._connect = _connector(address)
        engine = create_engine(
            "postgresql+psycopg://",
            creator=self._connect,
            poolclass=ClosingPool,
            pool_pre_ping=True,
            use_native_hstore=False,
        )
        event.listen(engine, "connect", _prepare)
        self._pool = cast("ClosingPool", engine.pool)
        self.reading: Engine = engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        self.writing: Engine = engine.execution_options(isolation_level="READ COMMITTED")
        self._read_only = read_only
        self._session = Session(self._connect, APPLICATION_ID)

    def worded(self, *, writing: bool) -> contextlib.AbstractContextManager[None]:
        return worded(self.name, writing=writing)

    def require_same(self) -> None:
        """A server's database cannot be exchanged under an open connection."""

    def prepare_for_work(self) -> None:
        """Nothing lasts but what the connections set for themselves."""

    def read_schema(self, connection: Connection) -> int | None:
        encoding = connection.scalar(text("SHOW server_encoding"))
        if encoding != "UTF8":
            raise foreign_encoding(self.name, str(encoding))
        said = connection.scalar(
            text(
                "SELECT obj_description(c.oid, 'pg_class') FROM pg_class c "
                "WHERE relname = 'collection' AND relnamespace = current_schema()::regnamespace"
            )
        )
        found = re.fullmatch(rf"{_MARK}(\d+)", said or "")
        if found:
            return int(found[1])
        return 0 if _is_empty(connection) else None

    def write_schema(self, connection: Connection, number: int) -> None:
        connection.execute(text(f"COMMENT ON TABLE collection IS '{_MARK}{int(number)}'"))

    def keep_copy(self, connection: Connection, number: int) -> None:
        """Keep none: a migration that fails is undone whole, and copies are the server's care."""

    def migrated_in_memory(self) -> None:
        """There is no copy in memory of a server's database."""

    def faults(self) -> tuple[str, ...]:
        return faults_of(self.reading)

    def nothing_there(self) -> InputError:
        return nothing_there(self.name)

    def session(self) -> int:
        return self._session.hold()

    def living_sessions(self, connection: Connection) -> frozenset[int]:
        found = connection.execute(
            text(
                "SELECT l.objid::bigint FROM pg_locks l JOIN pg_database d ON d.oid = l.database "
                "WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 "
                "AND l.classid::bigint = :ours AND d.datname = current_database()"
            ),
            {"ours": APPLICATION_ID},
        )
        return frozenset(found.scalars()) - {_IMPORTING}

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Hold a lock of the whole collection on a connection of its own; reads see what is new."""
        key = {"ours": APPLICATION_ID, "what": _IMPORTING}
        with self.worded(writing=True):
            holding = self.writing.connect()
        with contextlib.closing(holding):
            with self.worded(writing=True):
                holding.execute(text("SELECT pg_advisory_xact_lock(:ours, :what)"), key)
                # A long import must not be taken for a program that is gone.
                holding.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
            yield

    def close(self) -> None:
        self._session.close()
        self._pool.close()

    def abandon(self) -> None:
        self.close()


def _connector(address: DatabaseAddress) -> Callable[[], Any]:
    """Return what opens a connection; libpq finds the password where it always does."""
    try:
        import psycopg
        from psycopg.conninfo import conninfo_to_dict
    except ImportError as error:
        raise MissingProgramError(
            QT_TRANSLATE_NOOP(
                "Record",
                "“{place}” is on a PostgreSQL server, and the driver for it is not installed. "
                "Nothing was changed. Install it with: pip install “corrector[postgresql]”",
            ),
            place=address.name,
        ) from error
    try:
        said = conninfo_to_dict(address.connection)
    except psycopg.Error as error:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Record",
                "“{place}” is no address of a database: {reason}. Write it like "
                "postgresql://user@host/database?scans=/folder/of/scans",
            ),
            place=address.name,
            reason=str(error).strip(),
        ) from error
    patience: dict[str, Any] = {
        name: value for name, value in _PATIENCE.items() if name not in said
    }

    def connect() -> Any:  # noqa: ANN401 - the driver is optional, and so are its types
        # Statements are not prepared on the server: another program may migrate the tables.
        return psycopg.connect(
            address.connection,
            client_encoding="utf8",
            application_name="corrector",
            prepare_threshold=None,
            **patience,
        )

    return connect


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - as above
    """Set what every connection must keep to; one that will not is closed, nobody else would."""
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
        connection.commit()
    except Exception:
        connection.close()
        raise


def _is_empty(connection: Connection) -> bool:
    """Tell whether the current schema holds no table or view but those of extensions."""
    found = connection.scalar(
        text(
            "SELECT count(*) FROM pg_class c WHERE relnamespace = current_schema()::regnamespace "
            "AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND NOT EXISTS (SELECT 1 FROM pg_depend "
            "d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')"
        )
    )
    return int(found or 0) == 0
