"""Makes the database itself refuse to change or delete rows that stay for ever."""

from collections.abc import Iterator
from typing import Final

_FUNCTION: Final = (
    "CREATE OR REPLACE FUNCTION corrector_keep_rows() RETURNS trigger LANGUAGE plpgsql AS $$ "
    "BEGIN RAISE EXCEPTION 'rows of % stay as they are', TG_TABLE_NAME "
    "USING ERRCODE = 'integrity_constraint_violation'; END $$"
)


def append_only_guards(table: str, dialect: str = "sqlite") -> tuple[str, ...]:
    """Return the statements that guard `table` in a database of this dialect."""
    kinds = {"sqlite": _sqlite, "postgresql": _postgresql}
    return tuple(kinds[dialect](table))


def _sqlite(table: str) -> Iterator[str]:
    for action in ("UPDATE", "DELETE"):
        yield (
            f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} stay as they are'); END"
        )


def _postgresql(table: str) -> Iterator[str]:
    yield _FUNCTION
    for action, each in (("UPDATE", "ROW"), ("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
        yield (
            f'CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON "{table}" '
            f"FOR EACH {each} EXECUTE FUNCTION corrector_keep_rows()"
        )
