"""Keep how long reviews took, and when cases were opened and answered, for the counts of months."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and the table. There is no way back but a backup."""
    op.add_column("reviews", sa.Column("seconds", sa.Integer, nullable=True))
    op.create_table(
        "case_times",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_case_times"),
    )
    op.create_index("ix_case_times_author", "case_times", ["author"])
    op.create_index("ix_case_times_opened_at", "case_times", ["opened_at"])
