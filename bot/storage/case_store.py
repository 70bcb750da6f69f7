"""The Cases port over the database: a case is one sealed row."""

import dataclasses
import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.deliveries import Return
from bot.core.desk.case import Case, Noted
from bot.storage.database import Database, insert_into
from bot.storage.ledger import Ledger
from bot.storage.tables import CASES
from bot.storage.unlocking import Unlocked

_MOST_DUE = 100  # at once; the rest comes a minute later


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

    async def list_due(self, before: datetime.datetime) -> Sequence[Case]:
        """List open cases that are due before a moment and of which nobody was warned."""
        due = (
            select(CASES.c.id, CASES.c.sealed)
            .where(CASES.c.due_at <= before, CASES.c.answered_at.is_(None))
            .where(CASES.c.is_warned.is_(False))
            .order_by(CASES.c.due_at)
            .limit(_MOST_DUE)
        )
        async with self.database.read() as session:
            rows = (await session.execute(due)).all()
        return [self._read_case(row.id, row.sealed) for row in rows]

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
        name: datetime.datetime.fromisoformat(held[name]) if held[name] else None
        for name in ("opened_at", "due_at", "answered_at")
    }
    findings = tuple(Noted(**noted) for noted in held["findings"])
    parts = {
        "to_author": Return(**held["to_author"]),
        "findings": findings,
        "shown_in": tuple(held["shown_in"]),
        **moments,
    }
    return Case(**{**held, **parts})
