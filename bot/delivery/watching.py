"""Look after the sending of mailings: the dead are replaced, what was forgotten begins again."""

import asyncio
import contextlib
import datetime
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

from bot.core.apologies import name_place
from bot.core.errors import BotError
from bot.core.ports import Clock
from bot.delivery.broadcasting import Broadcasting
from bot.delivery.engine import Engine
from bot.storage.mailing_watch import DEAD_AFTER, MailingWatch

_ALIVE_SECONDS = DEAD_AFTER.total_seconds() / 5
_POLL_SECONDS = 1.0
_LOOK_SECONDS = 15.0
_DRAIN_SECONDS = 10.0
_ERASE_SECONDS = 3_600.0
_KEPT = datetime.timedelta(days=2)  # what the engine knows of runs that ended
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Watching:
    """Keeps mailings going in this process, and takes over from others.

    Args:
        engine: Makes the runs.
        broadcasting: What a run is.
        watch: The mailings in the database.
        clock: Tells the time.
    """

    engine: Engine
    broadcasting: Broadcasting
    watch: MailingWatch
    clock: Clock

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Send mailings until the block ends; what is on its way then is finished."""
        is_ending = asyncio.Event()
        sending = asyncio.create_task(self._send(is_ending))
        try:
            yield
        finally:
            is_ending.set()
            await sending

    async def _send(self, is_ending: asyncio.Event) -> None:
        """Send as soon as there is a mailing: before that the engine costs memory for nothing."""
        while not is_ending.is_set():
            try:
                if await self.watch.is_anything_open():
                    await self._send_with_engine(is_ending)
            except BotError as error:
                _log.warning("sending mailings waits: %s", error)
            except Exception as error:  # noqa: BLE001 - a supervised loop goes on
                _log.error("sending mailings: %s %s", type(error).__name__, name_place(error))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(is_ending.wait(), _POLL_SECONDS)

    async def _send_with_engine(self, is_ending: asyncio.Event) -> None:
        sender = self.engine.sender
        jobs = (
            (_ALIVE_SECONDS, self._note_alive),
            (_ALIVE_SECONDS, self._take_over),
            (_LOOK_SECONDS, self._look),
            (_ERASE_SECONDS, self._erase),
        )
        await self.watch.note_alive(sender)
        async with self.engine.launched(self.broadcasting.send):
            tasks = [asyncio.create_task(_repeat(seconds, job)) for seconds, job in jobs]
            await is_ending.wait()
            await self.broadcasting.stop(_DRAIN_SECONDS)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        await self.engine.take_over(sender)  # what was not done by then is for others to finish
        await self.watch.forget_sender(sender)

    async def _note_alive(self) -> None:
        await self.watch.note_alive(self.engine.sender)

    async def _take_over(self) -> None:
        """Take over from whoever died."""
        dead = await self.watch.find_dead()
        if dead is not None and dead != self.engine.sender:
            await self.engine.take_over(dead)
            await self.watch.forget_sender(dead)

    async def _look(self) -> None:
        """Look for what is too late, and for what should have begun and did not."""
        await self.watch.end_late()
        overdue = await self.watch.list_overdue()
        if overdue:
            alive = await self.engine.list_alive(overdue)
            await self.watch.begin_again([run for run in overdue if run not in alive])

    async def _erase(self) -> None:
        await self.engine.erase_ended(self.clock.now() - _KEPT)


async def _repeat(seconds: float, job: Callable[[], Awaitable[None]]) -> None:
    """Do something again and again; what fails is tried again the next time."""
    while True:
        try:
            await job()
        except BotError as error:
            _log.warning("looking after mailings waits: %s", error)
        except Exception as error:  # noqa: BLE001 - a supervised loop goes on
            _log.error("looking after mailings: %s %s", type(error).__name__, name_place(error))
        await asyncio.sleep(seconds)
