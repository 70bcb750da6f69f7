"""Create the table for what the programme keeps."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table. There is no way back but a backup."""
    op.create_table(
        "shelves",
        sa.Column("shelf", sa.String(200), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("shelf", "key", name="pk_shelves"),
    )
    op.create_index("ix_shelves_author", "shelves", ["author"])
