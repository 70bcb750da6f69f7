"""Bring a database to the newest version, from code and from any folder.

Everything is one transaction under one lock: a second process waits at its beginning, then finds
nothing to do. Killed in the middle, nothing has happened.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.core.errors import StorageError
from bot.storage.columns import METADATA
from bot.storage.database import Database, hold_lock, lift_limits
from bot.storage.tables import list_traces

_STEPS = Path(__file__).parent / "migrations"


async def migrate(database: Database) -> str:
    """Migrate to the newest version and say which that is.

    Raises:
        StorageError: the database is newer than this program, or cannot be written.
    """
    await database.prepare()
    async with database.write() as session:
        await lift_limits(session)  # who waits for a long migration of another is not late
        await hold_lock(session, "migrating")
        connection = await session.connection()
        return await connection.run_sync(_migrate)


def newest_version() -> str:
    """Name the version that this program needs."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def _migrate(connection: Connection) -> str:
    found, newest = _find_version(connection), newest_version()
    if found == newest:
        return newest
    _refuse_newer(found)
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "postgresql":
        _keep_out_of_statistics(connection)
    return newest


def _keep_out_of_statistics(connection: Connection) -> None:
    """Let PostgreSQL sample nothing of a person: what it sampled outlives the row."""
    for table in METADATA.sorted_tables:
        hidden = [f"ALTER {column.name} SET STATISTICS 0" for column in list_traces(table)]
        if hidden:
            connection.execute(text(f"ALTER TABLE {table.name} {', '.join(hidden)}"))


def _find_version(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(found: str | None) -> None:
    known = {step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions()}
    if found is not None and found not in known:
        raise StorageError(
            f"The database has version {found}, this program knows {newest_version()} at most."
            " Install the newer Jourfix that wrote it, or restore the backup made before."
        )


def _config() -> Config:
    config = Config()
    # Config expands "%", which a folder's name may hold.
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
