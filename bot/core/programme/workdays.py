"""Working days of an organisation: Monday to Friday without its holidays. Pure."""

import datetime
from dataclasses import dataclass

from bot.core.programme.zones import find_moment_of, open_zone

_DAY = datetime.timedelta(days=1)
_LONGEST_REST = 14  # days without a working day; after that any day will do
MORNING = datetime.time(9)


@dataclass(frozen=True)
class Workdays:
    """When people work.

    Args:
        zone: An IANA name.
        holidays: Days on which nobody does.
    """

    zone: str
    holidays: frozenset[datetime.date] = frozenset()

    def holds(self, day: datetime.date) -> bool:
        """Say whether people work on a day."""
        return day.weekday() < 5 and day not in self.holidays

    def find_before(self, day: datetime.date) -> datetime.date:
        """Give the last working day before a day."""
        return self._walk(day - _DAY, -_DAY)

    def find_until(self, day: datetime.date) -> datetime.date:
        """Give a day, or where it is none the last working day before it."""
        return self._walk(day, -_DAY)

    def find_from(self, day: datetime.date) -> datetime.date:
        """Give a day, or where it is none the first working day after it."""
        return self._walk(day, _DAY)

    def find_after(self, day: datetime.date) -> datetime.date:
        """Give the first working day after a day."""
        return self._walk(day + _DAY, _DAY)

    def find_morning(self, day: datetime.date) -> datetime.datetime:
        """Give the moment, in UTC, at which a working day's morning begins."""
        return find_moment_of(day, MORNING, open_zone(self.zone))

    def _walk(self, day: datetime.date, step: datetime.timedelta) -> datetime.date:
        for _ in range(_LONGEST_REST):
            if self.holds(day):
                break
            day += step
        return day
