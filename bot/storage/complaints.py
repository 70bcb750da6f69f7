"""Errors of the database in words: what it means for whoever runs us. No SQL and no values here."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bot.core.errors import StorageError

BUSY = "The database is busy with another process. Try again in a moment."
_NOT_READY = "The database is not ready for this version. Run: jourfix migrate"
_FULL = "The disk of the database is full or broken. Make room and try again."
_READ_ONLY = (
    "The database may not be written. Give this account the right to write the file and its"
    " folder, or the tables and their schema."
)
_DAMAGED = (
    "The database file is damaged, or it is no database. Restore it from a backup, or check"
    " JOURFIX_DATABASE."
)
_AWAY = (
    "The database server does not answer or does not let us in. Check JOURFIX_DATABASE (server,"
    " name of the database, account, password) and whether the server runs."
)
_CROWDED = (
    "The database server takes no more connections. Each process of ours opens up to fifteen:"
    " raise max_connections there, or run fewer processes."
)
_UNKNOWN = "The database could not do this. The log names the reason; restart if it stays."

# Fragments of what SQLite says.
_SQLITE_SAYS = (
    (("is locked", "is busy"), BUSY),
    (("readonly", "read-only", "permission denied"), _READ_ONLY),
    (
        ("unable to open",),
        "The database file cannot be opened. Check JOURFIX_DATABASE and the rights of its folder.",
    ),
    (("disk is full", "disk i/o"), _FULL),
    (("not a database", "malformed", "corrupt"), _DAMAGED),
    (("no such table", "no such column"), _NOT_READY),
)
# The beginnings of PostgreSQL's codes; its words may be in any language. Without a code there was
# no connection. https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL_CODES = (
    (("40", "55P03", "57014", "25P03"), BUSY),
    (("42501", "25006"), _READ_ONLY),
    (("42P01", "42703", "3F000"), _NOT_READY),
    (("53100", "58030"), _FULL),
    (("53300",), _CROWDED),
    (("08", "28", "3D000", "57P"), _AWAY),
    (("XX001", "XX002"), _DAMAGED),
)


class DatabaseBusyError(StorageError):
    """Another process held the database for longer than we wait."""


@contextmanager
def translated_errors() -> Iterator[None]:
    """Turn errors of SQLAlchemy into ours; the sentence has no SQL and no values."""
    try:
        yield
    except SQLAlchemyError as error:
        _leave_out_values(error)
        raise _translate(error) from error


def _translate(error: SQLAlchemyError) -> StorageError:
    sentence = BUSY if isinstance(error, PoolTimeoutError) else _find_sentence(error)
    return DatabaseBusyError(sentence) if sentence == BUSY else StorageError(sentence)


def _find_sentence(error: SQLAlchemyError) -> str:
    original = getattr(error, "orig", None)
    if original is not None and hasattr(original, "sqlstate"):
        code = original.sqlstate or "08"
        found = (sentence for codes, sentence in _POSTGRESQL_CODES if code.startswith(codes))
    else:
        said = str(original or error).casefold()
        found = (words for cues, words in _SQLITE_SAYS if any(cue in said for cue in cues))
    return next(found, _UNKNOWN)


def _leave_out_values(error: SQLAlchemyError) -> None:
    """Cut what PostgreSQL adds to its first line: it quotes the row."""
    original = getattr(error, "orig", None)
    if original is not None and hasattr(original, "sqlstate"):
        first = str(original).partition("\n")[0]
        original.args = (first,)
        error.args = (f"({type(original).__name__}) {first}",)
