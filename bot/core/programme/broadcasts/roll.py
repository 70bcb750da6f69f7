"""Who takes part, read from the shelf once for all that one press asks of it.

Each row is opened one by one, which takes seconds for ten thousand people.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.ports import Shelf

_FRESH = datetime.timedelta(seconds=5)


@dataclass
class Roll:
    """The list of those who take part. Every method may raise StorageError."""

    ambassadors: Shelf[Ambassador]
    clock: Clock
    _people: Sequence[Ambassador] = ()
    _read_at: datetime.datetime | None = None

    async def list_people(self) -> Sequence[Ambassador]:
        """List them, as they were some seconds ago at the most."""
        now = self.clock.now()
        if self._read_at is None or not self._read_at <= now < self._read_at + _FRESH:
            return await self.read_anew()
        return self._people

    async def read_anew(self) -> Sequence[Ambassador]:
        """List them as they are: for sending."""
        self._people, self._read_at = await self.ambassadors.list_things(), self.clock.now()
        return self._people

    def forget(self) -> None:
        """Let go of the list: it is long."""
        self._people, self._read_at = (), None
