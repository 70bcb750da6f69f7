"""The Shelf port over the database: things of one kind, each a sealed row.

One table holds all shelves. What a thing looks like is its dataclass in the core; a field that a
newer version added needs a default there, and nothing here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.errors import StorageError
from bot.core.ports import Clock
from bot.storage.database import Database, insert_into
from bot.storage.tables import SHELVES
from bot.storage.unlocking import Unlocked

T = TypeVar("T")
_LONGEST = 200_000  # characters of a thing
_NOBODY = ""


@dataclass(frozen=True)
class DatabaseShelf(Generic[T]):
    """Implements the Shelf port for one kind.

    Args:
        database: Where it stands.
        unlocked: Seals it.
        clock: Tells when something was first kept.
        name: The kind, for good.
        form: Reads and writes a thing.
    """

    database: Database
    unlocked: Unlocked
    clock: Clock
    name: str
    form: TypeAdapter[T]

    async def keep(self, key: str, thing: T, person: str = "") -> None:
        """Keep a thing, in place of an earlier one of its key."""
        name = self._name(key)
        row = {"author": self._author(person), "sealed": self._seal(thing, name)}

        async def write(session: AsyncSession) -> None:
            insert = insert_into(session, SHELVES).values(
                shelf=self.name, key=name, kept_at=self.clock.now(), **row
            )
            await session.execute(
                insert.on_conflict_do_update(index_elements=["shelf", "key"], set_=row)
            )

        await self.database.put(write)

    async def find(self, key: str) -> T | None:
        """Find a thing by its key."""
        name = self._name(key)
        here = self._here(name)
        async with self.database.read() as session:
            sealed = await session.scalar(select(SHELVES.c.sealed).where(here))
        return None if sealed is None else self._unseal(sealed, name)

    async def list_things(self, person: str = "") -> Sequence[T]:
        """List all things in the order they were first kept; with a person, theirs alone."""
        rows = (
            select(SHELVES.c.key, SHELVES.c.sealed)
            .where(SHELVES.c.shelf == self.name)
            .order_by(SHELVES.c.kept_at, SHELVES.c.key)
        )
        if person:
            rows = rows.where(SHELVES.c.author == self._author(person))
        async with self.database.read() as session:
            found = (await session.execute(rows)).all()
        return [self._unseal(row.sealed, row.key) for row in found]

    async def find_all(self, keys: Sequence[str]) -> dict[str, T]:
        """Find the things of several keys at once, by key; what is not there is left out."""
        names = {self._name(key): key for key in keys}
        rows = select(SHELVES.c.key, SHELVES.c.sealed).where(
            SHELVES.c.shelf == self.name, SHELVES.c.key.in_(names)
        )
        async with self.database.read() as session:
            found = (await session.execute(rows)).all()
        return {names[row.key]: self._unseal(row.sealed, row.key) for row in found}

    async def find_by_authors(self, authors: Sequence[str]) -> dict[str, T]:
        """Find the things of people by their pseudonyms; of several of one person, the first."""
        rows = (
            select(SHELVES.c.author, SHELVES.c.key, SHELVES.c.sealed)
            .where(SHELVES.c.shelf == self.name, SHELVES.c.author.in_(authors))
            .order_by(SHELVES.c.kept_at.desc(), SHELVES.c.key.desc())
        )
        async with self.database.read() as session:
            found = (await session.execute(rows)).all()
        return {row.author: self._unseal(row.sealed, row.key) for row in found}

    async def remove(self, key: str) -> bool:
        """Take a thing away; says whether it was there."""
        gone = delete(SHELVES).where(self._here(self._name(key))).returning(SHELVES.c.key)
        async with self.database.write() as session:
            return (await session.execute(gone)).first() is not None

    async def change(self, key: str, change: Callable[[T], T | None]) -> None:
        """Change a thing as it stands by the time this is written; None takes it away."""
        name = self._name(key)

        async def write(session: AsyncSession) -> None:
            held = select(SHELVES.c.sealed).where(self._here(name)).with_for_update()
            sealed = await session.scalar(held)
            if sealed is None:
                return
            changed = change(self._unseal(sealed, name))
            if changed is None:
                await session.execute(delete(SHELVES).where(self._here(name)))
            else:
                row = update(SHELVES).where(self._here(name))
                await session.execute(row.values(sealed=self._seal(changed, name)))

        await self.database.put(write)

    def _here(self, name: str) -> ColumnElement[bool]:
        return (SHELVES.c.shelf == self.name) & (SHELVES.c.key == name)

    def _name(self, key: str) -> str:
        return self.unlocked.pseudonyms.name_conversation(self.name, key)

    def _author(self, person: str) -> str:
        return self.unlocked.pseudonyms.name_person(person) if person else _NOBODY

    def _seal(self, thing: T, name: str) -> bytes:
        text = self.form.dump_json(thing).decode()
        if len(text) > _LONGEST:
            raise StorageError(f"This is too long to keep: {_LONGEST:,} characters at most.")
        return self.unlocked.sealer.seal(text, (SHELVES.name, self.name, name))

    def _unseal(self, sealed: bytes, name: str) -> T:
        text = self.unlocked.sealer.unseal(sealed, (SHELVES.name, self.name, name))
        return self.form.validate_json(text)


@dataclass(frozen=True)
class Shelves:
    """Opens shelves by kind."""

    database: Database
    unlocked: Unlocked
    clock: Clock

    def open_shelf(self, name: str, kind: type[T]) -> DatabaseShelf[T]:
        """Open the shelf of a kind of things."""
        return DatabaseShelf(self.database, self.unlocked, self.clock, name, TypeAdapter(kind))
