"""Mailings in the database: what is planned, what an editor decides, how far it is.

    waiting -> sending -> delivered | refused | unknown
    sending -> waiting, when it is certainly not there

That is the life of a recipient; `chunk_rows` moves it while sending. A chunk is open as long as one
of its people waits or is being sent to; a mailing is done when no chunk is open.
"""

import datetime
import json
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from typing import cast, get_args

from sqlalchemy import Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.ports import Clock
from bot.core.programme.mailings import LEFT_OPEN, Progress, State
from bot.storage.database import Database, insert_into
from bot.storage.ledger import DELIVERED, REFUSED, SENDING, UNKNOWN, WAITING
from bot.storage.mailing_parts import Letter, PlannedChunk, Run
from bot.storage.mailing_people import insert_people
from bot.storage.tables import CHUNKS, MAILINGS, RECIPIENTS
from bot.storage.unlocking import Unlocked

RUNNING, PAUSED, STOPPED, DONE = get_args(State)  # “stopped” is also why somebody has nothing
OPEN = (WAITING, SENDING)
_AT_ONCE = 2_000  # rows in one statement


Enqueue = Callable[[AsyncSession, Sequence[Run]], Awaitable[None]]


@dataclass(frozen=True)
class MailingRows:
    """The mailings in the database. `enqueue` gives the engine its work, in our transaction."""

    database: Database
    unlocked: Unlocked
    clock: Clock
    enqueue: Enqueue

    def name(self, key: str) -> str:
        """Give the name of a mailing in the database."""
        return self.unlocked.pseudonyms.name_conversation(MAILINGS.name, key)

    async def add(self, letter: Letter, chunks: Sequence[PlannedChunk]) -> bool:
        """Add a mailing and put it on its way; False: it was there."""
        name, now = self.name(letter.key), self.clock.now()
        text = json.dumps([letter.key, letter.bodies], ensure_ascii=False)
        async with self.database.write() as session:
            row = insert_into(session, MAILINGS).values(
                key=name,
                sealed=self.unlocked.sealer.seal(text, (MAILINGS.name, name)),
                state=RUNNING,
                until=letter.until,
                counts=letter.counts,
                made_at=now,
            )
            added = row.on_conflict_do_nothing().returning(MAILINGS.c.key)
            if (await session.execute(added)).first() is None:
                return False
            for chunk in chunks:
                await self._add_chunk(session, name, chunk, now)
            await self.begin_runs(session, name)
            await end_if_done(session, name, now)
        return True

    @staticmethod
    async def _add_chunk(
        session: AsyncSession, name: str, chunk: PlannedChunk, now: datetime.datetime
    ) -> None:
        row = insert_into(session, CHUNKS).values(
            mailing=name,
            number=chunk.number,
            channel=chunk.channel,
            lane=chunk.lane,
            run=0,
            due_at=chunk.due_at,
            owner="",
        )
        await session.execute(row)
        await insert_people(session, name, chunk, now)

    async def begin_runs(
        self, session: AsyncSession, name: str, numbers: Sequence[int] | None = None
    ) -> None:
        """Let the engine run over chunks of a mailing: over the open ones where none is named."""
        chosen = list(await session.scalars(open_chunks(name))) if numbers is None else numbers
        begun = (
            update(CHUNKS)
            .where(CHUNKS.c.mailing == name)
            .values(run=CHUNKS.c.run + 1)
            .returning(CHUNKS.c.number, CHUNKS.c.run, CHUNKS.c.lane, CHUNKS.c.due_at)
        )
        for first in range(0, len(chosen), _AT_ONCE):
            some = begun.where(CHUNKS.c.number.in_(chosen[first : first + _AT_ONCE]))
            rows = (await session.execute(some)).all()
            runs = [Run(name, row.number, row.run, row.lane, row.due_at) for row in rows]
            await self.enqueue(session, sorted(runs, key=lambda run: (run.due_at, run.number)))

    async def find_letter(self, name: str) -> Letter | None:
        """Find what a mailing says."""
        columns = (MAILINGS.c.sealed, MAILINGS.c.counts, MAILINGS.c.until)
        async with self.database.read() as session:
            row = (await session.execute(select(*columns).where(MAILINGS.c.key == name))).first()
        if row is None:
            return None
        key, bodies = json.loads(self.unlocked.sealer.unseal(row.sealed, (MAILINGS.name, name)))
        return Letter(key, bodies, row.counts, row.until)

    async def pause(self, key: str) -> bool:
        """Let nothing more go out until resumed."""
        async with self.database.write() as session:
            return await _change_state(session, self.name(key), (RUNNING,), PAUSED)

    async def resume(self, key: str) -> bool:
        """Go on."""
        name = self.name(key)
        async with self.database.write() as session:
            if not await _change_state(session, name, (PAUSED,), RUNNING):
                return False
            await self.begin_runs(session, name)
            await end_if_done(session, name, self.clock.now())
        return True

    async def stop(self, key: str) -> bool:
        """Let nothing more go out, for good."""
        name, now = self.name(key), self.clock.now()
        async with self.database.write() as session:
            if not await _change_state(session, name, (RUNNING, PAUSED), STOPPED, ended_at=now):
                return False
            await refuse_waiting(session, name, STOPPED)
            await self.begin_runs(session, name)  # to look up what is in doubt
        return True

    async def list_kept(self, keys: Sequence[str]) -> Collection[str]:
        """List which of these mailings are kept still."""
        names = {self.name(key): key for key in keys}
        kept = select(MAILINGS.c.key).where(MAILINGS.c.key.in_(names))
        async with self.database.read() as session:
            return [names[name] for name in await session.scalars(kept)]

    async def measure(self, key: str) -> Progress | None:
        """Count the people of a mailing."""
        name, now = self.name(key), self.clock.now()
        counted = (
            select(
                RECIPIENTS.c.state,
                RECIPIENTS.c.reason,
                func.count().label("people"),
                func.min(RECIPIENTS.c.not_before).label("next_at"),
            )
            .where(RECIPIENTS.c.mailing == name)
            .group_by(RECIPIENTS.c.state, RECIPIENTS.c.reason)
        )
        monday = (now + datetime.timedelta(days=7 - now.weekday())).date()
        next_week = datetime.datetime.combine(monday, datetime.time(), datetime.UTC)
        later = select(func.count()).where(
            RECIPIENTS.c.mailing == name,
            RECIPIENTS.c.state == WAITING,
            RECIPIENTS.c.not_before >= next_week,
        )
        async with self.database.read() as session:
            state = await session.scalar(select(MAILINGS.c.state).where(MAILINGS.c.key == name))
            if state is None:
                return None
            rows = (await session.execute(counted)).all()
            waits = any(row.state == WAITING for row in rows)
            another_week = (await session.scalar(later) or 0) if waits else 0
        people: Counter[str] = Counter()
        for row in rows:
            people[row.state] += row.people
        moments = [row.next_at for row in rows if row.state == WAITING]
        return Progress(
            cast("State", state),
            people[DELIVERED],
            people[WAITING] + people[SENDING],
            {row.reason: row.people for row in rows if row.state == REFUSED},
            {row.reason: row.people for row in rows if row.state == UNKNOWN},
            min(moments) if moments and min(moments) > now else None,
            another_week,
        )

    async def settle_unknown(self, key: str, *, send_again: bool) -> int:
        """Decide over those in doubt; of a stopped mailing nobody is sent anything again."""
        name, now = self.name(key), self.clock.now()
        left: dict[str, object] = {"state": REFUSED, "reason": LEFT_OPEN, "sent_at": None}
        again = {"state": WAITING, "reason": "", "not_before": now, "tries": 0, "sent_at": None}
        settled = (
            update(RECIPIENTS)
            .where(RECIPIENTS.c.mailing == name, RECIPIENTS.c.state == UNKNOWN)
            .values(**(again if send_again else left))
            .returning(RECIPIENTS.c.chunk)
        )
        async with self.database.write() as session:
            state = await session.scalar(
                select(MAILINGS.c.state).where(MAILINGS.c.key == name).with_for_update()
            )
            if send_again and state == STOPPED:
                return 0
            numbers = list(await session.scalars(settled))
            if send_again and numbers:
                await _change_state(session, name, (DONE,), RUNNING, ended_at=None)
                await _hasten(session, name, numbers, now)
                if state != PAUSED:
                    await self.begin_runs(session, name, sorted(set(numbers)))
        return len(numbers)


def open_chunks(name: str) -> Select[tuple[int]]:
    """Select the numbers of the chunks of a mailing in which somebody waits or is sent to."""
    is_open = RECIPIENTS.c.state.in_(OPEN)
    return select(RECIPIENTS.c.chunk).where(RECIPIENTS.c.mailing == name, is_open).distinct()


async def end_if_done(session: AsyncSession, name: str, now: datetime.datetime) -> None:
    """Note that a mailing is done when nobody waits any more."""
    is_open = open_chunks(name).exists()
    done = update(MAILINGS).where(MAILINGS.c.key == name, MAILINGS.c.state == RUNNING, ~is_open)
    await session.execute(done.values(state=DONE, ended_at=now))


async def refuse_waiting(
    session: AsyncSession, name: str, reason: str, chunk: int | None = None
) -> None:
    """Refuse whoever waits, in the whole mailing or in one chunk."""
    refused = update(RECIPIENTS).where(RECIPIENTS.c.mailing == name, RECIPIENTS.c.state == WAITING)
    if chunk is not None:
        refused = refused.where(RECIPIENTS.c.chunk == chunk)
    await session.execute(refused.values(state=REFUSED, reason=reason))


async def _change_state(
    session: AsyncSession, name: str, before: Sequence[str], after: str, **values: object
) -> bool:
    changed = (
        update(MAILINGS)
        .where(MAILINGS.c.key == name, MAILINGS.c.state.in_(before))
        .values(state=after, **values)
        .returning(MAILINGS.c.key)
    )
    return (await session.execute(changed)).first() is not None


async def _hasten(
    session: AsyncSession, name: str, numbers: Sequence[int], now: datetime.datetime
) -> None:
    """Let chunks begin now."""
    for first in range(0, len(numbers), _AT_ONCE):
        here = CHUNKS.c.number.in_(numbers[first : first + _AT_ONCE])
        await session.execute(
            update(CHUNKS).where(CHUNKS.c.mailing == name, here).values(due_at=now)
        )
