"""Erase the other side of pairs: what a colleague's row says of somebody who asks to be forgotten.

A side is its person's row, so "forget me" takes it along; the colleague's row names them too. It is
found by opening every side, for nothing in the clear says whom it is about.
"""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.programme.buddies.pair import Pair
from bot.storage.ledger import WAITING
from bot.storage.tables import DELIVERIES, SHELVES
from bot.storage.unlocking import Unlocked

SHELF = "pairs"
_FORM = TypeAdapter(Pair)


@dataclass(frozen=True)
class PairErasure:
    """Implements the Eraser for pairs of buddies."""

    unlocked: Unlocked

    async def __call__(self, session: AsyncSession, person: str) -> Mapping[str, int]:
        """Erase the sides that are about somebody, and what was to tell of them and waits."""
        rows = select(SHELVES.c.key, SHELVES.c.sealed).where(SHELVES.c.shelf == SHELF)
        erased = 0
        for row in (await session.execute(rows)).all():
            side = self._open(row.sealed, row.key)
            if side.other != person:
                continue
            here = (SHELVES.c.shelf == SHELF) & (SHELVES.c.key == row.key)
            await session.execute(delete(SHELVES).where(here))
            for message in (side.told_under, side.asked_under):
                await self._erase_waiting(session, side.channel, message)
            erased += 1
        return {"pairs": erased}

    def _open(self, sealed: bytes, name: str) -> Pair:
        place = (SHELVES.name, SHELF, name)
        return _FORM.validate_json(self.unlocked.sealer.unseal(sealed, place))

    async def _erase_waiting(self, session: AsyncSession, channel: str, message: str) -> None:
        """Erase the posts of a message that have not left yet."""
        for number in itertools.count():
            name = self.unlocked.pseudonyms.name_conversation(channel, f"{message}/{number}")
            gone = delete(DELIVERIES).where(DELIVERIES.c.key == name, DELIVERIES.c.state == WAITING)
            if (await session.execute(gone.returning(DELIVERIES.c.key))).first() is None:
                return
