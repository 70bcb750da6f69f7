"""The durable inbox: arrivals are kept before they are acknowledged, and erased once answered.

Whoever works on an arrival holds it for a while; a worker that died holds nothing for long. The
arrivals of one person are worked on one after the other.
"""

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.deliveries import Answered, Arrival
from bot.core.ports import Clock
from bot.storage.database import Database, Write, hold_lock, insert_into
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
        # In one order, so that two processes that keep the same never wait for each other.
        sealed = [self._make_row(key, arrival, now) for key, arrival in sorted(rows.items())]
        async with self.database.write(is_urgent=True) as session:  # a platform is waiting
            seen = insert_into(session, SEEN).values(
                [{"key": row["key"], "seen_at": now} for row in sealed]
            )
            mark = seen.on_conflict_do_nothing().returning(SEEN.c.key)
            marked = set(await session.scalars(mark))
            fresh = [row for row in sealed if row["key"] in marked]
            if fresh:
                arrived = insert_into(session, ARRIVALS).on_conflict_do_nothing()
                await session.execute(arrived, fresh)
        pairs = zip(names, arrivals, strict=True)
        return [rows[name] is one and name in marked for name, one in pairs]

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
            "is_follow_up": bool(arrival.follows),
        }

    async def hold_next(
        self, owner: str, seconds: float, *, follow_ups: bool = False
    ) -> Held | None:
        """Take the oldest arrival that nobody holds, of a person of whom nobody holds another.

        Follow-ups are taken apart: they wait for others, and hold up nobody.
        """
        now = self.clock.now()
        free, other = ARRIVALS.alias("free"), ARRIVALS.alias("other")
        is_held = (other.c.held_until > now) & (other.c.owner != "")
        is_earlier = or_(
            other.c.arrived_at < free.c.arrived_at,
            (other.c.arrived_at == free.c.arrived_at) & (other.c.key < free.c.key),
        )
        goes_before = (
            select(other.c.key)
            .where(other.c.author == free.c.author, other.c.key != free.c.key)
            .where(other.c.is_follow_up.is_(follow_ups), or_(is_held, is_earlier))
        )
        oldest = (
            select(free.c.key, free.c.author)
            .where(or_(free.c.owner == "", free.c.held_until <= now), ~goes_before.exists())
            .where(free.c.is_follow_up.is_(follow_ups))
            .order_by(free.c.arrived_at, free.c.key)
            .limit(1)
            .with_for_update(skip_locked=True, of=free)
        )
        async with self.database.write() as session:
            found = (await session.execute(oldest)).first()
            if found is None:
                return None
            key = found.key
            # An earlier one may come in late, while another process takes this one.
            await hold_lock(session, found.author)
            author_is_busy = select(other.c.key).where(
                other.c.author == found.author, other.c.is_follow_up.is_(follow_ups), is_held
            )
            taken = (
                update(ARRIVALS)
                .where(ARRIVALS.c.key == key, ~author_is_busy.exists())
                .values(
                    owner=owner,
                    held_until=now + datetime.timedelta(seconds=seconds),
                    tries=ARRIVALS.c.tries + 1,
                )
                .returning(ARRIVALS.c.sealed, ARRIVALS.c.tries)
            )
            row = (await session.execute(taken)).first()
        if row is None:
            return None
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

    async def settle(self, held: Held, answered: Answered, writes: Sequence[Write] = ()) -> None:
        """Put the answers on their way and erase the arrival, in one transaction.

        Args:
            held: What was answered.
            answered: The answers, and what follows them by itself.
            writes: What else was written down while answering.
        """
        arrival, now = held.arrival, self.clock.now()
        rows = [self._make_row(self._name(one), one, now) for one in answered.follow_ups]
        async with self.database.write() as session:
            if arrival.follows and not await self._is_kept(session, arrival):
                return  # its person said "forget me" meanwhile: nothing is said any more
            for write in writes:
                await write(session)
            posts = answered.deliveries
            if not arrival.follows:
                await self.ledger.add(session, posts)
            elif posts:  # where there is no other answer, the message stays as it is
                await self.ledger.change(session, arrival.channel, arrival.follows, posts)
            if rows:
                await session.execute(insert_into(session, ARRIVALS).on_conflict_do_nothing(), rows)
            await session.execute(delete(ARRIVALS).where(ARRIVALS.c.key == self._name(arrival)))

    async def _is_kept(self, session: AsyncSession, arrival: Arrival) -> bool:
        own = select(ARRIVALS.c.key).where(ARRIVALS.c.key == self._name(arrival))
        return (await session.execute(own)).first() is not None

    def _name(self, arrival: Arrival) -> str:
        return self.unlocked.pseudonyms.name_conversation(arrival.channel, arrival.key)

    def _seal(self, arrival: Arrival, key: str) -> bytes:
        head = json.dumps([arrival.key, arrival.channel, arrival.person, arrival.follows])
        text = f"{head}\n{arrival.payload[:_LONGEST_PAYLOAD]}"  # JSON has no line breaks
        return self.unlocked.sealer.seal(text, (ARRIVALS.name, key))

    def _unseal(self, sealed: bytes, key: str) -> Arrival:
        text = self.unlocked.sealer.unseal(sealed, (ARRIVALS.name, key))
        head, _, payload = text.partition("\n")
        name, channel, person, *follows = json.loads(head)  # the last is there since v0005
        return Arrival(name, channel, person, payload, *follows)
