"""The Cases port over the database: a case is one sealed row."""

import asyncio
import dataclasses
import datetime
import json
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.deliveries import Return
from bot.core.desk.case import Case, Noted
from bot.core.errors import CaseChangedError
from bot.storage.database import Database, insert_into
from bot.storage.ledger import Ledger
from bot.storage.tables import CASES
from bot.storage.unlocking import Unlocked

_MOST_DUE = 100  # at once; the rest comes a minute later
_AT_ONCE = 100  # cases that are opened before others have their turn
_MOST_OPEN = 1_000  # on one list; those that are due soonest


@dataclass(frozen=True)
class CaseStore:
    """The cases in the database."""

    database: Database
    unlocked: Unlocked
    ledger: Ledger

    async def keep_case(self, case: Case) -> None:
        """Keep a case, or its next state."""
        row = {
            "sealed": self.unlocked.sealer.seal(_write_case(case), (CASES.name, case.id)),
            "opened_at": case.opened_at,
            "due_at": case.due_at,
            "answered_at": case.answered_at,
            "is_warned": case.is_warned,
        }
        author = self.unlocked.pseudonyms.name_person(case.to_author.person)

        async def write(session: AsyncSession) -> None:
            insert = insert_into(session, CASES).values(id=case.id, author=author, **row)
            await session.execute(insert.on_conflict_do_update(index_elements=["id"], set_=row))

        await self.database.put(write)

    async def find_case(self, name: str) -> Case | None:
        """Find a case by its id."""
        async with self.database.read() as session:
            sealed = await session.scalar(select(CASES.c.sealed).where(CASES.c.id == name))
        return None if sealed is None else self._read_case(name, sealed)

    async def change_case(self, before: Case, after: Case) -> None:
        """Keep the next state of a case, if it still is as it was read."""
        here = CASES.c.id == before.id

        async def write(session: AsyncSession) -> None:
            held = select(CASES.c.sealed).where(here).with_for_update()
            sealed = await session.scalar(held)
            there = None if sealed is None else self._read_case(before.id, sealed)
            if there != before:
                raise CaseChangedError("This case was changed meanwhile. Please look at it again.")
            kept = dataclasses.replace(after, is_warned=there.is_warned or after.is_warned)
            row = {
                "sealed": self.unlocked.sealer.seal(_write_case(kept), (CASES.name, after.id)),
                "answered_at": after.answered_at,
            }
            await session.execute(update(CASES).where(here).values(**row))

        await self.database.put(write)

    async def list_open(self) -> Sequence[Case]:
        """List the cases that nobody answered yet, those that are due soonest first."""
        is_open = CASES.c.answered_at.is_(None)
        return await self._list(
            select(CASES.c.id, CASES.c.sealed)
            .where(is_open)
            .order_by(CASES.c.due_at, CASES.c.id)
            .limit(_MOST_OPEN)
        )

    async def list_open_dues(self) -> Sequence[datetime.datetime]:
        """List when the open cases are due, and nothing else of them: quick for many."""
        dues = select(CASES.c.due_at).where(CASES.c.answered_at.is_(None)).limit(_MOST_OPEN)
        async with self.database.read() as session:
            return list(await session.scalars(dues))

    async def list_answered(self, most: int) -> Sequence[Case]:
        """List the cases that were answered last, the newest answers first."""
        return await self._list(
            select(CASES.c.id, CASES.c.sealed)
            .where(CASES.c.answered_at.is_not(None))
            .order_by(CASES.c.answered_at.desc(), CASES.c.id)
            .limit(most)
        )

    async def is_awaited_by(self, person: str) -> bool:
        """Say whether somebody waits for an answer."""
        author = self.unlocked.pseudonyms.name_person(person)
        theirs = select(CASES.c.id).where(CASES.c.author == author, CASES.c.answered_at.is_(None))
        async with self.database.read() as session:
            return await session.scalar(theirs.limit(1)) is not None

    def together(self) -> AbstractAsyncContextManager[None]:
        """Hold back all that is written in a block, and write it at its end, all or nothing."""
        return self.database.together()

    async def list_due(self, before: datetime.datetime) -> Sequence[Case]:
        """List open cases that are due before a moment and of which nobody was warned."""
        due = (
            select(CASES.c.id, CASES.c.sealed)
            .where(CASES.c.due_at <= before, CASES.c.answered_at.is_(None))
            .where(CASES.c.is_warned.is_(False))
            .order_by(CASES.c.due_at)
            .limit(_MOST_DUE)
        )
        return await self._list(due)

    async def _list(self, which: Select[tuple[str, bytes]]) -> Sequence[Case]:
        async with self.database.read() as session:
            rows = (await session.execute(which)).all()
        cases = []
        for number, row in enumerate(rows, start=1):
            cases.append(self._read_case(row.id, row.sealed))
            if number % _AT_ONCE == 0:
                await asyncio.sleep(0)  # opening many takes long, and others wait meanwhile
        return cases

    async def withdraw(self, session: AsyncSession, which: ColumnElement[bool]) -> None:
        """Take back, where the editors see them, cases that are about to be erased."""
        cases = (await session.execute(select(CASES.c.id, CASES.c.sealed).where(which))).all()
        for case in (self._read_case(row.id, row.sealed) for row in cases):
            for channel in case.shown_in:
                for key in (case.key, case.reminder_key):
                    await self.ledger.change(session, channel, key)

    def _read_case(self, name: str, sealed: bytes) -> Case:
        held = json.loads(self.unlocked.sealer.unseal(sealed, (CASES.name, name)))
        return _make_case(held)


def _write_case(case: Case) -> str:
    return json.dumps(
        dataclasses.asdict(case), ensure_ascii=False, default=datetime.datetime.isoformat
    )


def _make_case(held: dict[str, Any]) -> Case:
    moments = {
        name: datetime.datetime.fromisoformat(held[name]) if held.get(name) else None
        for name in ("opened_at", "due_at", "answered_at", "touched_at")
    }
    findings = tuple(Noted(**noted) for noted in held["findings"])
    parts = {
        "to_author": Return(**held["to_author"]),
        "findings": findings,
        "shown_in": tuple(held["shown_in"]),
        "answered_by": tuple(held.get("answered_by", ("", ""))),
        **moments,
    }
    return Case(**{**held, **parts})
