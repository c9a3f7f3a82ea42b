"""Turns the failures of a PostgreSQL server into typed errors."""

import contextlib
from collections.abc import Iterator
from typing import Final

from sqlalchemy.exc import DBAPIError, IntegrityError

from corrector.errors import CorrectorError, InputError, OutputError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.failures import busy, unreadable_record

_BUSY: Final = frozenset({"55P03", "40P01", "40001", "57014"})
"""Lock not available in time, deadlock, serialization failure, statement cancelled."""
_DAMAGED: Final = frozenset({"XX001", "XX002"})


@contextlib.contextmanager
def worded(name: str, *, writing: bool) -> Iterator[None]:
    """Raise typed errors for what server, network or others may do to us inside the block.

    Raises:
        LockedError: if somebody else holds what is needed.
        InputError: if the server cannot be reached, or reading failed.
        OutputError: if writing failed.
    """
    try:
        yield
    except IntegrityError:
        raise  # a broken rule of the schema is our own mistake, not the user's world
    except DBAPIError as error:
        raise _typed(name, error.orig, error.connection_invalidated, writing) from error
    except Exception as error:
        if type(error).__module__.partition(".")[0] != "psycopg":
            raise
        raise _typed(name, error, False, writing) from error


def _typed(name: str, original: BaseException | None, lost: bool, writing: bool) -> CorrectorError:
    code = getattr(original, "sqlstate", None)
    reason = _reason(original)
    if code in _BUSY:
        return busy(name)
    if code in _DAMAGED:
        return _damaged(name, reason)
    if writing:
        unreached = lost or code is None or code.startswith(("08", "57P"))
        return _lost(name, reason) if unreached else _refused(name, reason)
    if code is None or code.startswith(("08", "28", "3D", "57P")):
        return _unreachable(name, reason)
    return unreadable_record(name, reason)


def _reason(error: BaseException | None) -> str:
    """Return the first line of what the server or the driver says; no line holds a password."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0].rstrip(".") if lines else "no reason given"


def _unreachable(name: str, reason: str) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP(
            "Record",
            "“{place}” cannot be reached: {reason}. What was saved is safe on the server. Check "
            "name, network and password (~/.pgpass or PGPASSWORD), then try again.",
        ),
        place=name,
        reason=reason,
    )


def _lost(name: str, reason: str) -> OutputError:
    return OutputError(
        QT_TRANSLATE_NOOP(
            "Record",
            "The connection to “{place}” was lost: {reason}. What was saved before is safe on the "
            "server; whether this last change arrived shows in the history once it can be reached. "
            "Your text is still as you see it: save again then, or save it elsewhere now.",
        ),
        place=name,
        reason=reason,
    )


def _refused(name: str, reason: str) -> OutputError:
    return OutputError(
        QT_TRANSLATE_NOOP(
            "Record",
            "“{place}” did not take the change: {reason}. The record is as it was before, and your "
            "text is still as you see it. Ask whoever runs the server, then save again, or save "
            "the text elsewhere.",
        ),
        place=name,
        reason=reason,
    )


def _damaged(name: str, reason: str) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP(
            "Record",
            "“{place}” is damaged ({reason}). Nothing was changed; scans and imported texts are "
            "untouched. Ask whoever runs the server to bring back its latest copy.",
        ),
        place=name,
        reason=reason,
    )


class NoRecordError(InputError):
    """The database holds no record yet."""


def nothing_there(name: str) -> InputError:
    """Return the error that says that the database holds no record yet."""
    return NoRecordError(
        QT_TRANSLATE_NOOP(
            "Record",
            "“{place}” holds no record yet. It was left as it is. Open it for work once, and the "
            "record is made.",
        ),
        place=name,
    )


def foreign_encoding(name: str, encoding: str) -> InputError:
    """Return the error that says that the database could not hold every text."""
    return InputError(
        QT_TRANSLATE_NOOP(
            "Record",
            "“{place}” keeps texts as {encoding} and could not hold every character. It was left "
            "as it is. Make a database with the encoding UTF8 and use that one.",
        ),
        place=name,
        encoding=encoding,
    )
