"""Create the tables for what goes to many people."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables. There is no way back but a backup."""
    op.create_table(
        "mailings",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("until", _MOMENT, nullable=True),
        sa.Column("counts", sa.Boolean, nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_mailings"),
    )
    op.create_index("ix_mailings_state", "mailings", ["state"])
    op.create_table(
        "chunks",
        sa.Column("mailing", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("channel", sa.String(200), nullable=False),
        sa.Column("lane", sa.String(64), nullable=False),
        sa.Column("run", sa.Integer, nullable=False),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.Column("owner", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("mailing", "number", name="pk_chunks"),
    )
    op.create_table(
        "recipients",
        sa.Column("mailing", sa.String(64), nullable=False),
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("chunk", sa.Integer, nullable=False),
        sa.Column("variant", sa.String(200), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("not_before", _MOMENT, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("owner", sa.String(32), nullable=False),
        sa.Column("held_until", _MOMENT, nullable=False),
        sa.Column("sent_at", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("mailing", "author", name="pk_recipients"),
    )
    op.create_index("ix_recipients_mailing", "recipients", ["mailing", "state", "chunk", "author"])
    op.create_index("ix_recipients_author", "recipients", ["author", "sent_at"])
    op.create_table(
        "senders",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_senders"),
    )
