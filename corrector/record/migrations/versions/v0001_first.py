"""Creates the first schema: collection, documents, pages, versions and all that belongs to them."""

import sqlalchemy as sa
from alembic import op

from corrector.record.guards import append_only_guards

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table, then the guards of the rows that stay for ever."""
    _create_collection()
    _create_versions()
    _create_typing()
    _create_remarks()
    for table in ("version", "correction", "mark", "note", "status_change"):
        for guard in append_only_guards(table, op.get_bind().dialect.name):
            op.execute(guard)


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _key(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    ]


def _of(table: str, parent: str) -> list[sa.schema.SchemaItem]:
    column = f"{parent}_id"
    return [
        sa.Column(column, sa.Integer, nullable=False),
        sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{table}_{column}"),
    ]


def _create_collection() -> None:
    op.create_table("collection", *_key("collection"), *_text("identifier", "created", "details"))
    op.create_table(
        "document",
        *_key("document"),
        *_text("key", "label"),
        *_numbers("number"),
        *_text("details"),
        sa.UniqueConstraint("key", name="uq_document_key"),
    )
    op.create_table(
        "page",
        *_key("page"),
        *_of("page", "document"),
        *_text("key"),
        *_numbers("number"),
        *_text("label"),
        sa.Column("scan", sa.Text),
        *_numbers("frame"),
        *_text("scan_sha256"),
        sa.Column("text_source", sa.Text),
        sa.UniqueConstraint("key", name="uq_page_key"),
        sa.UniqueConstraint("label", name="uq_page_label"),
    )
    op.create_index("ix_page_number", "page", ["number"])
    op.create_index("ix_page_document_id", "page", ["document_id"])


def _create_versions() -> None:
    op.create_table(
        "version",
        *_key("version"),
        *_of("version", "page"),
        *_numbers("number"),
        sa.Column("parent", sa.Integer),
        *_text("author", "author_identifier", "time", "origin", "details", "note", "evidence"),
        *_text("text", "sha256"),
        *_numbers("chain_form"),
        *_text("chain"),
        sa.UniqueConstraint("page_id", "number", name="uq_version_page_id_number"),
    )
    op.create_table(
        "correction",
        *_key("correction"),
        *_of("correction", "version"),
        *_numbers("position"),
        *_text("old", "new"),
        *_numbers("old_start", "old_end", "start", "end"),
        *_text("cause", "certainty", "evidence", "note", "origin", "details"),
        sa.UniqueConstraint("version_id", "position", name="uq_correction_version_id_position"),
    )
    op.create_table(
        "mark",
        *_key("mark"),
        *_of("mark", "version"),
        *_numbers("position"),
        *_text("kind"),
        *_numbers("start", "end"),
        *_text("author", "time", "note"),
        sa.UniqueConstraint("version_id", "position", name="uq_mark_version_id_position"),
    )


def _create_typing() -> None:
    op.create_table(
        "draft",
        *_of("draft", "page"),
        sa.Column("base", sa.Integer),
        *_text("text", "marks", "statements"),
        *_numbers("caret"),
        *_text("author", "time"),
        sa.PrimaryKeyConstraint("page_id", name="pk_draft"),
    )
    op.create_table(
        "reading",
        *_key("reading"),
        *_of("reading", "page"),
        sa.Column("adopted", sa.Boolean, nullable=False),
        *_text("engine", "engine_version", "languages", "parameters", "scan_sha256"),
        *_numbers("width", "height"),
        *_text("time", "text"),
        *_numbers("word_count"),
        sa.Column("words", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_reading_page_id", "reading", ["page_id"])
    op.create_table(
        "lock",
        *_key("lock"),
        *_text("token", "owner", "host"),
        *_numbers("process"),
        sa.Column("process_start", sa.Float, nullable=False),
        *_text("since"),
    )


def _create_remarks() -> None:
    op.create_table(
        "note",
        *_key("note"),
        *_of("note", "page"),
        *(sa.Column(name, sa.Integer) for name in ("version", "correction", "start", "end")),
        *_text("author", "author_identifier", "time", "text", "details"),
    )
    op.create_index("ix_note_page_id", "note", ["page_id"])
    op.create_table(
        "status_change",
        *_key("status_change"),
        *_of("status_change", "page"),
        *_text("status", "author", "author_identifier", "time", "note"),
        sa.Column("overrides", sa.Boolean, nullable=False),
    )
    op.create_index("ix_status_change_page_id", "status_change", ["page_id"])
