"""What can be checked of a record on a server without being its administrator."""

from sqlalchemy import Engine, ForeignKey, Table, exists, func, select, text

from corrector.record.schema import APPEND_ONLY, METADATA

_GUARDS = ("update", "delete", "truncate")


def faults_of(engine: Engine) -> tuple[str, ...]:
    """Return broken references and guards that are off, at most 100; each read is short."""
    found = [*_missing_guards(engine)]
    for table in METADATA.sorted_tables:
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name):
            found += _orphans(engine, table, key)
    return tuple(found)[:100]


def _orphans(engine: Engine, table: Table, key: ForeignKey) -> list[str]:
    parent = key.column.table.alias()
    there = exists().where(parent.c[key.column.name] == key.parent)
    wanted = select(func.count()).select_from(table).where(key.parent.is_not(None), ~there)
    with engine.connect() as connection:
        count = connection.scalar(wanted) or 0
    return [f"{table.name}: {count} rows refer to missing rows of {key.column.table.name}"][:count]


def _missing_guards(engine: Engine) -> list[str]:
    """Name the guards of rows that stay for ever which somebody took away or switched off."""
    wanted = {f"{table}_no_{action}" for table in APPEND_ONLY for action in _GUARDS}
    with engine.connect() as connection:
        found = connection.execute(
            text(
                "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                "WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled <> 'D'"
            )
        ).scalars()
        wanted -= set(found)
    return [f"the guard {name} is missing or switched off" for name in sorted(wanted)]
