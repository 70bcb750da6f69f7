"""Count what people ask, by answer and week."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table. There is no way back but a backup."""
    op.create_table(
        "asked",
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("week", sa.Integer, nullable=False),
        sa.Column("answer", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("mark", "week", name="pk_asked"),
    )
    op.create_index("ix_asked_week", "asked", ["week"])
