"""The connection to the database: opening, transactions, and errors in words. No tables here.

A unit of work is one `write()`: a session in one transaction. Whoever must enqueue work together
with rows (the delivery engine) does it on that session.
"""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from sqlalchemy import Table, func, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from typing_extensions import override

from bot.core.errors import StorageError
from bot.storage.complaints import BUSY, DatabaseBusyError, translated_errors
from bot.storage.engines import Access, make_access
from bot.storage.reading_once import find_seen
from bot.storage.turns import Turns

_BUSY_SECONDS = 10
_WAL_ATTEMPTS = 100
_WAL_PAUSE_SECONDS = 0.05


Session = AsyncSession  # the unit of work, for who must not know SQL
Write = Callable[[Session], Awaitable[None]]


class HeldWrites(list[Write]):
    """The writes of one answer, to be committed together with its deliveries.

    `changed` is what they will have changed, by table and key: who reads before the end sees it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.changed: dict[tuple[str, str], Any] = {}

    @override
    def clear(self) -> None:
        """Hold nothing any more."""
        super().clear()
        self.changed.clear()


_together: ContextVar[HeldWrites | None] = ContextVar("together", default=None)


@contextmanager
def writing_together() -> Iterator[list[Write]]:
    """Hold back what is written with `Database.put` until the end of the block decides over it."""
    writes = HeldWrites()
    token = _together.set(writes)
    try:
        yield writes
    finally:
        _together.reset(token)


class Database:
    """An open database. `file` is None when it is on a server."""

    def __init__(self, access: Access) -> None:
        self.file = access.file
        self.busy_seconds = access.busy_seconds
        self.address = access.address  # with its password: for the delivery engine alone
        self._reading = access.engine.execution_options(**access.reading)
        self._writing = access.engine.execution_options(**access.writing)
        self._bare = access.engine.execution_options(**access.bare)
        self._turns = Turns(access.busy_seconds) if access.file is not None else None

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file of ours."""
        return self.file is not None

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """Read in one snapshot."""
        async with self._session(self._reading) as session:
            yield session

    @asynccontextmanager
    async def write(self, *, is_urgent: bool = False) -> AsyncIterator[AsyncSession]:
        """Write in one transaction: all of it is kept, or nothing.

        `is_urgent` goes before the other writers of this process.
        """
        seen = find_seen()
        if seen is not None:
            seen.end()
        async with self._taking_turns(is_urgent=is_urgent), self._session(self._writing) as session:
            yield session

    @asynccontextmanager
    async def _taking_turns(self, *, is_urgent: bool) -> AsyncIterator[None]:
        if self._turns is None:
            yield
            return
        async with AsyncExitStack() as stack:
            try:
                await stack.enter_async_context(self._turns.taken(is_urgent=is_urgent))
            except TimeoutError:
                raise DatabaseBusyError(BUSY) from None
            yield

    @property
    def held(self) -> HeldWrites | None:
        """What is held back in a `writing_together` block; None outside of one."""
        return _together.get()

    async def put(self, write: Write) -> None:
        """Write in a transaction of its own, or with the others of a `writing_together` block."""
        if self.held is not None:
            self.held.append(write)
            return
        async with self.write() as session:
            await write(session)

    @asynccontextmanager
    async def together(self) -> AsyncIterator[None]:
        """Write what the block puts in one transaction at its end; inside another, at that one's.

        Where the block fails, nothing is written.
        """
        if self.held is not None:
            yield
            return
        with writing_together() as writes:
            yield
        async with self.write() as session:
            for write in writes:
                await write(session)

    @asynccontextmanager
    async def _session(self, engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
        with translated_errors():
            async with AsyncSession(engine, expire_on_commit=False) as session, session.begin():
                yield session

    async def run_bare(self, *statements: str) -> list[tuple[Any, ...]]:
        """Run statements that allow no transaction around them; give the rows of the last."""
        rows: list[tuple[Any, ...]] = []
        with translated_errors():
            async with self._bare.connect() as connection:
                for statement in statements:
                    result = await connection.execute(text(statement))
                    rows = [tuple(row) for row in result] if result.returns_rows else []
        return rows

    async def prepare(self) -> None:
        """Make an SQLite file private and switch it to write-ahead logging, which it remembers."""
        if self.file is None:
            return
        _create_private(self.file)
        # SQLite refuses the switch at once, without waiting, while another process makes it.
        for _ in range(_WAL_ATTEMPTS):
            if await self._switch_to_wal():
                return
            await asyncio.sleep(_WAL_PAUSE_SECONDS)
        raise StorageError(
            f"The database {self.file} cannot use write-ahead logging: another process holds it,"
            " or it is on a network drive. Stop the other process, or use a local disk."
        )

    async def _switch_to_wal(self) -> bool:
        try:
            rows = await self.run_bare("PRAGMA journal_mode=WAL")
        except DatabaseBusyError:
            return False
        return rows == [("wal",)]

    async def close(self) -> None:
        """Close every connection."""
        await self._reading.dispose()


def open_database(address: str, busy_seconds: float = _BUSY_SECONDS) -> Database:
    """Open the database at an address; nothing is connected before the first use.

    Args:
        address: `sqlite:///file.db` or `postgresql://user:password@server/name`.
        busy_seconds: How long we wait for another process.

    Raises:
        StorageError: the address makes no sense; the message does not repeat it (passwords).
    """
    return Database(make_access(address, busy_seconds))


def _create_private(file: Path) -> None:
    """Create the file readable for us alone; SQLite gives its companions the same rights."""
    try:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    except FileNotFoundError as error:
        raise StorageError(
            f"The folder {file.parent} does not exist. Create it, or change JOURFIX_DATABASE."
        ) from error
    except OSError as error:
        raise StorageError(
            f"The database {file} cannot be written. Give this account the right to write it and"
            " its folder, or change JOURFIX_DATABASE."
        ) from error


def insert_into(session: AsyncSession, table: Table) -> "sqlite.Insert | postgresql.Insert":
    """Begin an INSERT that can say what happens on a conflict, in the dialect of the session."""
    return postgresql.insert(table) if is_on_server(session) else sqlite.insert(table)


async def hold_lock(session: AsyncSession, name: str) -> None:
    """Hold the lock of a name until the transaction ends; only one of all processes has it.

    Who writes to SQLite needs none: it has the whole file to itself.
    """
    if is_on_server(session):
        number = hashlib.sha256(f"jourfix/{name}".encode()).digest()[:8]
        lock = func.pg_advisory_xact_lock(int.from_bytes(number, "big", signed=True))
        await session.execute(select(lock))


async def lift_limits(session: AsyncSession) -> None:
    """Let the statements of this transaction take as long as they need."""
    if is_on_server(session):
        for limit in ("statement_timeout", "lock_timeout"):
            await session.execute(text(f"SET LOCAL {limit} = 0"))


def is_on_server(session: AsyncSession) -> bool:
    """Say whether a session is one on PostgreSQL."""
    return session.get_bind().dialect.name == "postgresql"
