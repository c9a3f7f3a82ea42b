"""The tables of the record, as they are after the last migration.

Types are those that every SQL database has; JSON is text. Rows of version, correction, mark, note
and status_change are never changed or deleted: the database itself refuses it.
"""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

NAMES: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, so that later migrations can speak of it on any database."""
APPEND_ONLY: Final = ("version", "correction", "mark", "note", "status_change")

METADATA: Final = MetaData(naming_convention=NAMES)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _key() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _of_page(*, key: bool = False) -> Column[int]:
    return Column("page_id", Integer, ForeignKey("page.id"), primary_key=key, nullable=False)


COLLECTION: Final = Table(
    "collection", METADATA, _key(), _text("identifier"), _text("created"), _text("details")
)
DOCUMENT: Final = Table(
    "document",
    METADATA,
    _key(),
    _text("key"),
    _text("label"),
    _number("number"),
    _text("details"),
    UniqueConstraint("key"),
)
PAGE: Final = Table(
    "page",
    METADATA,
    _key(),
    Column("document_id", Integer, ForeignKey("document.id"), nullable=False),
    _text("key"),
    _number("number"),
    _text("label"),
    Column("scan", Text),
    _number("frame"),
    _text("scan_sha256"),
    Column("text_source", Text),
    Column("details", Text, nullable=False, server_default="{}"),
    UniqueConstraint("key"),
    UniqueConstraint("label"),
    Index(None, "number"),
    Index(None, "document_id"),
)
VERSION: Final = Table(
    "version",
    METADATA,
    _key(),
    _of_page(),
    _number("number"),
    Column("parent", Integer),
    _text("author"),
    _text("author_identifier"),
    _text("time"),
    _text("origin"),
    _text("details"),
    _text("note"),
    _text("evidence"),
    _text("text"),
    _text("sha256"),
    _number("chain_form"),
    _text("chain"),
    UniqueConstraint("page_id", "number"),
)
CORRECTION: Final = Table(
    "correction",
    METADATA,
    _key(),
    Column("version_id", Integer, ForeignKey("version.id"), nullable=False),
    _number("position"),
    _text("old"),
    _text("new"),
    _number("old_start"),
    _number("old_end"),
    _number("start"),
    _number("end"),
    _text("cause"),
    _text("certainty"),
    _text("evidence"),
    _text("note"),
    _text("origin"),
    _text("details"),
    UniqueConstraint("version_id", "position"),
)
MARK: Final = Table(
    "mark",
    METADATA,
    _key(),
    Column("version_id", Integer, ForeignKey("version.id"), nullable=False),
    _number("position"),
    _text("kind"),
    _number("start"),
    _number("end"),
    _text("author"),
    _text("time"),
    _text("note"),
    Column("fields", Text, nullable=False, server_default="[]"),
    UniqueConstraint("version_id", "position"),
)
DRAFT: Final = Table(
    "draft",
    METADATA,
    _of_page(key=True),
    Column("base", Integer),
    _text("text"),
    _text("marks"),
    _text("statements"),
    _number("caret"),
    _text("author"),
    _text("time"),
)
READING: Final = Table(
    "reading",
    METADATA,
    _key(),
    _of_page(),
    Column("adopted", Boolean, nullable=False),
    _text("engine"),
    _text("engine_version"),
    _text("languages"),
    _text("parameters"),
    _text("scan_sha256"),
    _number("width"),
    _number("height"),
    _text("time"),
    _text("text"),
    _number("word_count"),
    Column("words", LargeBinary, nullable=False),
    Index(None, "page_id"),
)
NOTE: Final = Table(
    "note",
    METADATA,
    _key(),
    _of_page(),
    Column("version", Integer),
    Column("correction", Integer),
    Column("start", Integer),
    Column("end", Integer),
    _text("author"),
    _text("author_identifier"),
    _text("time"),
    _text("text"),
    _text("details"),
    Index(None, "page_id"),
)
STATUS_CHANGE: Final = Table(
    "status_change",
    METADATA,
    _key(),
    _of_page(),
    _text("status"),
    _text("author"),
    _text("author_identifier"),
    _text("time"),
    _text("note"),
    Column("overrides", Boolean, nullable=False),
    Index(None, "page_id"),
)
LOCK: Final = Table(
    "lock",
    METADATA,
    _key(),
    _text("token"),
    _text("owner"),
    _text("host"),
    _number("process"),
    Column("process_start", Float, nullable=False),
    _text("since"),
    Column("process_birth", Text, nullable=False, server_default=""),
)
CLAIM: Final = Table(
    "claim",
    METADATA,
    _of_page(key=True),
    _number("session"),
    _number("process"),
    _text("owner"),
    _text("host"),
    _text("since"),
)
CHANGE: Final = Table(
    "change",
    METADATA,
    Column("page_id", Integer, primary_key=True, autoincrement=False),
    Column("moment", BigInteger, nullable=False),
    Index(None, "moment"),
)
LEXICON: Final = Table(
    "lexicon",
    METADATA,
    Column("word", Text, primary_key=True),
    Column("language", Text, primary_key=True),
    _text("author"),
    _text("time"),
)
