"""What keeps mailings going whatever happens: who sends is alive, and nothing open is forgotten."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, select, update

from bot.core.ports import Clock
from bot.core.programme.mailings import TOO_LATE
from bot.storage.chunk_rows import HELD_SECONDS
from bot.storage.database import Database, insert_into
from bot.storage.mailing_parts import Run
from bot.storage.mailing_rows import (
    DONE,
    OPEN,
    PAUSED,
    RUNNING,
    STOPPED,
    MailingRows,
    end_if_done,
    refuse_waiting,
)
from bot.storage.tables import CHUNKS, MAILINGS, RECIPIENTS, SENDERS

DEAD_AFTER = datetime.timedelta(seconds=HELD_SECONDS)  # longer than a request may take
_OVERDUE = datetime.timedelta(minutes=1)  # so long the engine may take to begin what is due
_Row = Row[Any, Any, Any, Any, Any, Any, Any, Any]  # of CHUNKS


@dataclass(frozen=True)
class MailingWatch:
    """Looks after mailings in the database."""

    database: Database
    clock: Clock
    mailings: MailingRows

    async def is_anything_open(self) -> bool:
        """Say whether anybody waits for something of a mailing."""
        is_open = (RECIPIENTS.c.mailing == MAILINGS.c.key) & RECIPIENTS.c.state.in_(OPEN)
        people = select(RECIPIENTS.c.author).where(is_open).exists()
        found = select(MAILINGS.c.key).where(MAILINGS.c.state != DONE, people).limit(1)
        async with self.database.read() as session:
            return await session.scalar(found) is not None

    async def note_alive(self, sender: str) -> None:
        """Note that a process that sends is alive."""
        now = self.clock.now()
        async with self.database.write() as session:
            row = insert_into(session, SENDERS).values(id=sender, seen_at=now)
            alive = row.on_conflict_do_update(index_elements=["id"], set_={"seen_at": now})
            await session.execute(alive)

    async def find_dead(self) -> str | None:
        """Find a process that died, to take over what it was doing.

        For as long as somebody needs for that it counts as alive, so that only one does it; who
        dies over it is followed by another.
        """
        now = self.clock.now()
        is_dead = SENDERS.c.seen_at <= now - DEAD_AFTER
        async with self.database.write() as session:
            some = select(SENDERS.c.id).where(is_dead).limit(1).with_for_update(skip_locked=True)
            sender = await session.scalar(some)
            taken = update(SENDERS).where(SENDERS.c.id == sender, is_dead).values(seen_at=now)
            await session.execute(taken)
        return sender

    async def forget_sender(self, sender: str) -> None:
        """Strike off a process that is gone, and of which nothing is left to do."""
        async with self.database.write() as session:
            await session.execute(delete(SENDERS).where(SENDERS.c.id == sender))

    async def list_overdue(self) -> Sequence[Run]:
        """List the runs that should long have begun, of chunks in which somebody waits."""
        overdue = (
            select(CHUNKS)
            .join(MAILINGS, MAILINGS.c.key == CHUNKS.c.mailing)
            .where(MAILINGS.c.state.in_((RUNNING, STOPPED)))
            .where(CHUNKS.c.due_at <= self.clock.now() - _OVERDUE, _is_open())
        )
        async with self.database.read() as session:
            return [_read_run(row) for row in (await session.execute(overdue)).all()]

    async def begin_again(self, runs: Sequence[Run]) -> None:
        """Begin runs anew that were lost, if nobody else has."""
        for run in runs:
            here = (CHUNKS.c.mailing == run.mailing) & (CHUNKS.c.number == run.number)
            still = select(CHUNKS.c.run).where(here, CHUNKS.c.run == run.run).with_for_update()
            async with self.database.write() as session:
                if await session.scalar(still) is not None:
                    await self.mailings.begin_runs(session, run.mailing, [run.number])

    async def end_late(self) -> None:
        """End mailings that may not go out any more."""
        now = self.clock.now()
        is_over = MAILINGS.c.state.in_((RUNNING, PAUSED)) & (MAILINGS.c.until <= now)
        async with self.database.read() as session:
            names = list(await session.scalars(select(MAILINGS.c.key).where(is_over)))
        for name in names:
            resumed = update(MAILINGS).where(MAILINGS.c.key == name, is_over)
            async with self.database.write() as session:
                await session.execute(resumed.values(state=RUNNING))  # nothing is held back now
                await refuse_waiting(session, name, TOO_LATE)
                await end_if_done(session, name, now)


def _is_open() -> ColumnElement[bool]:
    in_chunk = (RECIPIENTS.c.mailing == CHUNKS.c.mailing) & (RECIPIENTS.c.chunk == CHUNKS.c.number)
    return select(RECIPIENTS.c.author).where(in_chunk, RECIPIENTS.c.state.in_(OPEN)).exists()


def _read_run(row: _Row) -> Run:
    return Run(row.mailing, row.number, row.run, row.lane, row.due_at)
