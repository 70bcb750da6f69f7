"""The connection to the database: opening, transactions, and errors in words. No tables here.

A unit of work is one `write()`: a session in one transaction. Whoever must enqueue work together
with rows (the delivery engine) does it on that session.
"""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from bot.core.errors import StorageError

# At DEBUG aiosqlite writes every statement with its parameters; a log is no place for them.
logging.getLogger("aiosqlite").setLevel(logging.WARNING)

_BUSY_SECONDS = 10
_WAL_ATTEMPTS = 100
_WAL_PAUSE_SECONDS = 0.05
_HOW_TO_BEGIN = "jourfix_begin"

_BUSY = "The database is busy with another process. Try again in a moment."
# Fragments of what SQLite and PostgreSQL say, and what it means for whoever runs us.
_SENTENCES = (
    (
        ("readonly", "read-only", "permission denied"),
        "The database may not be written. Give this account the right to write the file and its"
        " folder, or the tables.",
    ),
    (
        ("unable to open",),
        "The database file cannot be opened. Check JOURFIX_DATABASE and the rights of its folder.",
    ),
    (
        ("disk is full", "disk i/o"),
        "The disk of the database is full or broken. Make room and try again.",
    ),
    (
        ("not a database", "malformed", "corrupt"),
        "The database file is damaged, or it is no database. Restore it from a backup, or check"
        " JOURFIX_DATABASE.",
    ),
    (
        ("no such table", "no such column", "does not exist"),
        "The database is not ready for this version. Run: jourfix migrate",
    ),
    (
        ("connection", "could not connect", "password", "timeout"),
        "The database server does not answer or does not let us in. Check JOURFIX_DATABASE and"
        " whether the server runs.",
    ),
)
_UNKNOWN = "The database could not do this. The log names the reason; restart if it stays."


Write = Callable[[AsyncSession], Awaitable[None]]
# The writes of one answer, to be committed together with its deliveries.
_together: ContextVar[list[Write] | None] = ContextVar("together", default=None)


@contextmanager
def writing_together() -> Iterator[list[Write]]:
    """Hold back what is written with `Database.put` until the end of the block decides over it."""
    writes: list[Write] = []
    token = _together.set(writes)
    try:
        yield writes
    finally:
        _together.reset(token)


class DatabaseBusyError(StorageError):
    """Another process held the database for longer than we wait."""


class Database:
    """An open database. `file` is None when it is on a server."""

    def __init__(
        self, engine: AsyncEngine, file: Path | None, busy_seconds: float = _BUSY_SECONDS
    ) -> None:
        self.file = file
        self._busy_seconds = busy_seconds
        self._reading = engine.execution_options(**{_HOW_TO_BEGIN: "BEGIN"})
        # A deferred transaction that begins to write fails at once when another wrote meanwhile;
        # an immediate one waits its turn.
        self._writing = engine.execution_options(**{_HOW_TO_BEGIN: "BEGIN IMMEDIATE"})
        # SQLite lets whoever waits sleep longer each time, and others in meanwhile: within this
        # process writers take turns.
        self._turns = asyncio.Lock() if file is not None else None
        self._bare = engine.execution_options(**{_HOW_TO_BEGIN: ""}, isolation_level="AUTOCOMMIT")

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
    async def write(self) -> AsyncIterator[AsyncSession]:
        """Write in one transaction: all of it is kept, or nothing."""
        async with self._taking_turns(), self._session(self._writing) as session:
            yield session

    @asynccontextmanager
    async def _taking_turns(self) -> AsyncIterator[None]:
        if self._turns is None:
            yield
            return
        try:
            await asyncio.wait_for(self._turns.acquire(), self._busy_seconds)
        except TimeoutError:
            raise DatabaseBusyError(_BUSY) from None
        try:
            yield
        finally:
            self._turns.release()

    async def put(self, write: Write) -> None:
        """Write in a transaction of its own, or with the others of a `writing_together` block."""
        held_back = _together.get()
        if held_back is not None:
            held_back.append(write)
            return
        async with self.write() as session:
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
        busy_seconds: How long SQLite waits for another process.

    Raises:
        StorageError: the address makes no sense; the message does not repeat it (passwords).
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        # The cause is left out: it repeats the address, which may hold a password.
        raise StorageError(_bad_address()) from None
    kind = url.get_backend_name()
    if kind == "sqlite":
        return _open_sqlite(url, busy_seconds)
    if kind in {"postgresql", "postgres"}:
        return _open_postgresql(url)
    raise StorageError(_bad_address())


def _bad_address() -> str:
    return (
        "JOURFIX_DATABASE is no address we know. Write it as sqlite:///folder/file.db or"
        " postgresql://user:password@server/name."
    )


def _open_sqlite(url: URL, busy_seconds: float) -> Database:
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        raise StorageError("JOURFIX_DATABASE names no file. Write it as sqlite:///folder/file.db.")
    file = Path(url.database).absolute()
    address = URL.create("sqlite+aiosqlite", database=str(file))
    engine = create_async_engine(
        address, hide_parameters=True, connect_args={"timeout": busy_seconds}
    )
    event.listen(engine.sync_engine, "connect", _set_pragmas)
    event.listen(engine.sync_engine, "begin", _begin)
    return Database(engine, file, busy_seconds)


def _open_postgresql(url: URL) -> Database:
    try:
        engine = create_async_engine(
            url.set(drivername="postgresql+psycopg"), hide_parameters=True, pool_pre_ping=True
        )
    except ModuleNotFoundError as error:
        raise StorageError(
            'The driver for PostgreSQL is missing. Run: pip install "psycopg[binary]>=3.3"'
        ) from error
    return Database(engine, None)


def _set_pragmas(connection: DBAPIConnection, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin
    cursor = connection.cursor()
    for pragma in (
        "foreign_keys=ON",
        "secure_delete=ON",  # freed bytes are overwritten with zeros
        "temp_store=MEMORY",  # VACUUM's copy never touches another disk
        "synchronous=FULL",  # what we acknowledge is on disk, also after a power loss
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    statement = connection.get_execution_options().get(_HOW_TO_BEGIN)
    if statement:
        connection.exec_driver_sql(statement)


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


@contextmanager
def translated_errors() -> Iterator[None]:
    """Turn errors of SQLAlchemy into ours; the sentence has no SQL and no values."""
    try:
        yield
    except SQLAlchemyError as error:
        raise _translate(error) from error


def _translate(error: SQLAlchemyError) -> StorageError:
    said = str(getattr(error, "orig", None) or error).casefold()
    if "is locked" in said or "is busy" in said:
        return DatabaseBusyError(_BUSY)
    sentences = (sentence for cues, sentence in _SENTENCES if any(cue in said for cue in cues))
    return StorageError(next(sentences, _UNKNOWN))


def insert_into(session: AsyncSession, table: Table) -> "sqlite.Insert | postgresql.Insert":
    """Begin an INSERT that can say what happens on a conflict, in the dialect of the session."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    return sqlite.insert(table) if is_sqlite else postgresql.insert(table)
