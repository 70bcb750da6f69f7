"""The durable inbox: arrivals are kept before they are acknowledged, and erased once answered.

Whoever works on an arrival holds it for a while; a worker that died holds nothing for long. The
arrivals of one person are worked on one after the other.
"""

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, or_, select, update

from bot.core.deliveries import Arrival, Delivery
from bot.core.ports import Clock
from bot.storage.database import Database, Write, insert_into
from bot.storage.ledger import Ledger
from bot.storage.tables import ARRIVALS, SEEN
from bot.storage.unlocking import Unlocked

_LONGEST_PAYLOAD = 1_000_000  # characters; no platform sends more


@dataclass(frozen=True)
class Held:
    """An arrival in the hands of one worker; `tries` counts from one."""

    arrival: Arrival
    tries: int


@dataclass(frozen=True)
class Inbox:
    """The arrivals in the database."""

    database: Database
    unlocked: Unlocked
    clock: Clock
    ledger: Ledger

    async def keep(self, arrivals: Sequence[Arrival]) -> list[bool]:
        """Keep arrivals, all in one transaction; says for each whether it is new."""
        now = self.clock.now()
        names = [self._name(arrival) for arrival in arrivals]
        rows = dict(zip(reversed(names), reversed(arrivals), strict=True))  # the first of each
        sealed = [self._make_row(key, arrival, now) for key, arrival in rows.items()]
        async with self.database.write() as session:
            known = set(await session.scalars(select(SEEN.c.key).where(SEEN.c.key.in_(rows))))
            fresh = [row for row in sealed if row["key"] not in known]
            if fresh:
                seen = [{"key": row["key"], "seen_at": now} for row in fresh]
                for table, new in ((SEEN, seen), (ARRIVALS, fresh)):
                    insert = insert_into(session, table).on_conflict_do_nothing()
                    await session.execute(insert, new)
        pairs = zip(names, arrivals, strict=True)
        return [rows[name] is one and name not in known for name, one in pairs]

    def _make_row(self, key: str, arrival: Arrival, now: datetime.datetime) -> dict[str, object]:
        return {
            "key": key,
            "author": self.unlocked.pseudonyms.name_person(arrival.person),
            "channel": arrival.channel,
            "sealed": self._seal(arrival, key),
            "arrived_at": now,
            "tries": 0,
            "owner": "",
            "held_until": now,
        }

    async def hold_next(self, owner: str, seconds: float) -> Held | None:
        """Take the oldest arrival that nobody holds, of a person of whom nobody holds another."""
        now = self.clock.now()
        free = ARRIVALS.alias("free")
        busy = (
            select(ARRIVALS.c.author)
            .where(ARRIVALS.c.held_until > now)
            .where(ARRIVALS.c.owner != "")
        )
        oldest = (
            select(free.c.key)
            .where(or_(free.c.owner == "", free.c.held_until <= now), free.c.author.not_in(busy))
            .order_by(free.c.arrived_at, free.c.key)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        async with self.database.write() as session:
            key = await session.scalar(oldest)
            if key is None:
                return None
            taken = (
                update(ARRIVALS)
                .where(ARRIVALS.c.key == key)
                .values(
                    owner=owner,
                    held_until=now + datetime.timedelta(seconds=seconds),
                    tries=ARRIVALS.c.tries + 1,
                )
                .returning(ARRIVALS.c.sealed, ARRIVALS.c.tries)
            )
            row = (await session.execute(taken)).one()
        return Held(self._unseal(row.sealed, key), row.tries)

    async def hold_on(self, held: Held, owner: str, seconds: float) -> None:
        """Hold an arrival for longer."""
        until = self.clock.now() + datetime.timedelta(seconds=seconds)
        key = self._name(held.arrival)
        async with self.database.write() as session:
            await session.execute(
                update(ARRIVALS)
                .where(ARRIVALS.c.key == key, ARRIVALS.c.owner == owner)
                .values(held_until=until)
            )

    async def settle(
        self, held: Held, deliveries: Sequence[Delivery], writes: Sequence[Write] = ()
    ) -> None:
        """Put the answers on their way and erase the arrival, in one transaction.

        Args:
            held: What was answered.
            deliveries: The answers.
            writes: What else was written down while answering.
        """
        async with self.database.write() as session:
            for write in writes:
                await write(session)
            await self.ledger.add(session, deliveries)
            await session.execute(
                delete(ARRIVALS).where(ARRIVALS.c.key == self._name(held.arrival))
            )

    def _name(self, arrival: Arrival) -> str:
        return self.unlocked.pseudonyms.name_conversation(arrival.channel, arrival.key)

    def _seal(self, arrival: Arrival, key: str) -> bytes:
        head = json.dumps([arrival.key, arrival.channel, arrival.person])
        text = f"{head}\n{arrival.payload[:_LONGEST_PAYLOAD]}"  # JSON has no line breaks
        return self.unlocked.sealer.seal(text, (ARRIVALS.name, key))

    def _unseal(self, sealed: bytes, key: str) -> Arrival:
        text = self.unlocked.sealer.unseal(sealed, (ARRIVALS.name, key))
        head, _, payload = text.partition("\n")
        name, channel, person = json.loads(head)
        return Arrival(name, channel, person, payload)
