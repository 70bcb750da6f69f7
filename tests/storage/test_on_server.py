"""What is particular about a database on a server: it goes away and returns, it sets limits."""

import pytest
from sqlalchemy import text

from bot.core.errors import StorageError
from bot.storage.complaints import DatabaseBusyError
from bot.storage.database import hold_lock, open_database
from bot.storage.opening import Storage
from tests.postgres import Postgres
from tests.storage.samples import ADA, BEN, TOLD, on_server

pytestmark = on_server


async def test_it_is_reached_again_after_a_crash(storage: Storage, postgres: Postgres) -> None:
    await storage.records.remember_person(ADA, TOLD)
    with postgres.away():
        for _ in range(2):
            with pytest.raises(StorageError, match="does not answer or does not let us in"):
                await storage.records.recall_person(ADA)
    assert await storage.records.recall_person(ADA) == TOLD
    await storage.records.remember_person(BEN, TOLD)


async def test_what_was_not_committed_when_it_crashed_did_not_happen(
    storage: Storage, postgres: Postgres
) -> None:
    async def write_across_a_crash() -> None:
        async with storage.database.write() as session:
            await session.execute(text("INSERT INTO scrubs VALUES ('one', '2026-11-22')"))
            with postgres.away():
                await session.execute(text("INSERT INTO scrubs VALUES ('two', '2026-11-22')"))

    with pytest.raises(StorageError, match="does not answer"):
        await write_across_a_crash()
    async with storage.database.read() as session:
        assert await session.scalar(text("SELECT count(*) FROM scrubs")) == 0


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
async def test_every_spelling_of_an_address_is_known(
    storage: Storage, address: str, scheme: str
) -> None:
    await storage.records.remember_person(ADA, TOLD)
    database = open_database(f"{scheme}:{address.partition(':')[2]}")
    async with database.read() as session:
        assert await session.scalar(text("SELECT count(*) FROM people")) == 1
    await database.close()


async def test_limits_are_set_and_an_address_may_set_others(address: str) -> None:
    found = []
    for more in ("", "&options=-c%20lock_timeout%3D50"):
        database = open_database(address + more)
        async with database.read() as session:
            found.append(await session.scalar(text("SHOW lock_timeout")))
        await database.close()
    assert found == ["10s", "50ms"]


async def test_a_table_that_another_process_holds(storage: Storage, address: str) -> None:
    impatient = open_database(address, busy_seconds=0.05)
    async with storage.database.write() as session:
        await hold_lock(session, "erasing")
        with pytest.raises(DatabaseBusyError, match="busy with another process"):
            async with impatient.write() as other:
                await hold_lock(other, "erasing")
    await impatient.close()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("postgresql://jourfix@/nowhere?host={folder}", "name of the database, account, password"),
        ("postgresql://nobody@/postgres?host={folder}", "name of the database, account, password"),
        ("postgresql://jourfix@127.0.0.1:1/postgres", "whether the server runs"),
    ],
)
async def test_a_server_that_does_not_let_us_in(
    postgres: Postgres, address: str, wrong: str, sentence: str
) -> None:
    database = open_database(wrong.format(folder=postgres.folder))
    assert address
    with pytest.raises(StorageError, match=sentence):
        async with database.read() as session:
            await session.execute(text("SELECT 1"))
    await database.close()


async def test_an_account_that_may_only_read_is_told(storage: Storage, address: str) -> None:
    await storage.records.remember_person(ADA, TOLD)
    reader = open_database(f"{address}&options=-c%20default_transaction_read_only%3Don")
    with pytest.raises(StorageError, match="may not be written"):
        async with reader.write() as session:
            await session.execute(text("DELETE FROM people"))
    await reader.close()


async def test_reading_sees_one_moment(storage: Storage) -> None:
    counting = text("SELECT count(*) FROM people")
    async with storage.database.read() as session:
        before = await session.scalar(counting)
        await storage.records.remember_person(ADA, TOLD)
        assert await session.scalar(counting) == before == 0
