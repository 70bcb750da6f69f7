"""The tables, as the code of today sees them. How they came to be is in `migrations`.

Three habits that other modules rely on:

- A column `author` holds a person's pseudonym. Every table that has one is emptied of that person
  by "forget me", also a table that is added later.
- A column `sealed` holds ciphertext whose place is the table's name and the primary key. Every
  table that has one is sealed anew when the secret changes.
- No column holds a person's id, a conversation's id or words of a draft in the clear.
"""

import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
)
from typing_extensions import override

PSEUDONYM_LENGTH = 64
NAME_LENGTH = 200


class Moment(TypeDecorator[datetime.datetime]):
    """A time with its zone, kept in UTC, because SQLite forgets zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(
        self, value: datetime.datetime | None, dialect: Dialect
    ) -> datetime.datetime | None:
        """Turn a time into UTC; a time without a zone is a mistake of ours."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A time without a time zone cannot be kept.")
        return _in_utc(value)

    @override
    def process_result_value(
        self, value: datetime.datetime | None, dialect: Dialect
    ) -> datetime.datetime | None:
        """Give the time back with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=datetime.UTC) if value.tzinfo is None else _in_utc(value)


def _in_utc(value: datetime.datetime) -> datetime.datetime:
    return value.astimezone(datetime.UTC)


def _author(*, is_key: bool = False) -> "Column[str]":
    return Column(
        "author", String(PSEUDONYM_LENGTH), primary_key=is_key, nullable=False, index=not is_key
    )


def _sealed() -> "Column[bytes]":
    return Column("sealed", LargeBinary, nullable=False)


METADATA = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s"}
)

PEOPLE = Table(
    "people",
    METADATA,
    _author(is_key=True),
    _sealed(),
    Column("told_at", Moment, nullable=False),
)
"""What somebody told us about themselves (sealed), and when they last did."""

DRAFTS = Table(
    "drafts",
    METADATA,
    _author(is_key=True),
    Column("conversation", String(PSEUDONYM_LENGTH), primary_key=True),
    _sealed(),
    Column("kept_at", Moment, nullable=False, index=True),
)
"""The last version of the draft of a conversation (sealed). The conversation is a pseudonym too."""

REVIEWS = Table(
    "reviews",
    METADATA,
    Column("id", String(32), primary_key=True),
    _author(),
    Column("recorded_at", Moment, nullable=False, index=True),
    Column("verdict", String(NAME_LENGTH), nullable=False),
    Column("rules", JSON, nullable=False),
    Column("policy", String(NAME_LENGTH), nullable=False),
    Column("checked", JSON, nullable=False),
)
"""Verdict, rule ids, policy hash and the packs that spoke. No text, no id that a person chose."""

DISPUTES = Table(
    "disputes",
    METADATA,
    Column("id", String(32), primary_key=True),
    _author(),
    Column("recorded_at", Moment, nullable=False, index=True),
    Column("rule", String(NAME_LENGTH), nullable=False),
    Column("policy", String(NAME_LENGTH), nullable=False),
    _sealed(),
)
"""Sentences (sealed) that their authors handed over because a finding is wrong."""

POLICIES = Table(
    "policies",
    METADATA,
    Column("hash", String(NAME_LENGTH), primary_key=True),
    Column("packs", JSON, nullable=False),
    Column("organisation", String(NAME_LENGTH), nullable=False),
    Column("compiled_at", Moment, nullable=False),
)
"""Which policy a review's hash names. Rows are never changed."""

SETTINGS = Table(
    "settings",
    METADATA,
    Column("name", String(NAME_LENGTH), primary_key=True),
    _sealed(),
)
"""What the database must know about itself: the key of the pseudonyms (sealed)."""

SCRUBS = Table(
    "scrubs",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("due_since", Moment, nullable=False),
)
"""Says that rows were erased and the files must still be rewritten; holds nothing of the person."""

ARRIVALS = Table(
    "arrivals",
    METADATA,
    Column("key", String(PSEUDONYM_LENGTH), primary_key=True),
    _author(),
    Column("channel", String(NAME_LENGTH), nullable=False),
    _sealed(),
    Column("arrived_at", Moment, nullable=False, index=True),
    Column("tries", Integer, nullable=False),
    Column("owner", String(32), nullable=False),
    Column("held_until", Moment, nullable=False),
)
"""The durable inbox: what a channel acknowledged and nobody has answered yet (sealed)."""

SEEN = Table(
    "seen",
    METADATA,
    Column("key", String(PSEUDONYM_LENGTH), primary_key=True),
    Column("seen_at", Moment, nullable=False, index=True),
)
"""The pseudonyms of the keys of what arrived, so that a repetition is known."""

DELIVERIES = Table(
    "deliveries",
    METADATA,
    Column("key", String(PSEUDONYM_LENGTH), primary_key=True),
    _author(),
    Column("channel", String(NAME_LENGTH), nullable=False),
    Column("lane", String(PSEUDONYM_LENGTH), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    _sealed(),
    Column("state", String(16), nullable=False, index=True),
    Column("reason", String(NAME_LENGTH), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("owner", String(32), nullable=False),
    Column("held_until", Moment, nullable=False),
)
"""The ledger: every message to a person, once, with its state. What is done is sealed emptied.

A lane is the pseudonym of a place; within one, deliveries go out one after the other.
"""

CASES = Table(
    "cases",
    METADATA,
    Column("id", String(32), primary_key=True),
    _author(),
    _sealed(),
    Column("opened_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False, index=True),
    Column("answered_at", Moment, nullable=True),
    Column("is_warned", Boolean, nullable=False),
)
"""What authors handed to the editors, with the answer (sealed)."""

INSTALLATIONS = Table(
    "installations",
    METADATA,
    Column("channel", String(NAME_LENGTH), primary_key=True),
    Column("place", String(NAME_LENGTH), primary_key=True),
    _sealed(),
    Column("installed_at", Moment, nullable=False),
    Column("claimed_until", Moment, nullable=False),
)
"""Where a channel is installed, with its tokens (sealed)."""

SHELVES = Table(
    "shelves",
    METADATA,
    Column("shelf", String(NAME_LENGTH), primary_key=True),
    Column("key", String(PSEUDONYM_LENGTH), primary_key=True),
    _author(),
    _sealed(),
    Column("kept_at", Moment, nullable=False),
)
"""What the programme keeps, by kind and key (sealed). The author of what is nobody's is empty."""

IMPERSONAL = frozenset({"policies", "settings", "scrubs", "seen", "installations"})


def tables_of_authors() -> tuple[Table, ...]:
    """List the tables that hold something of a person."""
    return tuple(table for table in METADATA.sorted_tables if "author" in table.c)


def sealed_tables() -> tuple[Table, ...]:
    """List the tables that hold ciphertext."""
    return tuple(table for table in METADATA.sorted_tables if "sealed" in table.c)


def list_traces(table: Table) -> tuple["Column[Any]", ...]:
    """List the columns by which somebody could be traced: names of rows, pseudonyms, ciphertext."""
    return tuple(
        column
        for column in table.columns
        if column.primary_key
        or isinstance(column.type, LargeBinary)
        or (isinstance(column.type, String) and column.type.length == PSEUDONYM_LENGTH)
    )
