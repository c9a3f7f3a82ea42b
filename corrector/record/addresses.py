"""Addresses of records on a PostgreSQL server, as people write them; no password is ever in one."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from corrector.errors import UsageError
from corrector.messages import QT_TRANSLATE_NOOP

SCHEMES: Final = ("postgresql://", "postgres://")
_PASSWORDS: Final = frozenset({"password", "sslpassword"})


@dataclass(frozen=True, slots=True)
class DatabaseAddress:
    """Where a record on a server is.

    Attributes:
        connection: as libpq takes it: a URL without a password.
        name: as people read it: the same without parameters.
    """

    connection: str
    name: str


def is_address(text: str) -> bool:
    """Tell whether `text` means a database on a server, and no file or folder."""
    return text.lower().startswith(SCHEMES)


def parse_address(text: str, own: str) -> tuple[DatabaseAddress, str | None]:
    """Return the address in the URL `text`, and the value of our own parameter `own`.

    All other parameters are left to libpq, such as `sslmode` or `service`. Values may be
    percent-encoded and must be where they hold `%` or `&`; a plus sign is a plus sign.

    Raises:
        UsageError: if the URL holds a password; it is not repeated.
    """
    address, _, query = text.partition("?")
    parameters = [part for part in query.split("&") if part]
    names = {part.partition("=")[0].lower() for part in parameters}
    if ":" in _user_of(address) or names & _PASSWORDS:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Record",
                "The address of the database holds a password, which others on this computer could "
                "read. Nothing was opened. Take it out of the address and give it in ~/.pgpass, in "
                "a service file or in PGPASSWORD.",
            )
        )
    found = [unquote(part.partition("=")[2]) for part in parameters if _is(part, own)]
    rest = "&".join(part for part in parameters if not _is(part, own))
    connection = f"{address}?{rest}" if rest else address
    return DatabaseAddress(connection, address), found[-1] if found else None


def _user_of(address: str) -> str:
    """Return what stands before the last at sign of the server's part; empty where none does."""
    server = address.partition("://")[2].partition("/")[0]
    return server.rpartition("@")[0]


def _is(part: str, name: str) -> bool:
    return part.partition("=")[0] == name
