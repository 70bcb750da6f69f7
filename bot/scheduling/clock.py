"""The clock of the machine, behind the Clock port."""

import datetime
from dataclasses import dataclass


def now_in(timezone: datetime.tzinfo) -> datetime.datetime:
    """Give the time now in a time zone."""
    return datetime.datetime.now(timezone)  # noqa: TID251 - this is the clock


@dataclass(frozen=True)
class SystemClock:
    """Implements the Clock port."""

    timezone: datetime.tzinfo

    def now(self) -> datetime.datetime:
        """Give the time now."""
        return now_in(self.timezone)
