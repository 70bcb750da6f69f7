"""A storage on a real SQLite file, opened and closed for every test."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.storage.erasure import Retention
from bot.storage.opening import Storage, open_storage
from tests.fakes.ports import FakeClock
from tests.storage.samples import SECRET, address_of

Open = Callable[..., Awaitable[Storage]]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def open_here(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Open]:
    opened: list[Storage] = []

    async def open_it(secret: str = SECRET, folder: Path = tmp_path, **retention: int) -> Storage:
        storage = await open_storage(address_of(folder), secret, clock, Retention(**retention))
        opened.append(storage)
        return storage

    yield open_it
    for storage in opened:
        await storage.close()


@pytest.fixture
async def storage(open_here: Open) -> Storage:
    return await open_here()
