"""Create the tables for people, drafts, reviews, disputes, policies, settings and scrubs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables. There is no way back but a backup."""
    _create_people()
    _create_reviews()
    _create_house_tables()


def _create_people() -> None:
    op.create_table(
        "people",
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("told_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("author", name="pk_people"),
    )
    op.create_table(
        "drafts",
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("conversation", sa.String(64), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("kept_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("author", "conversation", name="pk_drafts"),
    )
    op.create_index("ix_drafts_kept_at", "drafts", ["kept_at"])


def _create_reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("recorded_at", _MOMENT, nullable=False),
        sa.Column("verdict", sa.String(200), nullable=False),
        sa.Column("rules", sa.JSON, nullable=False),
        sa.Column("policy", sa.String(200), nullable=False),
        sa.Column("checked", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
    )
    op.create_table(
        "disputes",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("recorded_at", _MOMENT, nullable=False),
        sa.Column("rule", sa.String(200), nullable=False),
        sa.Column("policy", sa.String(200), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_disputes"),
    )
    for table in ("reviews", "disputes"):
        for column in ("author", "recorded_at"):
            op.create_index(f"ix_{table}_{column}", table, [column])


def _create_house_tables() -> None:
    op.create_table(
        "policies",
        sa.Column("hash", sa.String(200), nullable=False),
        sa.Column("packs", sa.JSON, nullable=False),
        sa.Column("organisation", sa.String(200), nullable=False),
        sa.Column("compiled_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_policies"),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_settings"),
    )
    op.create_table(
        "scrubs",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("due_since", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_scrubs"),
    )
