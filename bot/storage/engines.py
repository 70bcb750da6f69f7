"""Make the engine for an address. What SQLite and PostgreSQL need set differently stands here."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.core.errors import StorageError

# At DEBUG they write statements with parameters, or addresses; a log is no place for them.
for _name in ("aiosqlite", "psycopg"):
    logging.getLogger(_name).setLevel(logging.WARNING)

_HOW_TO_BEGIN = "jourfix_begin"
# A server that went away is noticed, and a process of ours that froze in the middle of a
# transaction does not hold up the others. An address may say otherwise.
_LIMITS = "-c statement_timeout=30s -c idle_in_transaction_session_timeout=30s"
_CONNECTION = {
    "application_name": "jourfix",
    "connect_timeout": "5",
    "tcp_user_timeout": "15000",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
}

Options = Mapping[str, str]


@dataclass(frozen=True)
class Access:
    """An engine, and the options with which it reads, writes, and runs bare statements.

    Reading sees one snapshot. Writing sees what others committed. `file` is None on a server.
    `busy_seconds` is how long we wait for another process.
    """

    engine: AsyncEngine
    file: Path | None
    busy_seconds: float
    reading: Options
    writing: Options
    bare: Options

    @property
    def address(self) -> str:
        """Name the database as other libraries do, with our limits and its password."""
        url = self.engine.url
        return url.set(drivername=url.get_backend_name()).render_as_string(hide_password=False)


def make_access(address: str, busy_seconds: float) -> Access:
    """Make the engine for an address; nothing is connected yet.

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
        return _access_sqlite(url, busy_seconds)
    if kind in {"postgresql", "postgres"}:
        return _access_postgresql(url, busy_seconds)
    raise StorageError(_bad_address())


def _bad_address() -> str:
    return (
        "JOURFIX_DATABASE is no address we know. Write it as sqlite:///folder/file.db or"
        " postgresql://user:password@server/name."
    )


def _access_sqlite(url: URL, busy_seconds: float) -> Access:
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        raise StorageError("JOURFIX_DATABASE names no file. Write it as sqlite:///folder/file.db.")
    file = Path(url.database).absolute()
    address = URL.create("sqlite+aiosqlite", database=str(file))
    engine = create_async_engine(
        address, hide_parameters=True, connect_args={"timeout": busy_seconds}
    )
    event.listen(engine.sync_engine, "connect", _set_pragmas)
    event.listen(engine.sync_engine, "begin", _begin)
    return Access(
        engine,
        file,
        busy_seconds,
        reading={_HOW_TO_BEGIN: "BEGIN"},
        # A deferred transaction that begins to write fails at once when another wrote meanwhile;
        # an immediate one waits its turn.
        writing={_HOW_TO_BEGIN: "BEGIN IMMEDIATE"},
        bare={"isolation_level": "AUTOCOMMIT"},
    )


def _access_postgresql(url: URL, busy_seconds: float) -> Access:
    options = f"{_LIMITS} -c lock_timeout={round(busy_seconds * 1000)}"
    query = {**_CONNECTION, "options": options, **url.query}
    address = url.set(drivername="postgresql+psycopg", query=query)
    try:
        engine = create_async_engine(address, hide_parameters=True, pool_pre_ping=True)
    except ImportError as error:
        raise StorageError(
            'The driver for PostgreSQL is missing. Run: pip install "psycopg[binary]>=3.3,<4"'
        ) from error
    return Access(
        engine,
        None,
        busy_seconds,
        reading={"isolation_level": "REPEATABLE READ"},
        writing={"isolation_level": "READ COMMITTED"},
        bare={"isolation_level": "AUTOCOMMIT"},
    )


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
