"""After a restored backup: what may have left since is not sent again, but listed.

What waited when the backup was made has probably been sent by now, and nothing in the database
tells. So what could have left by now is unknown, as after a lost answer, and people decide. What
was only begun after the backup is not in it at all: the times between are kept for who plans.
"""

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.ports import Clock
from bot.storage.database import Database, insert_into
from bot.storage.erasure import delete_rows
from bot.storage.ledger import SENDING, UNKNOWN, WAITING
from bot.storage.mailing_rows import end_if_done
from bot.storage.tables import ARRIVALS, DELIVERIES, MAILINGS, RECIPIENTS, SETTINGS
from bot.storage.unlocking import Unlocked

RESTORED = "restored"  # the reason, for the report
_NAME = "restored-gaps"
_PLACE = (SETTINGS.name, _NAME)


@dataclass(frozen=True)
class Gap:
    """The time of which nothing is known: from a backup to its restoring."""

    start: datetime.datetime
    end: datetime.datetime


@dataclass(frozen=True)
class Held:
    """What is not sent again, in numbers."""

    deliveries: int
    recipients: int
    arrivals: int


@dataclass(frozen=True)
class Restoring:
    """Tells a restored database that it is one."""

    database: Database
    unlocked: Unlocked
    clock: Clock

    async def hold_back(self, backup: datetime.datetime) -> Held:
        """Hold back whatever may have left since a backup was made; nothing else may be running."""
        now = self.clock.now()
        async with self.database.write() as session:
            held = Held(
                await _hold_deliveries(session, now),
                await _hold_recipients(session, now),
                # they were answered, seconds after the backup; now nobody would know that
                await delete_rows(session, ARRIVALS, ARRIVALS.c.arrived_at <= backup),
            )
            for name in await session.scalars(select(MAILINGS.c.key)):
                await end_if_done(session, name, now)
            gaps = [*await self._read_gaps(session), Gap(backup, now)]
            await self._write_gaps(session, gaps)
        return held

    async def list_gaps(self) -> Sequence[Gap]:
        """List the times of which nothing is known: what was due in them may have happened."""
        async with self.database.read() as session:
            return await self._read_gaps(session)

    async def _read_gaps(self, session: AsyncSession) -> list[Gap]:
        held = select(SETTINGS.c.sealed).where(SETTINGS.c.name == _NAME)
        sealed = await session.scalar(held)
        if sealed is None:
            return []
        pairs = json.loads(self.unlocked.sealer.unseal(sealed, _PLACE))
        return [Gap(*(datetime.datetime.fromisoformat(one) for one in pair)) for pair in pairs]

    async def _write_gaps(self, session: AsyncSession, gaps: Sequence[Gap]) -> None:
        text = json.dumps([[gap.start.isoformat(), gap.end.isoformat()] for gap in gaps])
        sealed = self.unlocked.sealer.seal(text, _PLACE)
        await session.execute(delete(SETTINGS).where(SETTINGS.c.name == _NAME))
        await session.execute(insert_into(session, SETTINGS).values(name=_NAME, sealed=sealed))


async def _hold_deliveries(session: AsyncSession, now: datetime.datetime) -> int:
    is_due = (DELIVERIES.c.state == WAITING) & (DELIVERIES.c.not_before <= now)
    held = update(DELIVERIES).where(or_(is_due, DELIVERIES.c.state == SENDING))
    marked = held.values(state=UNKNOWN, reason=RESTORED, owner="").returning(DELIVERIES.c.channel)
    return len((await session.execute(marked)).all())


async def _hold_recipients(session: AsyncSession, now: datetime.datetime) -> int:
    is_due = (RECIPIENTS.c.state == WAITING) & (RECIPIENTS.c.not_before <= now)
    held = update(RECIPIENTS).where(or_(is_due, RECIPIENTS.c.state == SENDING))
    # they may have it, so it counts against what they allow this week
    values = {"state": UNKNOWN, "reason": RESTORED, "owner": "", "sent_at": now}
    marked = held.values(**values).returning(RECIPIENTS.c.chunk)
    return len((await session.execute(marked)).all())
