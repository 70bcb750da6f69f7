"""Mark the arrivals that follow a message of ours, and note where a language model was asked."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns. There is no way back but a backup."""
    follows = sa.Column("is_follow_up", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("arrivals", follows)
    op.add_column("reviews", sa.Column("model", sa.JSON, nullable=True))
