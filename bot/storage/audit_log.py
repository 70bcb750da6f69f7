"""The AuditLog port over the database: an append-only chain of sealed entries.

An entry is written at once, in a transaction of its own, whatever becomes of the deed: what was
tried is noted. One lock makes sure that two processes do not continue the same link.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.desk.audit import FIRST_LINK, Deed, Entry, Verified, make_entry, verify_chain
from bot.core.ports import Clock
from bot.storage.database import Database, hold_lock
from bot.storage.tables import AUDIT
from bot.storage.unlocking import Unlocked

_NOBODY = ""
_ERASED = ""
_AT_ONCE = 1_000  # entries that are opened in one piece


@dataclass(frozen=True)
class DatabaseAuditLog:
    """Implements the port for all processes of an installation."""

    database: Database
    unlocked: Unlocked
    clock: Clock

    async def append(self, deed: Deed) -> None:
        """Add a deed as the next entry."""
        async with self.database.write() as session:
            await hold_lock(session, "audit")
            last = select(AUDIT.c.number, AUDIT.c.link).order_by(AUDIT.c.number.desc()).limit(1)
            found = (await session.execute(last)).first()
            number, previous = (found.number + 1, found.link) if found else (1, FIRST_LINK)
            entry = make_entry(deed, self.clock.now(), number, previous, self._key)
            row = {
                "number": number,
                "actor": self.unlocked.pseudonyms.name_person(deed.person),
                "sealed": _seal(self.unlocked, entry.content or _ERASED, number),
                "done_at": entry.at,
                "digest": entry.digest,
                "link": entry.link,
            }
            await session.execute(insert(AUDIT).values(row))

    async def list_newest(self, most: int, before: int | None = None) -> tuple[Entry, ...]:
        """List entries, the newest first, before a number."""
        query = select(AUDIT).order_by(AUDIT.c.number.desc()).limit(most)
        if before is not None:
            query = query.where(AUDIT.c.number < before)
        async with self.database.read() as session:
            return tuple(self._read(row) for row in (await session.execute(query)).all())

    async def verify(self, noted: str = "") -> Verified:
        """Go along the whole chain, and look for a link that was noted before."""
        query = select(AUDIT).order_by(AUDIT.c.number)
        async with self.database.read() as session:
            stream = await session.stream(query.execution_options(yield_per=_AT_ONCE))
            entries = [self._read(row) async for row in stream]
        return verify_chain(entries, self._key, noted)

    @property
    def _key(self) -> bytes:
        return self.unlocked.pseudonyms.derive_signing_key("audit")

    def _read(self, row: Row[Any]) -> Entry:
        content = self.unlocked.sealer.unseal(row.sealed, _place(row.number))
        return Entry(row.number, row.done_at, content or None, row.digest, row.link)


@dataclass(frozen=True)
class AuditErasure:
    """Empties entries: those of a person who is forgotten, and those past their time."""

    unlocked: Unlocked

    async def __call__(self, session: AsyncSession, person: str) -> Mapping[str, int]:
        """Empty what a person did; the chain goes on through it."""
        actor = self.unlocked.pseudonyms.name_person(person)
        theirs = select(AUDIT.c.number).where(AUDIT.c.actor == actor)
        return {AUDIT.name: await self._empty(session, tuple(await session.scalars(theirs)))}

    async def empty_older(self, session: AsyncSession, than: datetime.datetime) -> int:
        """Empty what is past its time."""
        old = select(AUDIT.c.number).where(AUDIT.c.done_at <= than, AUDIT.c.actor != _NOBODY)
        return await self._empty(session, tuple(await session.scalars(old)))

    async def _empty(self, session: AsyncSession, numbers: tuple[int, ...]) -> int:
        for number in numbers:
            emptied = {"actor": _NOBODY, "sealed": _seal(self.unlocked, _ERASED, number)}
            await session.execute(update(AUDIT).where(AUDIT.c.number == number).values(emptied))
        return len(numbers)


def _seal(unlocked: Unlocked, content: str, number: int) -> bytes:
    return unlocked.sealer.seal(content, _place(number))


def _place(number: int) -> tuple[str, str]:
    return (AUDIT.name, str(number))
