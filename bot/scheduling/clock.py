"""The clock of the machine, behind the Clock port."""

import datetime


def today_in(timezone: datetime.tzinfo) -> datetime.date:
    """Give today's date in a time zone."""
    return now_in(timezone).date()


def now_in(timezone: datetime.tzinfo) -> datetime.datetime:
    """Give the time now in a time zone."""
    return datetime.datetime.now(timezone)  # noqa: TID251 - this is the clock
