"""A LinkedIn on loopback, for each test."""

from collections.abc import AsyncIterator

import pytest

from tests.fakes.linkedin.platform import FakeLinkedIn
from tests.fakes.ports import FakeClock


@pytest.fixture
async def linkedin() -> AsyncIterator[FakeLinkedIn]:
    running = FakeLinkedIn()
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()
