"""Bring a database to the newest version, from code and from any folder.

Everything is one transaction under one lock: a second process waits at its beginning, then finds
nothing to do. Killed in the middle, nothing has happened.
"""

from pathlib import Path

from sqlalchemy import Connection, column, inspect, select, table, text

from bot.core.errors import StorageError
from bot.storage.columns import METADATA
from bot.storage.database import Database, hold_lock, lift_limits
from bot.storage.tables import list_traces

STEPS = Path(__file__).parent / "migrations"
# The table in which a database says what version it has.
_VERSION = table("alembic_version", column("version_num"))


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
    return max(_list_versions())


def _list_versions() -> set[str]:
    """List the versions that this program knows, by the names of its steps: v0001_first_tables."""
    return {path.stem[1:5] for path in (STEPS / "versions").glob("v*.py")}


def _migrate(connection: Connection) -> str:
    found, newest = _find_version(connection), newest_version()
    if found == newest:
        return newest
    if found is not None and found not in _list_versions():
        raise StorageError(
            f"The database has version {found}, this program knows {newest} at most."
            " Install the newer Jourfix that wrote it, or restore the backup made before."
        )
    # 11 MB, which a server that finds its database as it should be never needs
    from bot.storage.steps import take_steps  # noqa: PLC0415

    take_steps(connection, STEPS)
    if connection.dialect.name == "postgresql":
        _keep_out_of_statistics(connection)
    return newest


def _find_version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_VERSION.name):
        return None
    found: str | None = connection.execute(select(_VERSION)).scalar()
    return found


def _keep_out_of_statistics(connection: Connection) -> None:
    """Let PostgreSQL sample nothing of a person: what it sampled outlives the row."""
    for kept in METADATA.sorted_tables:
        hidden = [f"ALTER {trace.name} SET STATISTICS 0" for trace in list_traces(kept)]
        if hidden:
            connection.execute(text(f"ALTER TABLE {kept.name} {', '.join(hidden)}"))
