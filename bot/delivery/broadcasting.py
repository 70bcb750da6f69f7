"""Send chunks of mailings in this process, of several workspaces at once, until told to stop."""

import asyncio
import logging
from dataclasses import dataclass, field
from typing import Any

from bot.delivery.chunk_sending import ChunkSending, Means
from bot.delivery.pace import Paces

_ELSEWHERE_SECONDS = 300.0  # until a chunk comes round again that only another process can send
_log = logging.getLogger(__name__)


@dataclass
class Broadcasting:
    """Sends chunks. `owner` names this process; it may send chunks of several lanes at once."""

    means: Means
    paces: Paces
    owner: str
    _is_stopping: bool = False
    _sending: "set[asyncio.Task[Any]]" = field(default_factory=set)

    async def stop(self, seconds: float) -> None:
        """Claim nobody any more, and wait so long at most for what is on its way."""
        self._is_stopping = True
        if self._sending:
            await asyncio.wait(self._sending, timeout=seconds)

    async def send(self, mailing: str, number: int) -> None:
        """Send a chunk; see `_send`."""
        task = asyncio.current_task()
        if task is not None:
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)
        await self._send(mailing, number)

    async def _send(self, mailing: str, number: int) -> None:
        """Send a chunk until nobody in it can be sent to now, and see to it that it goes on.

        Raises:
            StorageError: the database is away; whoever called may try again.
        """
        letter = await self.means.rows.mailings.find_letter(mailing)
        hold = await self.means.rows.take(mailing, number, self.owner)
        if letter is None or hold is None:
            return
        if hold.channel not in self.means.messengers:
            _log.warning("nobody here sends mailings to “%s”", hold.channel)
            await self.means.rows.finish(hold, _ELSEWHERE_SECONDS)
            return
        sending = ChunkSending(self.means, letter, hold, self.paces.find(hold.lane, hold.channel))
        try:
            while not self._is_stopping and await sending.go_on():
                pass
        finally:
            await sending.land()
        await self.means.rows.finish(hold)
