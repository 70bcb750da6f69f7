"""The ledger of deliveries: one row a message and person, written before anything is sent.

    waiting -> sending -> delivered | refused | unknown
    sending -> waiting, when it is certainly not there

`sending` is committed before the request leaves. Whoever finds a row in `sending` that nobody holds
knows that its sender died: it is in doubt, and looked up.
"""

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.deliveries import Delivered, Delivery, InDoubt, Outcome, Postponed, Refused
from bot.core.ports import Clock
from bot.storage.database import Database, insert_into
from bot.storage.tables import DELIVERIES, NAME_LENGTH
from bot.storage.unlocking import Unlocked

WAITING, SENDING = "waiting", "sending"
DELIVERED, REFUSED, UNKNOWN = "delivered", "refused", "unknown"


@dataclass(frozen=True)
class Sending:
    """A delivery in the hands of one courier. In doubt: its last sender died on the way."""

    delivery: Delivery
    tries: int
    is_in_doubt: bool


@dataclass(frozen=True)
class Ledger:
    """The deliveries in the database."""

    database: Database
    unlocked: Unlocked
    clock: Clock

    async def add(self, session: AsyncSession, deliveries: Sequence[Delivery]) -> None:
        """Add deliveries in a transaction of the caller; a key that is there stays as it is."""
        now = self.clock.now()
        for position, delivery in enumerate(deliveries):
            key = self._name(delivery)
            lane = json.dumps([delivery.channel, *sorted(delivery.place.items())])
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
                not_before=now,
                tries=0,
                owner="",
                held_until=now,
            )
            await session.execute(row.on_conflict_do_nothing())

    async def put(self, deliveries: Sequence[Delivery]) -> None:
        """Add deliveries together with what else is being written."""

        async def write(session: AsyncSession) -> None:
            await self.add(session, deliveries)

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
        delivery = self._unseal(kept.sealed, found.key)
        return Sending(delivery, kept.tries, is_in_doubt=found.state == SENDING)

    async def note(self, sending: Sending, owner: str, outcome: Outcome) -> bool:
        """Note what became of a delivery; False when another courier has it by now."""
        now = self.clock.now()
        key = self._name(sending.delivery)
        values: dict[str, object] = {"owner": "", "held_until": now}
        match outcome:
            case Delivered():
                values |= {"state": DELIVERED, "reason": ""}
            case Refused(reason=reason):
                values |= {"state": REFUSED, "reason": reason[:NAME_LENGTH]}
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
        if values["state"] in (DELIVERED, REFUSED):
            values["sealed"] = self.unlocked.sealer.seal("[]", (DELIVERIES.name, key))
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

    def _seal(self, delivery: Delivery, key: str) -> bytes:
        whole = [
            delivery.key,
            delivery.channel,
            delivery.person,
            dict(delivery.place),
            dict(delivery.body),
        ]
        text = json.dumps(whole, ensure_ascii=False)
        return self.unlocked.sealer.seal(text, (DELIVERIES.name, key))

    def _unseal(self, sealed: bytes, key: str) -> Delivery:
        return Delivery(*json.loads(self.unlocked.sealer.unseal(sealed, (DELIVERIES.name, key))))
