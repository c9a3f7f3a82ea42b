"""Adds what several people at once need: claims of pages, and which pages changed last."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the two tables; say of a lock more surely which process holds it."""
    op.create_table(
        "claim",
        sa.Column("page_id", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("session", "process")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("owner", "host", "since")),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_claim_page_id"),
        sa.PrimaryKeyConstraint("page_id", name="pk_claim"),
    )
    op.create_table(
        "change",
        sa.Column("page_id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("moment", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("page_id", name="pk_change"),
    )
    op.create_index("ix_change_moment", "change", ["moment"])
    op.add_column("lock", sa.Column("process_birth", sa.Text, nullable=False, server_default=""))
