"""Writers of one process take turns, and whoever somebody is waiting for goes first.

SQLite lets one write at a time; who comes meanwhile sleeps longer at each try and may be overtaken
again and again. Here they stand in line, and SQLite is asked by one of them only.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass
class Turns:
    """A line of writers. What is urgent waits for one other at most, beside whoever is writing."""

    seconds: float  # so long somebody stands in line; then TimeoutError
    _door: asyncio.Lock = field(default_factory=asyncio.Lock)
    _desk: asyncio.Lock = field(default_factory=asyncio.Lock)

    @asynccontextmanager
    async def taken(self, *, is_urgent: bool) -> AsyncIterator[None]:
        """Have the turn until the block ends.

        Raises:
            TimeoutError: the others took too long.
        """
        async with asyncio.timeout(self.seconds):
            if is_urgent:
                await self._desk.acquire()
            else:
                async with self._door:  # of all others only one stands at the desk
                    await self._desk.acquire()
        try:
            yield
        finally:
            self._desk.release()
