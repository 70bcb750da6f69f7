"""Take arrivals in: on disk before they are acknowledged, many in one commit."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.core.deliveries import Arrival
from bot.core.errors import StorageError
from bot.storage.inbox import Inbox

_MOST_WAITING = 2_000  # beyond that the platform is told to come back later
_MOST_AT_ONCE = 200  # arrivals in one commit
_GATHERING_SECONDS = 0.003

_Waiting = tuple[Arrival, "asyncio.Future[bool]"]


class IntakeFullError(StorageError):
    """More came than we can write down now; the platform will send it again."""


@dataclass
class Intake:
    """Writes down what arrives. `on_new` wakes the workers."""

    inbox: Inbox
    on_new: Callable[[], None]
    _waiting: list[_Waiting] = field(default_factory=list)
    _writer: "asyncio.Task[None] | None" = None

    async def take(self, arrival: Arrival) -> bool:
        """Keep an arrival; returns when it is on disk, and says whether it is new.

        Raises:
            StorageError: it is not on disk; it must not be acknowledged.
        """
        if len(self._waiting) >= _MOST_WAITING:
            raise IntakeFullError("Too much arrives at once. It will be sent again.")
        kept: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((arrival, kept))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        return await kept

    async def _write(self) -> None:
        while self._waiting:
            batch = self._waiting[:_MOST_AT_ONCE]
            del self._waiting[: len(batch)]
            try:
                are_new = await self.inbox.keep([arrival for arrival, _ in batch])
            except StorageError as error:
                for _, kept in batch:
                    if not kept.done():
                        kept.set_exception(error)
                continue
            for (_, kept), is_new in zip(batch, are_new, strict=True):
                if not kept.done():  # whoever waited may have hung up
                    kept.set_result(is_new)
            if any(are_new):
                self.on_new()
            if len(batch) > 1:  # it is busy: a commit for more of them costs no more
                await asyncio.sleep(_GATHERING_SECONDS)
