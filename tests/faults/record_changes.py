"""The changes of a record that must be whole or not at all, and how to see which it was."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlalchemy import Connection

from corrector.errors import InputError
from corrector.record import drafts, migrating, versions
from corrector.record import record as opening
from corrector.record.backups import back_up_daily, list_backups
from corrector.record.chain import text_hash
from corrector.record.corrections import corrections_between
from corrector.record.entries import Draft, Origin, Person
from corrector.record.integrity import verify
from corrector.record.pages import NewPage, add_document, add_page, list_documents
from corrector.record.record import Record
from corrector.record.saving import save_version
from corrector.record.sqlite import SqliteDatabase
from corrector.record.versions import NewVersion
from corrector.text.marks import Mark
from corrector.text.tokens import Span

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
ADA = Person("Ada Example")
OLD = ("tne quick brown fox " + "jumps over the lazy dog " * 20 + "\n") * 10
NEW = OLD.replace("tne", "the")
CORRECTIONS = corrections_between(OLD, NEW)
State = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A change: what stands before, how it is made, and how one knows that it is done."""

    name: str
    prepare: Callable[[Path], None]
    make: Callable[[Path], None]
    is_done: Callable[[State], bool]

    def state(self, folder: Path) -> State:
        """Return all that the change could touch; the record must be sound."""
        path = record_in(folder)
        if holds_nothing(path):
            return {}
        with opened(path) as record, record.reading() as connection:
            draft_now = drafts.draft_of(connection, 1)
            copies = [copy.name for copy in list_backups(path)]
            return {
                "texts": [one.sha256 for one in versions.history(connection, 1)],
                "draft": draft_now and (text_hash(draft_now.text), draft_now.marks),
                "documents": len(list_documents(connection)),
                "copies": copies if self.name == "backup" else [],
                "sound": sound(record, folder, path),
            }


def holds_nothing(path: Path) -> bool:
    """Tell whether no record was made; what a failed creation left must not be in the way."""
    if not path.exists():
        return True
    try:
        opened(path).close()
    except InputError as error:
        assert "is empty" in str(error)  # noqa: PT017 - anything else is damage
        Record.open(path, create=True).close()
        return True
    return False


def sound(record: Record, folder: Path, path: Path) -> bool:
    """Verify the record and each of its copies."""
    for copy in list_backups(path):
        with Record.open(copy, create=False, read_only=True) as kept:
            assert verify(kept, folder) == ()
    assert verify(record, folder) == ()
    return True


def record_in(folder: Path) -> Path:
    return folder / "corrections.corrector"


def opened(path: Path) -> Record:
    return Record.open(path, create=False)


def typed(text: str) -> Draft:
    return Draft(0, text, (Mark("doubtful", Span(0, 3), "Ada", ""),), (), 7, "Ada", "")


def prepare(folder: Path) -> None:
    with Record.open(record_in(folder), create=True) as record, record.writing() as connection:
        page = add_page(connection, NewPage(add_document(connection, "d", "D"), "p"))
        new = NewVersion(OLD, ADA, Origin.IMPORTED)
        versions.add_version(connection, page, new, now=NOW)
        drafts.put_draft(connection, page, typed(OLD + "typed"))


def save(folder: Path) -> None:
    new = NewVersion(NEW, ADA, Origin.TYPED, 0, corrections=CORRECTIONS)
    with opened(record_in(folder)) as record:
        save_version(record, 1, new, now=NOW)


def saved(state: State) -> bool:
    return state["texts"] == [text_hash(OLD), text_hash(NEW)] and state["draft"] is None


def draft(folder: Path) -> None:
    with opened(record_in(folder)) as record, record.writing() as connection:
        drafts.put_draft(connection, 1, typed(NEW))


def create(folder: Path) -> None:
    Record.open(record_in(folder), create=True).close()


def step(connection: Connection) -> None:
    """A next migration that does not exist yet: it changes rows and adds a table."""
    connection.exec_driver_sql("CREATE TABLE later (id INTEGER PRIMARY KEY, text TEXT)")
    for number in range(8):
        connection.exec_driver_sql(f"INSERT INTO later (text) VALUES ('{number}')")  # noqa: S608
    add_document(connection, "later", "Later")


def migrate(folder: Path) -> None:
    later = migrating.NEWEST + 1
    with (
        patch.object(migrating, "NEWEST", later),
        patch.object(opening, "NEWEST", later),
        patch.object(opening, "migrate", step),
        # The number stays, so that this program can look at what the step left.
        patch.object(SqliteDatabase, "write_schema", lambda *_given: None),
    ):
        opened(record_in(folder)).close()


def back_up(folder: Path) -> None:
    path = record_in(folder)
    with opened(path) as record, record.reading() as connection:
        back_up_daily(connection, path, NOW)


CHANGES = {
    change.name: change
    for change in (
        Change("save", prepare, save, saved),
        Change("draft", prepare, draft, lambda state: state["draft"][0] == text_hash(NEW)),
        Change("create", lambda _folder: None, create, lambda state: state.get("sound", False)),
        Change("migration", prepare, migrate, lambda state: state["documents"] == 2),
        Change("backup", prepare, back_up, lambda state: len(state["copies"]) == 1),
    )
}
