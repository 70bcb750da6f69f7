"""A storage on a real database, opened and closed for every test: on SQLite and on PostgreSQL."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.storage.erasure import Retention
from bot.storage.opening import Storage, open_storage
from tests.fakes.ports import FakeClock
from tests.storage.samples import SECRET, address_of, find_bytes, find_in_files

Open = Callable[..., Awaitable[Storage]]
Search = Callable[[list[bytes]], list[bytes]]


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new database. `samples.on_file` keeps a test to SQLite."""
    if request.param == "sqlite":
        return address_of(tmp_path)
    return str(request.getfixturevalue("database_on_postgres"))


@pytest.fixture
def search(request: pytest.FixtureRequest, address: str, tmp_path: Path) -> Search:
    """Gives the needles that are in the files of the database; of a server without its log."""
    if address.startswith("sqlite"):
        return lambda needles: find_bytes(tmp_path, needles)
    server = request.getfixturevalue("postgres")
    folder = server.find_folder(address)
    server.execute("CHECKPOINT")
    before = {file: file.stat().st_mtime_ns for file in folder.iterdir()}

    def search_server(needles: list[bytes]) -> list[bytes]:
        server.execute("ANALYZE", address)  # it samples rows, as it does every now and then
        server.execute("CHECKPOINT", address)
        files = [file for file in folder.iterdir() if file.stat().st_mtime_ns != before.get(file)]
        return find_in_files(files, needles)

    return search_server


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def open_here(address: str, clock: FakeClock) -> AsyncIterator[Open]:
    opened: list[Storage] = []

    async def open_it(secret: str = SECRET, folder: Path | None = None, **days: int) -> Storage:
        place = address_of(folder) if folder else address
        storage = await open_storage(place, secret, clock, Retention(**days))
        opened.append(storage)
        return storage

    yield open_it
    for storage in opened:
        await storage.close()


@pytest.fixture
async def storage(open_here: Open) -> Storage:
    return await open_here()
