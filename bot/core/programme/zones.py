"""Time zones: what a clock on the wall means as a moment. Pure.

Moments are compared in UTC only: Python compares two times of one zone by their wall clocks, and
keeps a wall clock that does not exist.
"""

import datetime
from zoneinfo import ZoneInfo

from bot.core.ports import Clock

# Whoever types a year that is not in here did not mean it; and moments can be made of every day.
_FIRST_DAY, LAST_DAY = datetime.date(1970, 1, 1), datetime.date(2199, 12, 31)
_SECOND = datetime.timedelta(seconds=1)
# A local day lies inside these bounds around its midnight in UTC, in every zone there ever was.
_EARLIEST, _LATEST = datetime.timedelta(hours=-16), datetime.timedelta(hours=40)


def open_zone(name: str) -> ZoneInfo:
    """Open a time zone.

    Raises:
        ValueError: there is none of this name.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:  # a folder of zones (“Europe”) is an OSError
        raise ValueError(
            "There is no such time zone. Write it as the tz database does: Europe/Amsterdam."
        ) from error


def find_today(clock: Clock, zone: str) -> datetime.date:
    """Give the day it is in a time zone."""
    return clock.now().astimezone(open_zone(zone)).date()


def check_days(*days: datetime.date) -> None:
    """Refuse days that no calendar of ours can hold.

    Raises:
        ValueError: there is such a day.
    """
    if not all(_FIRST_DAY <= day <= LAST_DAY for day in days):
        raise ValueError("Dates lie between 1970 and 2199. Check the year.")


def find_moment_of(
    day: datetime.date, time: datetime.time, zone: datetime.tzinfo
) -> datetime.datetime:
    """Give the moment of a wall clock, in UTC.

    Of an hour that comes twice the first is meant; a time that the clock leaps over is counted
    from before the leap, so 02:30 is 03:30. Calendars do the same (RFC 5545, 3.3.5).
    """
    return datetime.datetime.combine(day, time.replace(fold=0), zone).astimezone(datetime.UTC)


def find_change(day: datetime.date, zone: datetime.tzinfo) -> datetime.datetime | None:
    """Give the moment near a day at which its zone changes its clock; mostly there is none.

    Where it changes twice in two days one of the changes is given; no zone has done so since 1970.
    """
    midnight = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    before, after = midnight + _EARLIEST, midnight + _LATEST
    old = before.astimezone(zone).utcoffset()
    if after.astimezone(zone).utcoffset() == old:
        return None
    while after - before > _SECOND:
        middle = before + (after - before) // _SECOND // 2 * _SECOND
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after
