"""What authors handed over because a finding is wrong, for the editors who keep the rules."""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select

from bot.core.house_rules.disputes import Dispute
from bot.core.house_rules.objections import Objection
from bot.storage.database import Database
from bot.storage.tables import DISPUTES, REVIEWS
from bot.storage.unlocking import Unlocked


@dataclass(frozen=True)
class DisputeStore:
    """Implements the ports Disputes and Objections; whose sentence it is nobody reads."""

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

    async def list_objections(self, since: datetime.datetime) -> Sequence[Objection]:
        """List what was said about rules, without its sentences."""
        query = select(DISPUTES.c.rule, DISPUTES.c.recorded_at)
        async with self.database.read() as session:
            rows = (await session.execute(query.where(DISPUTES.c.recorded_at >= since))).all()
        return [Objection(row.rule, row.recorded_at.date()) for row in rows]

    async def count_drafts(
        self, rules: Sequence[str], since: datetime.datetime
    ) -> Mapping[str, int]:
        """Count in how many drafts each rule found something."""
        query = select(REVIEWS.c.rules).where(REVIEWS.c.recorded_at >= since)
        async with self.database.read() as session:
            named = (await session.execute(query)).scalars().all()
        spoke = Counter(rule for names in named for rule in names)
        return {rule: spoke[rule] for rule in rules}

    async def settle(self, dispute: str) -> bool:
        """Erase one that is dealt with; says whether it was there."""
        gone = delete(DISPUTES).where(DISPUTES.c.id == dispute).returning(DISPUTES.c.id)
        async with self.database.write() as session:
            return (await session.execute(gone)).first() is not None
