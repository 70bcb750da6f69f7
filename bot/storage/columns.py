"""What the columns of our tables are made of: times, pseudonyms, ciphertext. No table here."""

import datetime

from sqlalchemy import Column, DateTime, Dialect, LargeBinary, MetaData, String, TypeDecorator
from typing_extensions import override

PSEUDONYM_LENGTH = 64
NAME_LENGTH = 200

METADATA = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s"}
)


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


def author_column(*, is_key: bool = False) -> "Column[str]":
    """Make the column of a person's pseudonym."""
    return Column(
        "author", String(PSEUDONYM_LENGTH), primary_key=is_key, nullable=False, index=not is_key
    )


def sealed_column() -> "Column[bytes]":
    """Make the column of ciphertext."""
    return Column("sealed", LargeBinary, nullable=False)
