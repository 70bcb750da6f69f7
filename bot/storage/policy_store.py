"""Which policies have spoken, so that "why did it say that in March?" has an answer.

Append only.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from bot.core.ports import Clock
from bot.storage.columns import NAME_LENGTH
from bot.storage.database import Database, insert_into
from bot.storage.tables import POLICIES


@dataclass(frozen=True)
class RecordedPolicy:
    """A policy as it was recorded. `packs` are labels such as `medicines@2026.11`."""

    hash: str
    packs: tuple[str, ...]
    organisation: str
    compiled_at: datetime.datetime


@dataclass(frozen=True)
class PolicyStore:
    """Records policies and lists them."""

    database: Database
    clock: Clock

    async def record_policy(
        self, content_hash: str, packs: Sequence[str], organisation: str
    ) -> bool:
        """Record a policy; says whether it was new. The first record of a hash stays as it is."""
        async with self.database.write() as session:
            row = insert_into(session, POLICIES).values(
                hash=content_hash,
                packs=list(packs),
                organisation=organisation[:NAME_LENGTH],
                compiled_at=self.clock.now(),
            )
            kept = row.on_conflict_do_nothing().returning(POLICIES.c.hash)
            return (await session.execute(kept)).first() is not None

    async def list_policies(self) -> tuple[RecordedPolicy, ...]:
        """List every recorded policy, the newest first."""
        async with self.database.read() as session:
            query = select(POLICIES).order_by(POLICIES.c.compiled_at.desc(), POLICIES.c.hash)
            rows = (await session.execute(query)).all()
        return tuple(
            RecordedPolicy(row.hash, tuple(row.packs), row.organisation, row.compiled_at)
            for row in rows
        )
