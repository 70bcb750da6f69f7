"""The clock of the programme: every minute it asks what is due since everything was done."""

import asyncio
import contextlib
import datetime
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

from bot.core.ports import Clock
from bot.core.programme.ports import Marks
from bot.scheduling.regular import Period, run_every

Tick = Callable[[datetime.datetime | None, datetime.datetime], Awaitable[bool]]


@dataclass(frozen=True)
class Ticking:
    """Ticks, beside as many other clocks as there are.

    Args:
        tick: Carries out what is due since the first moment, up to the second; says whether all
            of it was.
        marks: Keeps the last moment up to which all was: what failed is due again at the next tick.
        clock: Tells the time.
        looked: Set when it has looked for the first time.
    """

    tick: Tick
    marks: Marks
    clock: Clock
    looked: asyncio.Event = field(default_factory=asyncio.Event)

    async def look(self) -> None:
        """Tick once."""
        try:
            now = self.clock.now().astimezone(datetime.UTC)
            if await self.tick(await self.marks.recall_tick(), now):
                await self.marks.note_tick(now)
        finally:
            self.looked.set()

    @contextlib.asynccontextmanager
    async def running(self, period: Period = "minute") -> AsyncIterator[None]:
        """Tick now and then regularly, until the block ends."""
        async with run_every(period, "what is due", self.look, at_once=True):
            yield
