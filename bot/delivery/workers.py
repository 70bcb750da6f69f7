"""The workers: supervised loops over the inbox and the ledger, woken by what is new.

A loop that fails is started again; a stop lets each loop finish what it holds.
"""

import asyncio
import contextlib
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from bot.core.apologies import name_place
from bot.core.deliveries import Messenger
from bot.core.errors import StorageError
from bot.delivery.answering import Answering
from bot.delivery.sending import Couriers
from bot.storage.inbox import Inbox
from bot.storage.ledger import Ledger

# Loops of each kind: one review takes milliseconds, one request longer, a language model seconds.
_ANSWERING, _SENDING, _FOLLOWING = 2, 4, 4
_POLL_SECONDS = 1.0  # for what another process took in, and for what waits until later
_DRAIN_SECONDS = 10.0
_log = logging.getLogger(__name__)


@dataclass
class Workers:
    """Answers and delivers until told to stop; see Couriers for `on_refused`."""

    inbox: Inbox
    ledger: Ledger
    messengers: Mapping[str, Messenger]
    on_refused: Callable[[str], Awaitable[None]] | None = None
    follows_up: bool = False  # whether any message is followed by another: a model is there
    _news: list[asyncio.Event] = field(default_factory=list)  # one a loop
    _is_stopping: bool = False

    def wake(self) -> None:
        """Say that something new is there."""
        for news in self._news:
            news.set()

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Work until the block ends, then finish what is held."""
        process = secrets.token_hex(8)
        loops = [
            asyncio.create_task(self._repeat(self._make_step(kind, f"{process}-{kind}{number}")))
            for kind, count in self._list_loops()
            for number in range(count)
        ]
        try:
            yield
        finally:
            self._is_stopping = True
            self.wake()
            _, late = await asyncio.wait(loops, timeout=_DRAIN_SECONDS)
            for loop in late:
                loop.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _list_loops(self) -> list[tuple[str, int]]:
        loops = [("a", _ANSWERING), ("s", _SENDING)]
        return [*loops, ("f", _FOLLOWING)] if self.follows_up else loops

    def _make_step(self, kind: str, owner: str) -> Callable[[], Awaitable[bool]]:
        if kind in "af":
            follow_ups = kind == "f"
            answering = Answering(
                self.inbox, self.messengers, owner, self.wake, follow_ups=follow_ups
            )
            return answering.do_next
        return Couriers(self.ledger, self.messengers, owner, self.on_refused).do_next

    async def _repeat(self, step: Callable[[], Awaitable[bool]]) -> None:
        news = asyncio.Event()
        self._news.append(news)
        while not self._is_stopping:
            news.clear()  # before looking: what comes meanwhile is not missed
            if await self._try(step):
                self.wake()  # an answer is to be delivered, a lane is free again
                continue
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(news.wait(), _POLL_SECONDS)

    @staticmethod
    async def _try(step: Callable[[], Awaitable[bool]]) -> bool:
        """Take one step; say whether there was something to do."""
        try:
            return await step()
        except StorageError as error:
            _log.warning("working waits: %s", error)
        except Exception as error:  # noqa: BLE001 - a supervised loop goes on
            _log.error("working failed: %s %s", type(error).__name__, name_place(error))
        return False
