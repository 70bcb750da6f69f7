"""The Marks port on a shelf."""

import datetime
from dataclasses import dataclass

from bot.core.programme.ports import Shelf

SHELF = "marks"
_TICK = "tick"


@dataclass(frozen=True)
class ShelfMarks:
    """Implements the Marks port."""

    shelf: Shelf[datetime.datetime]

    async def recall_tick(self) -> datetime.datetime | None:
        """Give the last mark."""
        return await self.shelf.find(_TICK)

    async def note_tick(self, at: datetime.datetime) -> None:
        """Keep a mark."""
        await self.shelf.keep(_TICK, at)
