import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.core.errors import StorageError
from bot.storage.complaints import DatabaseBusyError
from bot.storage.database import Database, open_database
from bot.storage.opening import Storage
from tests.storage.samples import address_of, list_files, list_rights, on_file


@on_file
@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("busy_timeout", 10_000),
        ("synchronous", 2),
        ("temp_store", 2),
    ],
)
async def test_every_connection_has_the_settings(
    storage: Storage, pragma: str, value: str | int
) -> None:
    async with storage.database.read() as one, storage.database.read() as two:
        for session in (one, two):
            assert await session.scalar(text(f"PRAGMA {pragma}")) == value


@on_file
async def test_the_files_are_ours_alone(storage: Storage, tmp_path: Path) -> None:
    await storage.policies.record_policy("sha256:a", [], "")
    assert list_files(tmp_path) == ["jourfix.db", "jourfix.db-shm", "jourfix.db-wal"]
    assert list_rights(tmp_path) == {0o600}


@pytest.mark.parametrize(
    "address", ["", "jourfix.db", "mysql://ada:hunter2@server/x", "postgresql://a:hunter2@s:port/x"]
)
def test_an_address_that_makes_no_sense(address: str) -> None:
    with pytest.raises(StorageError, match="JOURFIX_DATABASE is no address we know") as caught:
        open_database(address)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("address", ["sqlite://", "sqlite:///:memory:", "sqlite:///file:x?uri=1"])
def test_a_database_needs_a_file(address: str) -> None:
    with pytest.raises(StorageError, match="names no file"):
        open_database(address)


async def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    database = open_database(address_of(tmp_path / "nowhere"))
    with pytest.raises(StorageError, match=r"The folder .*nowhere does not exist. Create it"):
        await database.prepare()


async def test_a_folder_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "jourfix.db").mkdir()
    with pytest.raises(StorageError, match="cannot be written"):
        await open_database(address_of(tmp_path)).prepare()


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "jourfix.db").write_bytes(b"This is a letter, not a database. " * 99)
    database = open_database(address_of(tmp_path))
    with pytest.raises(StorageError, match="damaged, or it is no database"):
        await database.prepare()
    await database.close()


async def test_tables_that_are_missing(address: str) -> None:
    database = open_database(address)
    with pytest.raises(StorageError, match="Run: jourfix migrate"):
        async with database.read() as session:
            await session.execute(text("SELECT * FROM people"))
    await database.close()


async def test_an_error_repeats_neither_sql_nor_values(storage: Storage) -> None:
    with pytest.raises(StorageError) as caught:
        async with storage.database.write() as session:
            await session.execute(
                text("INSERT INTO policies (hash) VALUES (:words)"), {"words": "Zitronenfalter"}
            )
    assert str(caught.value).startswith("The database could not do this.")
    assert "Zitronenfalter" not in str(caught.value) + str(caught.value.__cause__)


async def test_a_unit_of_work_is_kept_whole_or_not_at_all(storage: Storage) -> None:
    async def write_and_fail() -> None:
        async with storage.database.write() as session:
            await session.execute(text("INSERT INTO scrubs VALUES ('one', '2026-11-22')"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await write_and_fail()
    assert await _count(storage.database) == 0


@on_file
async def test_a_database_that_another_process_holds(storage: Storage, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "jourfix.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    impatient = open_database(address_of(tmp_path), busy_seconds=0.05)
    with pytest.raises(DatabaseBusyError, match="busy with another process"):
        async with impatient.write() as session:
            await session.execute(text("DELETE FROM scrubs"))
    assert await _count(storage.database) == 0, "readers need not wait"
    other.execute("COMMIT")
    other.close()
    await impatient.close()


async def _count(database: Database) -> int:
    async with database.read() as session:
        return int(await session.scalar(text("SELECT count(*) FROM scrubs")) or 0)
