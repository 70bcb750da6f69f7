"""What Alembic runs for every command: on the connection and in the transaction it is handed.

Run by `bot.storage.migrate`, which holds the lock; never by hand.
"""

from alembic import context

from bot.storage.columns import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite cannot alter most of a table in place
)
with context.begin_transaction():
    context.run_migrations()
