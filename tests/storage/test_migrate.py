import asyncio
import os
import shutil
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from bot.core.errors import StorageError
from bot.storage.columns import METADATA
from bot.storage.database import open_database
from bot.storage.migrate import STEPS, migrate, newest_version
from bot.storage.opening import Storage
from tests.storage.conftest import Open
from tests.storage.samples import address_of

_ROOT = Path(__file__).parents[2]
_MIGRATE = """
import asyncio, pathlib, sys
from bot.storage import migrate
from bot.storage.database import open_database

async def main():
    database = open_database(sys.argv[1])
    print(await migrate.migrate(database))
    print(pathlib.Path(migrate.__file__).parent)
    await database.close()

asyncio.run(main())
"""


async def test_the_migrations_make_exactly_the_tables(storage: Storage) -> None:
    async with storage.database.read() as session:
        connection = await session.connection()
        assert await connection.run_sync(_differences) == []


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, METADATA))


async def test_migrating_again_changes_nothing(storage: Storage) -> None:
    assert await migrate(storage.database) == newest_version()


@pytest.mark.parametrize("name", ["plain", "with space", "100 %(here)s", "ümläut"])
async def test_it_works_from_any_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    before = Path.cwd()
    os.chdir(folder)
    try:
        database = open_database("sqlite:///jourfix.db")
    finally:
        os.chdir(before)
    assert await migrate(database) == newest_version()
    await database.close()
    assert (folder / "jourfix.db").exists()


def test_the_newest_version_is_the_last_step() -> None:
    config = Config()
    config.set_main_option("script_location", str(STEPS))
    config.set_main_option("path_separator", "os")
    steps = ScriptDirectory.from_config(config)
    assert steps.get_heads() == [newest_version()]
    assert all(
        Path(step.path).name.startswith(f"v{step.revision}_") for step in steps.walk_revisions()
    )


async def test_it_works_when_the_program_itself_is_in_a_strange_folder(tmp_path: Path) -> None:
    home = tmp_path / "100 %(here)s"
    shutil.copytree(_ROOT / "bot", home / "bot", ignore=shutil.ignore_patterns("data"))
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", _MIGRATE, address_of(tmp_path)),
        cwd=home,
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await child.communicate()
    assert said.decode().split("\n") == [newest_version(), str(home / "bot" / "storage"), ""]


async def test_a_newer_database_is_left_alone(open_here: Open) -> None:
    storage = await open_here()
    async with storage.database.write() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageError) as caught:
        await open_here()
    assert str(caught.value) == (
        f"The database has version 9999, this program knows {newest_version()} at most."
        " Install the newer Jourfix that wrote it, or restore the backup made before."
    )


async def test_a_migration_that_fails_leaves_nothing(address: str) -> None:
    database = open_database(address)
    await database.prepare()
    async with database.write() as session:
        # The last table of the first step is already there: that step must fail at its end.
        await session.execute(text("CREATE TABLE scrubs (id TEXT)"))
    with pytest.raises(StorageError):
        await migrate(database)
    async with database.read() as session:
        connection = await session.connection()
        names = await connection.run_sync(lambda here: inspect(here).get_table_names())
    assert names == ["scrubs"]
    await database.close()
