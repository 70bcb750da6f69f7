"""Create the tables for arrivals, what was seen, deliveries, cases and installations."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables. There is no way back but a backup."""
    op.create_table(
        "arrivals",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("channel", sa.String(200), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("arrived_at", _MOMENT, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("owner", sa.String(32), nullable=False),
        sa.Column("held_until", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_arrivals"),
    )
    op.create_table(
        "seen",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_seen"),
    )
    op.create_table(
        "deliveries",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("channel", sa.String(200), nullable=False),
        sa.Column("lane", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("not_before", _MOMENT, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("owner", sa.String(32), nullable=False),
        sa.Column("held_until", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_deliveries"),
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("opened_at", _MOMENT, nullable=False),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.Column("answered_at", _MOMENT, nullable=True),
        sa.Column("is_warned", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
    )
    op.create_table(
        "installations",
        sa.Column("channel", sa.String(200), nullable=False),
        sa.Column("place", sa.String(200), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("installed_at", _MOMENT, nullable=False),
        sa.Column("claimed_until", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("channel", "place", name="pk_installations"),
    )
    for table, column in (
        ("arrivals", "author"),
        ("arrivals", "arrived_at"),
        ("seen", "seen_at"),
        ("deliveries", "author"),
        ("deliveries", "lane"),
        ("deliveries", "state"),
        ("cases", "author"),
        ("cases", "due_at"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])
