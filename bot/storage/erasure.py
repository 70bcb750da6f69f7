"""Erasing: what is past its time, and everything of a person.

Deleting rows is not enough. `secure_delete` overwrites freed cells, but the write-ahead log keeps
older pages, and pages that SQLite rearranged may keep stale copies. So "forget me" also rewrites
the file (VACUUM) and empties the log. A row in `scrubs`, written with the deletion, makes sure of
that after a crash. On PostgreSQL the tables are rewritten with their indexes, once nobody can see
the old rows any more; its log and backups are the operator's.
"""

import asyncio
import datetime
import math
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, cast

from sqlalchemy import ColumnElement, CursorResult, Select, Table, delete, exists, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.desk.ports import LETTERS_SHELF
from bot.core.desk.staff import ANSWERS_SHELF, JOURNEYS_SHELF, KEYS_SHELF, SESSIONS_SHELF
from bot.core.errors import StorageError
from bot.core.house_rules.asked import find_weeks
from bot.core.ports import Clock, Forgotten
from bot.core.suggesting.angles import ANGLES_SHELF, TERM_DAYS
from bot.storage.case_store import CaseStore
from bot.storage.complaints import DatabaseBusyError
from bot.storage.database import Database, hold_lock, insert_into
from bot.storage.tables import (
    ARRIVALS,
    ASKED,
    AUDIT,
    CASE_TIMES,
    CASES,
    CHUNKS,
    DELIVERIES,
    DISPUTES,
    DRAFTS,
    MAILINGS,
    PEOPLE,
    RECIPIENTS,
    REVIEWS,
    SCRUBS,
    SEEN,
    SHELVES,
    SPENDING,
    tables_of_authors,
)

_ATTEMPTS = 5
_PAUSE_SECONDS = 0.05
_ARRIVAL_KEPT = datetime.timedelta(hours=24)  # also what is seen: platforms repeat for an hour
_DELIVERY_KEPT = datetime.timedelta(days=30)  # of what is done: long enough to ask about
_MAILING_KEPT = datetime.timedelta(days=30)  # to whom it went; its key for longer, as it is unique
_ENTRY_KEPT = datetime.timedelta(hours=24)  # sessions and keys of the desk end before
_CASE_KEPT = datetime.timedelta(days=30)  # after its answer
_UNANSWERED_KEPT = datetime.timedelta(days=90)  # nobody will answer any more
# A row in `scrubs` was written by the transaction that erased; who began before sees the rows.
_OLDER_READERS = """
    SELECT count(*) FROM pg_stat_activity, scrubs
    WHERE datname = current_database() AND backend_type = 'client backend'
    AND pid <> pg_backend_pid() AND age(backend_xmin) >= age(scrubs.xmin)
"""
# Shelves that are a person's for as long as they take part.
STAYING = ("ambassadors", "pairs", "members", "cohort-leads", "linkedin-connections")
# What editors wrote or Jourfix made for one occasion, and nobody's: it goes as answers do. What may
# last for years (events, pilots, the launch, groups) ends by its own days: core/programme/terms.py.
OCCASIONAL = (
    "broadcast-marks",
    "broadcasts",
    "event-materials",
    "recap-edits",
    "recaps-sent",
    "talks",
    "week-plans",
)
_ON_ITS_WAY = ("waiting", "sending")


@dataclass(frozen=True)
class Retention:
    """How many days things are kept. Zero days for drafts: they never reach the disk."""

    draft_days: int = 14
    review_days: int = 400

    def oldest_draft(self, now: datetime.datetime) -> datetime.datetime:
        """Give the moment at which, and before which, a draft is too old."""
        return now - datetime.timedelta(days=self.draft_days)

    def oldest_review(self, now: datetime.datetime) -> datetime.datetime:
        """Give the moment at which, and before which, a review is too old."""
        return now - datetime.timedelta(days=self.review_days)


class Eraser(Protocol):
    """Erases what another part keeps of a person (an engine's tables), in the same transaction."""

    async def __call__(self, session: AsyncSession, person: str) -> Mapping[str, int]:
        """Erase and say how many records went, by kind."""
        ...


class Expiring(Protocol):
    """Empties what is past its time where rows must stay, in the same transaction."""

    async def empty_older(self, session: AsyncSession, than: datetime.datetime) -> int:
        """Empty what is older than a moment, and say how many records."""
        ...


@dataclass(frozen=True)
class Erasure:
    """Erases from the database. `also` are the erasers of other parts.

    What editors see of a case is taken back from their channel in the same transaction.
    """

    database: Database
    clock: Clock
    retention: Retention
    cases: CaseStore
    also: Sequence[Eraser] = ()
    audit: Expiring | None = None
    _rewriting: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)

    async def erase_expired(self, now: datetime.datetime) -> Forgotten:
        """Erase what is past its time, and finish what an earlier forgetting left to do."""
        counts: dict[str, int] = {}
        async with self.database.write() as session:
            await hold_lock(session, "erasing")  # two that delete the same rows block each other
            await self.cases.withdraw(session, _is_old_case(now))
            await _note_times(session, _is_old_case(now))
            for table, is_too_old in _expired(self.retention, now):
                counts[table.name] = await delete_rows(session, table, is_too_old)
            if self.audit is not None:
                too_old = self.retention.oldest_review(now)
                counts[AUDIT.name] = await self.audit.empty_older(session, too_old)
        await empty_log(self.database)
        await self.finish()
        return Forgotten({name: count for name, count in counts.items() if count})

    async def forget(self, person: str, author: str) -> Forgotten:
        """Erase everything of a person; done only when the bytes are gone from the files.

        Raises:
            StorageError: it could not be done, or is deleted but not yet overwritten.
        """
        async with self.database.write() as session:
            await hold_lock(session, "erasing")
            await self.cases.withdraw(session, CASES.c.author == author)
            counts = {
                table.name: await delete_rows(session, table, table.c.author == author)
                for table in tables_of_authors()
            }
            # what editors were shown last may name anybody: they are shown it again when they ask
            await session.execute(delete(SHELVES).where(SHELVES.c.shelf == ANSWERS_SHELF))
            for erase in self.also:
                counts.update(await erase(session, person))
            await self._note_scrub(session)
        try:
            await self.finish()
        except StorageError as error:
            raise StorageError(
                "Everything was deleted, but the database file could not be overwritten yet because"
                " another process reads it. That is done at the next start or the next erasing;"
                " asking again does it too."
            ) from error
        return Forgotten({name: count for name, count in counts.items() if count})

    async def finish(self) -> None:
        """Rewrite the files if a forgetting asked for it and did not come so far.

        Whoever waited for the lock may find that its rewriting was done along with another's.
        """
        async with self._rewriting:
            async with self.database.read() as session:
                due = tuple(await session.scalars(select(SCRUBS.c.id)))
            if not due:
                return
            await rewrite_files(self.database)
            async with self.database.write() as session:
                await session.execute(delete(SCRUBS).where(SCRUBS.c.id.in_(due)))

    async def _note_scrub(self, session: AsyncSession) -> None:
        note = insert_into(session, SCRUBS).values(id=uuid.uuid4().hex, due_since=self.clock.now())
        await session.execute(note)


async def rewrite_files(database: Database) -> None:
    """Write the database anew out of its living rows and empty the log.

    Raises:
        DatabaseBusyError: another process reads or writes for longer than we wait.
    """
    if database.is_sqlite:
        await database.run_bare("VACUUM")
        await _empty_log_or_fail(database)
    else:
        await _wait_for_older_readers(database)
        names = ", ".join(table.name for table in (*tables_of_authors(), ASKED, AUDIT))
        rewrite = f"VACUUM (FULL) {names}"
        await database.run_bare("SET statement_timeout = 0", rewrite, "RESET statement_timeout")


async def _wait_for_older_readers(database: Database) -> None:
    """Wait until nobody sees what was erased: PostgreSQL would copy it along for them."""
    for _ in range(math.ceil(database.busy_seconds / _PAUSE_SECONDS)):
        if await database.run_bare(_OLDER_READERS) == [(0,)]:
            return
        await asyncio.sleep(_PAUSE_SECONDS)
    raise DatabaseBusyError("Somebody has been reading since before. Try again in a moment.")


async def _empty_log_or_fail(database: Database) -> None:
    # SQLite waits for readers by itself, but gives up at once when another process does the same.
    for _ in range(_ATTEMPTS):
        if await empty_log(database):
            return
        await asyncio.sleep(_PAUSE_SECONDS)
    raise DatabaseBusyError("The log of the database is in use. Try again in a moment.")


async def empty_log(database: Database) -> bool:
    """Bring the write-ahead log into the file and cut it to nothing; False while it is in use."""
    if not database.is_sqlite:
        return True
    rows = await database.run_bare("PRAGMA wal_checkpoint(TRUNCATE)")
    return rows[0][:1] == (0,)


def _expired(
    retention: Retention, now: datetime.datetime
) -> tuple[tuple[Table, ColumnElement[bool]], ...]:
    too_old = retention.oldest_review(now)
    draft_expired = DRAFTS.c.kept_at <= retention.oldest_draft(now)
    return (
        (DRAFTS, draft_expired if retention.draft_days else true()),
        (REVIEWS, REVIEWS.c.recorded_at <= too_old),
        (DISPUTES, DISPUTES.c.recorded_at <= too_old),
        (ARRIVALS, ARRIVALS.c.arrived_at <= now - _ARRIVAL_KEPT),
        (SEEN, SEEN.c.seen_at <= now - _ARRIVAL_KEPT),
        (CASES, _is_old_case(now)),
        (CASE_TIMES, CASE_TIMES.c.opened_at <= too_old),
        (
            DELIVERIES,
            (DELIVERIES.c.made_at <= now - _DELIVERY_KEPT) & DELIVERIES.c.state.not_in(_ON_ITS_WAY),
        ),
        (RECIPIENTS, RECIPIENTS.c.mailing.in_(_ended(now - _MAILING_KEPT))),
        (CHUNKS, CHUNKS.c.mailing.in_(_ended(now - _MAILING_KEPT))),
        (MAILINGS, MAILINGS.c.key.in_(_ended(too_old))),
        (
            SHELVES,
            _is_old_answer(too_old)
            | _is_old_occasion(too_old)
            | _is_old_angle(now)
            | _is_old_letter(now)
            | _is_over(now),
        ),
        (PEOPLE, (PEOPLE.c.told_at <= too_old) & _has_nothing_else()),
        (ASKED, ASKED.c.week < find_weeks(now.date())[0] - 1),  # days begin earlier elsewhere
        (SPENDING, SPENDING.c.day < too_old.astimezone(datetime.UTC).date().isoformat()),
    )


def _is_old_case(now: datetime.datetime) -> ColumnElement[bool]:
    is_answered_long = CASES.c.answered_at <= now - _CASE_KEPT
    return is_answered_long | (CASES.c.opened_at <= now - _UNANSWERED_KEPT)


def _ended(before: datetime.datetime) -> Select[tuple[str]]:
    return select(MAILINGS.c.key).where(MAILINGS.c.ended_at <= before)


def _is_old_answer(too_old: datetime.datetime) -> ColumnElement[bool]:
    """Whether somebody handed in or answered something long ago; who takes part stays noted."""
    is_answer = (SHELVES.c.author != "") & SHELVES.c.shelf.not_in(STAYING)
    return is_answer & (SHELVES.c.kept_at <= too_old)


def _is_old_occasion(too_old: datetime.datetime) -> ColumnElement[bool]:
    """Whether something was for an occasion that is long over."""
    is_occasional = (SHELVES.c.author == "") & SHELVES.c.shelf.in_(OCCASIONAL)
    return is_occasional & (SHELVES.c.kept_at <= too_old)


def _is_old_angle(now: datetime.datetime) -> ColumnElement[bool]:
    """Whether a way into a post was offered so long ago that it is free again."""
    too_old = now - datetime.timedelta(days=TERM_DAYS)
    return (SHELVES.c.shelf == ANGLES_SHELF) & (SHELVES.c.kept_at <= too_old)


def _is_old_letter(now: datetime.datetime) -> ColumnElement[bool]:
    """Whether nobody came to read it for as long as other deliveries are kept."""
    return (SHELVES.c.shelf == LETTERS_SHELF) & (SHELVES.c.kept_at <= now - _DELIVERY_KEPT)


def _is_over(now: datetime.datetime) -> ColumnElement[bool]:
    """Whether it let somebody into the desk, and does no more."""
    is_entry = SHELVES.c.shelf.in_((SESSIONS_SHELF, KEYS_SHELF, JOURNEYS_SHELF, ANSWERS_SHELF))
    return is_entry & (SHELVES.c.kept_at <= now - _ENTRY_KEPT)


def _has_nothing_else() -> ColumnElement[bool]:
    """Whether nothing but the person's own row is kept: then they have long been away."""
    others = (table for table in tables_of_authors() if table is not PEOPLE)
    condition: ColumnElement[bool] = true()
    for table in others:
        condition &= ~exists().where(table.c.author == PEOPLE.c.author)
    return condition


async def _note_times(session: AsyncSession, which: ColumnElement[bool]) -> None:
    """Note when cases that are about to be erased were opened and answered."""
    columns = ("id", "author", "opened_at", "answered_at")
    rows = select(*(CASES.c[name] for name in columns)).where(which)
    note = insert_into(session, CASE_TIMES).from_select(columns, rows)
    await session.execute(note.on_conflict_do_nothing())


async def delete_rows(session: AsyncSession, table: Table, which: ColumnElement[bool]) -> int:
    """Delete rows and say how many; nothing of them comes back, so nothing can reach a log."""
    result = await session.execute(delete(table).where(which))
    return cast("CursorResult[Any]", result).rowcount
