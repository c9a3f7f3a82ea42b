"""Adds what marks and pages can say more, and a word list that belongs to the collection."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give marks fields and pages details; create the lexicon."""
    op.add_column("mark", sa.Column("fields", sa.Text, nullable=False, server_default="[]"))
    op.add_column("page", sa.Column("details", sa.Text, nullable=False, server_default="{}"))
    names = ("word", "language", "author", "time")
    op.create_table(
        "lexicon",
        *(sa.Column(name, sa.Text, nullable=False) for name in names),
        sa.PrimaryKeyConstraint("word", "language", name="pk_lexicon"),
    )
