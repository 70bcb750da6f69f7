"""What authors handed over because a finding is wrong, for the editors who keep the rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select

from bot.core.house_rules.disputes import Dispute
from bot.storage.database import Database
from bot.storage.tables import DISPUTES
from bot.storage.unlocking import Unlocked


@dataclass(frozen=True)
class DisputeStore:
    """Implements the Disputes port; whose sentence it is nobody reads."""

    database: Database
    unlocked: Unlocked

    async def list_disputes(self, most: int) -> Sequence[Dispute]:
        """List them, the newest first."""
        query = select(DISPUTES.c.id, DISPUTES.c.rule, DISPUTES.c.sealed)
        newest = query.order_by(DISPUTES.c.recorded_at.desc(), DISPUTES.c.id).limit(most)
        async with self.database.read() as session:
            rows = (await session.execute(newest)).all()
        return [
            Dispute(
                row.id, row.rule, self.unlocked.sealer.unseal(row.sealed, (DISPUTES.name, row.id))
            )
            for row in rows
        ]

    async def settle(self, dispute: str) -> bool:
        """Erase one that is dealt with; says whether it was there."""
        gone = delete(DISPUTES).where(DISPUTES.c.id == dispute).returning(DISPUTES.c.id)
        async with self.database.write() as session:
            return (await session.execute(gone)).first() is not None
