"""The ledger of deliveries: one row a message and person, written before anything is sent.

    waiting -> sending -> delivered | refused | unknown
    sending -> waiting, when it is certainly not there

`sending` is committed before the request leaves. Whoever finds a row in `sending` that nobody holds
knows that its sender died: it is in doubt, and looked up.
"""

import datetime
import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.deliveries import Delivered, Delivery, InDoubt, Outcome, Postponed, Refused
from bot.core.ports import Clock
from bot.storage.columns import NAME_LENGTH
from bot.storage.database import Database, insert_into
from bot.storage.tables import DELIVERIES
from bot.storage.unlocking import Unlocked

WAITING, SENDING = "waiting", "sending"
DELIVERED, REFUSED, UNKNOWN = "delivered", "refused", "unknown"
_Row = Row[Any, Any, Any]  # key, state and what is sealed


@dataclass(frozen=True)
class Sending:
    """A delivery in the hands of one courier. In doubt: its last sender died on the way.

    `receipt` names the post that it replaces, if it replaces one that is there.
    """

    delivery: Delivery
    tries: int
    is_in_doubt: bool
    receipt: str = ""


@dataclass(frozen=True)
class Ledger:
    """The deliveries in the database."""

    database: Database
    unlocked: Unlocked
    clock: Clock

    async def add(
        self,
        session: AsyncSession,
        deliveries: Sequence[Delivery],
        not_before: datetime.datetime | None = None,
    ) -> None:
        """Add deliveries in a transaction of the caller; a key that is there stays as it is.

        What waits for its hour has a lane of its own: it holds up nothing that is said meanwhile.
        """
        now = self.clock.now()
        waits = not_before is not None and not_before > now
        for position, delivery in enumerate(deliveries):
            key = self._name(delivery)
            waiting_for = [deliveries[0].key] if waits else []
            lane = json.dumps([delivery.channel, *sorted(delivery.place.items()), *waiting_for])
            row = insert_into(session, DELIVERIES).values(
                key=key,
                author=self.unlocked.pseudonyms.name_person(delivery.person),
                channel=delivery.channel,
                lane=self.unlocked.pseudonyms.name_conversation("lane", lane),
                position=position,
                sealed=self._seal(delivery, key),
                state=WAITING,
                reason="",
                made_at=now,
                not_before=not_before or now,
                tries=0,
                owner="",
                held_until=now,
            )
            await session.execute(row.on_conflict_do_nothing())

    async def put(
        self, deliveries: Sequence[Delivery], not_before: datetime.datetime | None = None
    ) -> None:
        """Add deliveries together with what else is being written."""

        async def write(session: AsyncSession) -> None:
            await self.add(session, deliveries, not_before)

        await self.database.put(write)

    async def put_change(self, channel: str, key: str, posts: Sequence[Delivery]) -> None:
        """Change a message together with what else is being written; see `change`."""

        async def write(session: AsyncSession) -> None:
            await self.change(session, channel, key, posts)

        await self.database.put(write)

    async def take_next(self, owner: str, seconds: float) -> Sending | None:
        """Take the next delivery that may go out, and note that it is being sent."""
        now = self.clock.now()
        row = DELIVERIES.alias("row")
        earlier = DELIVERIES.alias("earlier")
        is_first = ~(
            select(earlier.c.key)
            .where(
                earlier.c.lane == row.c.lane,
                earlier.c.state.in_((WAITING, SENDING)),
                or_(
                    earlier.c.made_at < row.c.made_at,
                    (earlier.c.made_at == row.c.made_at) & (earlier.c.position < row.c.position),
                ),
            )
            .exists()
        )
        may_go = or_(
            (row.c.state == WAITING) & (row.c.not_before <= now),
            (row.c.state == SENDING) & (row.c.held_until <= now),
        )
        first = (
            select(row.c.key, row.c.state)
            .where(may_go, is_first)
            .order_by(row.c.made_at, row.c.position)
            .limit(1)
            .with_for_update(skip_locked=True, of=row)
        )
        async with self.database.write() as session:
            found = (await session.execute(first)).first()
            if found is None:
                return None
            taken = (
                update(DELIVERIES)
                .where(DELIVERIES.c.key == found.key)
                .values(
                    state=SENDING,
                    owner=owner,
                    held_until=now + datetime.timedelta(seconds=seconds),
                    tries=DELIVERIES.c.tries + 1,
                )
                .returning(DELIVERIES.c.sealed, DELIVERIES.c.tries)
            )
            kept = (await session.execute(taken)).one()
            delivery, _ = self._unseal(kept.sealed, found.key)
            receipt = await self._find_receipt(session, delivery)
        return Sending(delivery, kept.tries, found.state == SENDING, receipt)

    async def change(
        self, session: AsyncSession, channel: str, key: str, posts: Sequence[Delivery] = ()
    ) -> None:
        """Put new posts in the place of those of a message; what is left of the old is taken back.

        A message is all deliveries of one key with a number behind it. What did not leave yet is
        sent no more where nothing takes its place.
        """
        changes = list(posts)
        for number, (row, old) in enumerate(await self._list_posts(session, channel, key)):
            if number < len(changes):
                changes[number] = replace(changes[number], replaces=old.key)
            else:
                await self._withdraw(session, row, old)
                changes.append(replace(old, key=f"{old.key}/gone", body={}, replaces=old.key))
        await self.add(session, changes)

    async def put_over(self, post: Delivery, key: str, after: str) -> bool:
        """Put a post in the place of another at once, if that one and `after` are delivered."""
        async with self.database.write() as session:
            for one in (key, after):
                name = self.unlocked.pseudonyms.name_conversation(post.channel, one)
                row = await self._find_row(session, name, is_to_change=True)
                if row is None or row.state != DELIVERED:
                    return False
            await self.add(session, [replace(post, replaces=key)])
        return True

    async def _withdraw(self, session: AsyncSession, row: _Row, old: Delivery) -> None:
        """Erase what is not posted yet; of what may be posted, where and under which key stays."""
        if row.state == DELIVERED:
            return
        values: dict[str, object] = {"sealed": self._seal(replace(old, body={}), row.key)}
        if row.state == WAITING:
            values |= {"state": REFUSED, "reason": "withdrawn"}
        await session.execute(
            update(DELIVERIES).where(DELIVERIES.c.key == row.key).values(**values)
        )

    async def _list_posts(
        self, session: AsyncSession, channel: str, key: str
    ) -> Sequence[tuple[_Row, Delivery]]:
        found: list[tuple[_Row, Delivery]] = []
        while True:
            name = self.unlocked.pseudonyms.name_conversation(channel, f"{key}/{len(found)}")
            row = await self._find_row(session, name, is_to_change=True)
            if row is None or row.state == REFUSED:
                return found
            found.append((row, self._unseal(row.sealed, name)[0]))

    async def is_refused(self, channel: str, key: str) -> bool:
        """Say whether one of the posts of a message was refused for good."""
        async with self.database.read() as session:
            for number in itertools.count():
                name = self.unlocked.pseudonyms.name_conversation(channel, f"{key}/{number}")
                row = await self._find_row(session, name)
                if row is None:
                    return False
                if row.state == REFUSED:
                    return True
        return False

    async def _find_receipt(self, session: AsyncSession, delivery: Delivery) -> str:
        if not delivery.replaces:
            return ""
        name = self.unlocked.pseudonyms.name_conversation(delivery.channel, delivery.replaces)
        row = await self._find_row(session, name)
        return self._unseal(row.sealed, name)[1] if row and row.state == DELIVERED else ""

    @staticmethod
    async def _find_row(
        session: AsyncSession, name: str, *, is_to_change: bool = False
    ) -> _Row | None:
        """Find a row; one that is to change is out of the reach of couriers until then."""
        columns = (DELIVERIES.c.key, DELIVERIES.c.state, DELIVERIES.c.sealed)
        row = select(*columns).where(DELIVERIES.c.key == name)
        return (await session.execute(row.with_for_update() if is_to_change else row)).first()

    async def note(self, sending: Sending, owner: str, outcome: Outcome) -> bool:
        """Note what became of a delivery; False when another courier has it by now."""
        now = self.clock.now()
        key = self._name(sending.delivery)
        values: dict[str, object] = {"owner": "", "held_until": now}
        match outcome:
            case Delivered(receipt=receipt):
                kept = replace(sending.delivery, body={})  # where it is, not what it says
                values |= {
                    "state": DELIVERED,
                    "reason": "",
                    "sealed": self._seal(kept, key, receipt),
                }
            case Refused(reason=reason):
                values |= {
                    "state": REFUSED,
                    "reason": reason[:NAME_LENGTH],
                    "sealed": self._empty(key),
                }
            case Postponed(seconds=seconds, reason=reason, is_failure=is_failure):
                later = now + datetime.timedelta(seconds=seconds)
                values |= {
                    "state": WAITING,
                    "reason": reason[:NAME_LENGTH],
                    "not_before": later,
                    "tries": DELIVERIES.c.tries - (0 if is_failure else 1),
                }
            case InDoubt(reason=reason, look_up_after=None):
                values |= {"state": UNKNOWN, "reason": reason[:NAME_LENGTH]}
            case InDoubt(reason=reason, look_up_after=float(seconds)):
                later = now + datetime.timedelta(seconds=seconds)
                values |= {"state": SENDING, "reason": reason[:NAME_LENGTH], "held_until": later}
        async with self.database.write() as session:
            changed = (
                update(DELIVERIES)
                .where(DELIVERIES.c.key == key, DELIVERIES.c.owner == owner)
                .values(**values)
                .returning(DELIVERIES.c.key)
            )
            return (await session.execute(changed)).first() is not None

    def _name(self, delivery: Delivery) -> str:
        return self.unlocked.pseudonyms.name_conversation(delivery.channel, delivery.key)

    def _seal(self, delivery: Delivery, key: str, receipt: str = "") -> bytes:
        parts = {**vars(delivery), "place": dict(delivery.place), "body": dict(delivery.body)}
        text = json.dumps([parts, receipt], ensure_ascii=False)
        return self.unlocked.sealer.seal(text, (DELIVERIES.name, key))

    def _empty(self, key: str) -> bytes:
        return self.unlocked.sealer.seal("[]", (DELIVERIES.name, key))

    def _unseal(self, sealed: bytes, key: str) -> tuple[Delivery, str]:
        """Give a delivery, and the receipt of its post once that is there."""
        held = json.loads(self.unlocked.sealer.unseal(sealed, (DELIVERIES.name, key)))
        parts: Mapping[str, Any] = held[0]
        return Delivery(**parts), str(held[1])
