"""The Installations port over the database: one sealed row a place."""

import datetime
from dataclasses import dataclass

from sqlalchemy import delete, select, update

from bot.core.ports import Clock
from bot.storage.database import Database, insert_into
from bot.storage.tables import INSTALLATIONS
from bot.storage.unlocking import Unlocked


@dataclass(frozen=True)
class InstallationStore:
    """The installations in the database."""

    database: Database
    unlocked: Unlocked
    clock: Clock

    @property
    def signing_key(self) -> bytes:
        """A key that every process of this database has."""
        return self.unlocked.pseudonyms.derive_signing_key("installations")

    async def keep_installation(self, channel: str, place: str, text: str) -> None:
        """Keep an installation, or its next state."""
        now = self.clock.now()
        where = (INSTALLATIONS.name, channel, place)
        row = {"sealed": self.unlocked.sealer.seal(text, where), "claimed_until": now}
        async with self.database.write() as session:
            insert = insert_into(session, INSTALLATIONS).values(
                channel=channel, place=place, installed_at=now, **row
            )
            keys = ["channel", "place"]
            await session.execute(insert.on_conflict_do_update(index_elements=keys, set_=row))

    async def find_installation(self, channel: str, place: str) -> str | None:
        """Find what was kept."""
        here = (INSTALLATIONS.c.channel == channel) & (INSTALLATIONS.c.place == place)
        async with self.database.read() as session:
            sealed = await session.scalar(select(INSTALLATIONS.c.sealed).where(here))
        where = (INSTALLATIONS.name, channel, place)
        return None if sealed is None else self.unlocked.sealer.unseal(sealed, where)

    async def forget_installation(self, channel: str, place: str) -> None:
        """Erase it."""
        here = (INSTALLATIONS.c.channel == channel) & (INSTALLATIONS.c.place == place)
        async with self.database.write() as session:
            await session.execute(delete(INSTALLATIONS).where(here))

    async def claim_renewal(self, channel: str, place: str, seconds: float) -> bool:
        """Claim to renew it, for so long; False while another process has the claim."""
        now = self.clock.now()
        free = (
            (INSTALLATIONS.c.channel == channel)
            & (INSTALLATIONS.c.place == place)
            & (INSTALLATIONS.c.claimed_until <= now)
        )
        claim = (
            update(INSTALLATIONS)
            .where(free)
            .values(claimed_until=now + datetime.timedelta(seconds=seconds))
            .returning(INSTALLATIONS.c.place)
        )
        async with self.database.write() as session:
            return (await session.execute(claim)).first() is not None
