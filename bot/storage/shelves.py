"""The Shelf port over the database: things of one kind, each a sealed row.

One table holds all shelves. What a thing looks like is its dataclass in the core; a field that a
newer version added needs a default there, and nothing here.

What an answer keeps is written when it is done, with everything else it did. Until then the same
answer reads what it kept, and nobody else does.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.errors import StorageError
from bot.core.ports import Clock
from bot.storage.database import Database, insert_into
from bot.storage.reading_once import find_seen
from bot.storage.tables import SHELVES
from bot.storage.unlocking import Unlocked

T = TypeVar("T")
_LONGEST = 200_000  # characters of a thing
_NOBODY = ""
_AT_ONCE = 100  # things that are opened before others have their turn


@dataclass(frozen=True)
class _Change(Generic[T]):
    """What an answer kept and did not write yet; None: it took the thing away."""

    author: str
    thing: T | None


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
        author = self._author(person)
        row = {"author": author, "sealed": self._seal(thing, name)}

        async def write(session: AsyncSession) -> None:
            insert = insert_into(session, SHELVES).values(
                shelf=self.name, key=name, kept_at=self.clock.now(), **row
            )
            await session.execute(
                insert.on_conflict_do_update(index_elements=["shelf", "key"], set_=row)
            )

        await self.database.put(write)
        self._note(name, _Change(author, thing))

    async def keep_first(self, key: str, thing: T) -> bool:
        """Keep a thing for good unless its key is kept already; says whether it was kept."""
        name = self._name(key)
        insert = {"author": _NOBODY, "sealed": self._seal(thing, name)}
        async with self.database.write() as session:
            row = insert_into(session, SHELVES).values(
                shelf=self.name, key=name, kept_at=self.clock.now(), **insert
            )
            kept = row.on_conflict_do_nothing().returning(SHELVES.c.key)
            return (await session.execute(kept)).first() is not None

    async def find(self, key: str) -> T | None:
        """Find a thing by its key."""
        name = self._name(key)
        change = self._list_changes().get(name)
        if change is not None:
            return change.thing
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
        author = self._author(person)
        seen = find_seen() if self.database.held is None else None
        known = seen.recall(self.name, author) if seen is not None else None
        if known is not None:
            return list(known)
        if person:
            rows = rows.where(SHELVES.c.author == author)
        async with self.database.read() as session:
            found = (await session.execute(rows)).all()
        things: dict[str, T] = {}
        for number, row in enumerate(found, start=1):
            things[row.key] = self._unseal(row.sealed, row.key)
            if number % _AT_ONCE == 0:
                await asyncio.sleep(0)  # opening many takes long, and others wait meanwhile
        for name, change in self._list_changes().items():
            if change.thing is None or (person and change.author != author):
                things.pop(name, None)
            else:
                things[name] = change.thing
        if seen is not None:
            seen.note(self.name, author, tuple(things.values()))
        return list(things.values())

    async def find_all(self, keys: Sequence[str]) -> dict[str, T]:
        """Find the things of several keys at once, by key; what is not there is left out."""
        names = {self._name(key): key for key in keys}
        rows = select(SHELVES.c.key, SHELVES.c.sealed).where(
            SHELVES.c.shelf == self.name, SHELVES.c.key.in_(names)
        )
        async with self.database.read() as session:
            found = (await session.execute(rows)).all()
        things = {names[row.key]: self._unseal(row.sealed, row.key) for row in found}
        for name, change in self._list_changes().items():
            if name in names:
                things.pop(names[name], None)
                things |= {} if change.thing is None else {names[name]: change.thing}
        return things

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
        name = self._name(key)
        gone = delete(SHELVES).where(self._here(name)).returning(SHELVES.c.key)
        change = self._list_changes().get(name)
        async with self.database.write() as session:
            was_written = (await session.execute(gone)).first() is not None
        if change is None:
            return was_written

        async def take_away(session: AsyncSession) -> None:
            await session.execute(gone)

        await self.database.put(take_away)  # what this answer kept before is written at its end
        self._note(name, _Change(_NOBODY, None))
        return change.thing is not None

    def _note(self, name: str, change: _Change[T]) -> None:
        """Note a change that is held back."""
        if self.database.held is not None:
            self.database.held.changed[self.name, name] = change

    def _list_changes(self) -> Mapping[str, _Change[T]]:
        """List what this answer changed on this shelf, by the key's name."""
        held = self.database.held
        changed = held.changed.items() if held is not None else ()
        return {name: change for (shelf, name), change in changed if shelf == self.name}

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


_forms: dict[type[Any], TypeAdapter[Any]] = {}  # making one takes milliseconds, and many share it


def _find_form(kind: type[T]) -> TypeAdapter[T]:
    """Give what writes and reads a kind of things."""
    if kind not in _forms:
        _forms[kind] = TypeAdapter(kind)
    return _forms[kind]


@dataclass(frozen=True)
class Shelves:
    """Opens shelves by kind."""

    database: Database
    unlocked: Unlocked
    clock: Clock

    def open_shelf(self, name: str, kind: type[T]) -> DatabaseShelf[T]:
        """Open the shelf of a kind of things."""
        return DatabaseShelf(self.database, self.unlocked, self.clock, name, _find_form(kind))
