"""A chunk of a mailing while it is being sent: who is next, and what became of them.

`sending` is committed before the request leaves, for exactly those whose request leaves now, and
what became of others is written down in the same commit. Who may write here took the chunk; when
another takes it, everything that this one still claims is refused. Rows are always claimed by name:
PostgreSQL may look again at a condition with a LIMIT inside an UPDATE and then takes too many.
"""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.deliveries import Delivered
from bot.core.ports import Clock
from bot.core.programme.mailings import TOO_LATE
from bot.storage.chunk_outcomes import describe_outcome
from bot.storage.columns import NAME_LENGTH
from bot.storage.database import Database
from bot.storage.ledger import DELIVERED, REFUSED, SENDING, UNKNOWN, WAITING
from bot.storage.mailing_parts import Advance, Due, Hold, Sent, Step, Verdict
from bot.storage.mailing_rows import (
    OPEN,
    PAUSED,
    STOPPED,
    MailingRows,
    end_if_done,
    refuse_waiting,
)
from bot.storage.tables import CHUNKS, DELIVERIES, MAILINGS, RECIPIENTS

HELD_SECONDS = 25.0  # longer than any request of a channel may take
_ROUND = datetime.timedelta(minutes=1)  # chunks of people whose hours differ run once a minute
_COUNTED = (DELIVERED, SENDING, UNKNOWN)  # they have it, or may have it


@dataclass(frozen=True)
class ChunkRows:
    """The chunks in the database."""

    database: Database
    clock: Clock
    mailings: MailingRows

    async def take(self, mailing: str, number: int, owner: str) -> Hold | None:
        """Take a chunk, out of the hands of whoever had it; None: it is not there any more."""
        taken = (
            update(CHUNKS)
            .where(CHUNKS.c.mailing == mailing, CHUNKS.c.number == number)
            .values(owner=owner)
            .returning(CHUNKS.c.channel, CHUNKS.c.lane)
        )
        async with self.database.write() as session:
            row = (await session.execute(taken)).first()
        return None if row is None else Hold(mailing, number, row.channel, row.lane, owner)

    async def list_due(self, hold: Hold, most: int) -> list[Due]:
        """List who may be next, in the order of their pseudonyms."""
        now = self.clock.now()
        rows = (
            select(*_DUE)
            .where(*_in_chunk(hold), RECIPIENTS.c.state == WAITING)
            .where(RECIPIENTS.c.not_before <= now)
            .order_by(RECIPIENTS.c.author)
            .limit(most)
        )
        async with self.database.read() as session:
            return [Due(*row) for row in (await session.execute(rows)).all()]

    async def take_doubtful(self, hold: Hold, most: int, but: Collection[str]) -> list[Due]:
        """Take those whose sender died or whose answer was lost, to look them up; some left out."""
        now = self.clock.now()
        doubtful = (
            select(*_DUE, RECIPIENTS.c.owner)
            .where(*_in_chunk(hold), RECIPIENTS.c.state == SENDING)
            .where(RECIPIENTS.c.held_until <= now, RECIPIENTS.c.author.not_in(but))
            .order_by(RECIPIENTS.c.author)
            .limit(most)
            .with_for_update(skip_locked=True)
        )
        async with self.database.write() as session:
            if await self._find_owner(session, hold) != hold.owner:
                return []
            rows = (await session.execute(doubtful)).all()
            found = [
                replace(Due(*row[:-1]), is_in_doubt=True, is_orphan=bool(row.owner)) for row in rows
            ]
            taken = update(RECIPIENTS).where(
                RECIPIENTS.c.mailing == hold.mailing,
                RECIPIENTS.c.author.in_([one.author for one in found]),
            )
            await session.execute(
                taken.values(owner=hold.owner, held_until=_hold(now), tries=RECIPIENTS.c.tries + 1)
            )
        return found

    async def list_sent(
        self, authors: Sequence[str], since: datetime.datetime, but: str
    ) -> dict[str, list[datetime.datetime]]:
        """List when messages that count went out to people, by pseudonym; one mailing left out."""
        rows = (
            select(RECIPIENTS.c.author, RECIPIENTS.c.sent_at)
            .join(MAILINGS, MAILINGS.c.key == RECIPIENTS.c.mailing)
            .where(RECIPIENTS.c.author.in_(authors), RECIPIENTS.c.sent_at >= since)
            .where(RECIPIENTS.c.state.in_(_COUNTED), RECIPIENTS.c.mailing != but)
            .where(MAILINGS.c.counts.is_(True))
        )
        found: dict[str, list[datetime.datetime]] = {}
        async with self.database.read() as session:
            for author, sent_at in (await session.execute(rows)).all():
                found.setdefault(author, []).append(sent_at)
        return found

    async def advance(self, hold: Hold, step: Step) -> Advance:
        """Write down what became of some, and claim the next, in one commit."""
        now = self.clock.now()
        async with self.database.write() as session:
            verdict = await self._weigh(session, hold, now)
            await self._note(session, hold, step.sent, now)
            if verdict == "lost":
                return Advance(verdict)
            await self._put_off(session, hold, step)
            if verdict == "yield" and step.insists:
                verdict = "go"
            if verdict != "go" or not step.claims:
                return Advance(verdict)
            claimed = (
                update(RECIPIENTS)
                .where(RECIPIENTS.c.mailing == hold.mailing, RECIPIENTS.c.state == WAITING)
                .where(RECIPIENTS.c.author.in_(step.claims), RECIPIENTS.c.not_before <= now)
                .values(
                    state=SENDING,
                    owner=hold.owner,
                    held_until=_hold(now),
                    sent_at=now,
                    tries=RECIPIENTS.c.tries + 1,
                )
                .returning(RECIPIENTS.c.author)
            )
            return Advance(verdict, frozenset(await session.scalars(claimed)))

    async def finish(self, hold: Hold, seconds: float = 0.0) -> None:
        """Give a chunk back: where people are left, it runs again when it is their turn.

        Args:
            hold: The chunk.
            seconds: How long it waits at least.
        """
        now = self.clock.now() + datetime.timedelta(seconds=seconds)
        moment = func.min(
            # whoever is being sent to is looked up when their sender is certainly gone
            case(
                (RECIPIENTS.c.state == WAITING, RECIPIENTS.c.not_before),
                else_=RECIPIENTS.c.held_until,
            )
        )
        async with self.database.write() as session:
            state = await session.scalar(
                select(MAILINGS.c.state).where(MAILINGS.c.key == hold.mailing).with_for_update()
            )
            if await self._find_owner(session, hold) != hold.owner:
                return
            left = select(moment).where(*_in_chunk(hold), RECIPIENTS.c.state.in_(OPEN))
            next_at = await session.scalar(left)
            given = update(CHUNKS).where(*_is_chunk(hold))
            if next_at is None:
                await session.execute(given.values(owner=""))
                await end_if_done(session, hold.mailing, now)
                return
            due_at = now if next_at <= now else next_at
            if next_at - now > _ROUND:
                due_at = next_at.replace(second=0, microsecond=0) + _ROUND
            await session.execute(given.values(owner="", due_at=due_at))
            if state != PAUSED:
                await self.mailings.begin_runs(session, hold.mailing, [hold.number])

    async def _weigh(self, session: AsyncSession, hold: Hold, now: datetime.datetime) -> Verdict:
        """Say whether more may go out, and refuse whoever waits where nothing will any more."""
        is_answer_due = (DELIVERIES.c.state == WAITING) & (DELIVERIES.c.not_before <= now)
        answers = select(DELIVERIES.c.key).where(is_answer_due).exists().label("is_answer_due")
        columns = (MAILINGS.c.state, MAILINGS.c.until, CHUNKS.c.owner, answers)
        here = select(*columns).join(CHUNKS, CHUNKS.c.mailing == MAILINGS.c.key)
        # shared: who pauses or stops the mailing waits for us, and we for them
        shared = here.where(*_is_chunk(hold)).with_for_update(read=True, of=(MAILINGS, CHUNKS))
        row = (await session.execute(shared)).first()
        if row is None or row.owner != hold.owner:
            return "lost"
        is_late = row.until is not None and now >= row.until
        if row.state == STOPPED or is_late:
            reason = STOPPED if row.state == STOPPED else TOO_LATE
            await refuse_waiting(session, hold.mailing, reason, hold.number)
            return "over"
        if row.state == PAUSED:
            return "paused"
        return "yield" if row.is_answer_due else "go"

    @staticmethod
    async def _find_owner(session: AsyncSession, hold: Hold) -> str | None:
        owner = select(CHUNKS.c.owner).where(*_is_chunk(hold)).with_for_update()
        return await session.scalar(owner)

    async def _note(
        self, session: AsyncSession, hold: Hold, sent: Sequence[Sent], now: datetime.datetime
    ) -> None:
        """Note what became of those who were being sent to, if they are still ours."""
        is_ours = and_(
            RECIPIENTS.c.mailing == hold.mailing,
            RECIPIENTS.c.owner == hold.owner,
            RECIPIENTS.c.state == SENDING,
        )
        there = [one.due.author for one in sent if isinstance(one.outcome, Delivered)]
        if there:
            delivered = update(RECIPIENTS).where(is_ours, RECIPIENTS.c.author.in_(there))
            await session.execute(delivered.values(state=DELIVERED, owner="", reason=""))
        others = [
            {"for_author": one.due.author, **describe_outcome(one, now)}
            for one in sent
            if not isinstance(one.outcome, Delivered)
        ]
        if others:
            noted = update(RECIPIENTS).where(
                is_ours, RECIPIENTS.c.author == bindparam("for_author")
            )
            names = [name for name in others[0] if name != "for_author"]
            values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
            connection = await session.connection()
            await connection.execute(
                noted.values(values),
                [
                    {name if name == "for_author" else f"new_{name}": row[name] for name in row}
                    for row in others
                ],
            )

    @staticmethod
    async def _put_off(session: AsyncSession, hold: Hold, step: Step) -> None:
        """Write down of whom it was decided that nothing is sent now, or ever."""
        changes: list[tuple[str, dict[str, object]]] = [
            (author, {"not_before": moment}) for author, moment in step.later.items()
        ]
        changes += [
            (author, {"state": REFUSED, "reason": reason[:NAME_LENGTH]})
            for author, reason in step.never.items()
        ]
        for author, values in changes:
            here = (RECIPIENTS.c.mailing == hold.mailing) & (RECIPIENTS.c.author == author)
            changed = update(RECIPIENTS).where(here, RECIPIENTS.c.state == WAITING)
            await session.execute(changed.values(**values))


_DUE = (
    RECIPIENTS.c.author,
    RECIPIENTS.c.variant,
    RECIPIENTS.c.not_before,
    RECIPIENTS.c.tries,
    RECIPIENTS.c.sent_at,
    RECIPIENTS.c.reason,
)


def _hold(now: datetime.datetime) -> datetime.datetime:
    return now + datetime.timedelta(seconds=HELD_SECONDS)


def _is_chunk(hold: Hold) -> tuple[ColumnElement[bool], ...]:
    return CHUNKS.c.mailing == hold.mailing, CHUNKS.c.number == hold.number


def _in_chunk(hold: Hold) -> tuple[ColumnElement[bool], ...]:
    return RECIPIENTS.c.mailing == hold.mailing, RECIPIENTS.c.chunk == hold.number
