"""Dates that come back every week, every second or every fourth. Pure.

Weeks are counted in days between local dates: a cron's `*/2` counts the weeks of a year and takes
five weeks' rest or none at New Year, and an interval in hours moves with the clocks.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from zoneinfo import ZoneInfo

from bot.core.programme.zones import LAST_DAY, check_days, find_moment_of, open_zone

RHYTHMS = (1, 2, 4)  # weeks
_MOST_CHANGES = 500  # skipped and moved dates: ten years of weeks
_DAY = datetime.timedelta(days=1)
_WEEK = datetime.timedelta(days=7)
_NEAR = datetime.timedelta(days=2)  # a local date and its moments in UTC lie closer than this


@dataclass(frozen=True)
class Move:
    """That one date is held on another day or at another hour.

    Args:
        date: The date that it was, and by which it stays known.
        to: The day it is held on.
        time: When, in the zone of its recurrence.
    """

    date: datetime.date
    to: datetime.date
    time: datetime.time


@dataclass(frozen=True)
class Appointment:
    """One date of a recurrence.

    Args:
        date: Its name for good: the local date that the rhythm gave it, even after a move.
        at: When it is, in UTC.
    """

    date: datetime.date
    at: datetime.datetime


@dataclass(frozen=True)
class Recurrence:
    """When something is held again and again.

    Args:
        zone: An IANA name; the time on the wall there stays the same all year.
        weekday: Monday is 0.
        time: On the wall.
        every: How many weeks lie between two dates.
        anchor: The first day on which a date may be; its seven days are the first week counted.
        skipped: Dates that are left out.
        moved: Dates held at another time.
        until: The last day on which a date may be.

    Raises:
        ValueError: a part makes no sense; the message says what to do.
    """

    zone: str
    weekday: int
    time: datetime.time
    every: int
    anchor: datetime.date
    skipped: tuple[datetime.date, ...] = ()
    moved: tuple[Move, ...] = ()
    until: datetime.date | None = None

    def __post_init__(self) -> None:
        open_zone(self.zone)
        if self.weekday not in range(7):
            raise ValueError("A weekday is a number from 0 (Monday) to 6 (Sunday).")
        if self.every not in RHYTHMS:
            raise ValueError("Dates come back every week, or every 2 or 4 weeks. Choose 1, 2 or 4.")
        if any(time.tzinfo for time in (self.time, *(move.time for move in self.moved))):
            raise ValueError("Times are on the wall. Give the time zone as “zone”, not in them.")
        check_days(self.anchor, self.until or self.anchor, *(move.to for move in self.moved))
        changed = [*self.skipped, *(move.date for move in self.moved)]
        if len(changed) > _MOST_CHANGES:
            raise ValueError(f"At most {_MOST_CHANGES} dates can be skipped or moved. Begin anew.")
        if len({*changed}) < len(changed):
            raise ValueError("A date is skipped or moved twice. Name it once.")
        for date in changed:
            if not self.has_date(date):
                raise ValueError(f"{date} is no date of this series. Name one that is.")

    def has_date(self, date: datetime.date) -> bool:
        """Say whether the rhythm gives this date, skipped and moved ones too."""
        return (
            date.weekday() == self.weekday
            and date >= self.anchor
            and (self.until is None or date <= self.until)
            and (date - self.anchor).days // 7 % self.every == 0
        )

    def find_first(self) -> datetime.date | None:
        """Give the first date of the rhythm, skipped and moved ones too; None: there is none."""
        return next(self._list_dates(self.anchor), None)

    def list_appointments(
        self, start: datetime.datetime, end: datetime.datetime
    ) -> Sequence[Appointment]:
        """List what is held from a moment on, before another, in the order it is held."""
        dates = self._list_dates(start.date() - _NEAR, end.date() + _NEAR)
        found = [*self._moved_ones, *self._meet(dates)]
        return sorted((one for one in found if start <= one.at < end), key=_order)

    def list_next(self, start: datetime.datetime, most: int) -> Sequence[Appointment]:
        """List the next ones from a moment on, so many at most."""
        near = self._meet(self._list_dates(start.date() - _NEAR))
        regular = islice((one for one in near if one.at >= start), most)
        moved = (one for one in self._moved_ones if one.at >= start)
        return sorted((*regular, *moved), key=_order)[:most]

    @cached_property
    def _tz(self) -> ZoneInfo:
        return open_zone(self.zone)

    @cached_property
    def _changed(self) -> frozenset[datetime.date]:
        return frozenset((*self.skipped, *(move.date for move in self.moved)))

    @cached_property
    def _moved_ones(self) -> tuple[Appointment, ...]:
        return tuple(
            Appointment(move.date, find_moment_of(move.to, move.time, self._tz))
            for move in self.moved
        )

    def _meet(self, dates: Iterator[datetime.date]) -> Iterator[Appointment]:
        """Give the appointments of dates that are neither skipped nor moved."""
        for date in dates:
            if date not in self._changed:
                yield Appointment(date, find_moment_of(date, self.time, self._tz))

    def _list_dates(
        self, first: datetime.date, last: datetime.date = LAST_DAY
    ) -> Iterator[datetime.date]:
        """List the dates of the rhythm from a day to another, both inside."""
        date = max(first, self.anchor)
        date += (self.weekday - date.weekday()) % 7 * _DAY
        last = min(last, self.until or last)
        while date <= last:
            if (date - self.anchor).days // 7 % self.every == 0:
                yield date
            date += _WEEK


def _order(one: Appointment) -> tuple[datetime.datetime, datetime.date]:
    return one.at, one.date
