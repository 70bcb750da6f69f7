"""When somebody may be written to: inside their hours, never at weekends. Pure."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.core.programme.zones import find_change, open_zone

_WORKDAYS = (0, 1, 2, 3, 4)  # nobody is written to at weekends, whatever they chose
_LONGEST_LOOK = 22  # days: a zone may leap over a whole working day, or over somebody's hour
_MOST_QUIET = 10
_MIDNIGHT = datetime.time()
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Quiet:
    """Hours of a day in which nothing comes; an end before the start is the next day's.

    Raises:
        ValueError: it starts when it ends.
    """

    start: datetime.time
    end: datetime.time

    def __post_init__(self) -> None:
        _refuse_zone(self.start, self.end)
        if self.start == self.end:
            raise ValueError(
                f"Quiet hours from {self.start:%H:%M} to {self.end:%H:%M} are none."
                " Give them an end that differs from their start, or leave them out."
            )

    def holds(self, time: datetime.time) -> bool:
        """Say whether a time of day is quiet; the end is not."""
        if self.start < self.end:
            return self.start <= time < self.end
        return time >= self.start or time < self.end


@dataclass(frozen=True)
class Hours:
    """When a person may be written to, in their own time zone.

    Args:
        zone: An IANA name.
        days: Working days, Monday is 0; Saturday and Sunday count for nothing; none: never.
        start: The first minute of a working day.
        end: The first minute after it.
        quiet: Hours inside it that stay quiet.

    Raises:
        ValueError: a part makes no sense; the message says what to do.
    """

    zone: str = "Europe/Berlin"
    days: tuple[int, ...] = _WORKDAYS
    start: datetime.time = datetime.time(9)
    end: datetime.time = datetime.time(17)
    quiet: tuple[Quiet, ...] = ()

    def __post_init__(self) -> None:
        open_zone(self.zone)
        _refuse_zone(self.start, self.end)
        if self.start >= self.end:
            raise ValueError(
                f"A working day from {self.start:%H:%M} to {self.end:%H:%M} has no hours."
                " Give an end later than the start, 23:59 at the latest."
            )
        if any(day not in range(7) for day in self.days):
            raise ValueError("Days are numbers from 0 (Monday) to 6 (Sunday). Give only these.")
        if len(self.quiet) > _MOST_QUIET:
            raise ValueError(f"At most {_MOST_QUIET} quiet spans fit. Join some of them.")

    @cached_property
    def _zone(self) -> ZoneInfo:
        return open_zone(self.zone)

    @cached_property
    def _days(self) -> frozenset[int]:
        return frozenset(self.days) & frozenset(_WORKDAYS) if self._spans else frozenset()

    @cached_property
    def _spans(self) -> tuple[tuple[datetime.time, datetime.time], ...]:
        """The parts of a working day that are not quiet, each with the first minute after it."""
        quiet = self.quiet
        edges = {self.start, *(one.start for one in quiet), *(one.end for one in quiet)}
        inside = sorted(edge for edge in edges if self.start <= edge < self.end)
        return tuple(
            (start, end)
            for start, end in zip(inside, [*inside[1:], self.end], strict=True)
            if not any(one.holds(start) for one in quiet)
        )

    def allow(self, moment: datetime.datetime) -> bool:
        """Say whether a message may come at a moment."""
        # through UTC: a wall clock that its own zone leaps over would stay as it is
        local = moment.astimezone(datetime.UTC).astimezone(self._zone)
        if local.weekday() not in self._days:
            return False
        time = local.time()
        return any(start <= time < end for start, end in self._spans)

    def find_moment(self, wanted: datetime.datetime) -> datetime.datetime | None:
        """Give the first allowed moment that is not before a wanted one; None: there is none.

        An allowed one is given back as it is; any other is in UTC.
        """
        if not self._days:
            return None
        try:
            if self.allow(wanted):
                return wanted
            return self._find_opening(wanted.astimezone(datetime.UTC))
        except OverflowError:  # the last days that dates can count
            return None

    def _find_opening(self, wanted: datetime.datetime) -> datetime.datetime | None:
        """Give the first moment after a wanted one at which messages begin to be allowed."""
        # A clock put back at midnight repeats the end of a day after the next has begun: so the
        # day before is looked at too, and the day after the first that has an opening.
        day = wanted.astimezone(self._zone).date() - _DAY
        for _ in range(_LONGEST_LOOK):
            openings = [one for one in self._list_openings(day) if one > wanted]
            day += _DAY
            if openings:
                openings += [one for one in self._list_openings(day) if one > wanted]
                return min(openings)
        return None

    def _list_openings(self, day: datetime.date) -> Iterator[datetime.datetime]:
        """List the moments of a day at which messages begin to be allowed."""
        if day.weekday() not in self._days:
            return
        combine, utc, zone = datetime.datetime.combine, datetime.UTC, self._zone
        change = find_change(day, zone)
        if change is None:
            for start, _ in self._spans:
                yield combine(day, start, zone).astimezone(utc)
            return
        # Around a change each clock time may come twice or never: the moments are tried. Where
        # the clock leaps over a start, or falls back into the hours, the change itself is one.
        moments = {
            combine(day, start.replace(fold=fold), zone).astimezone(utc)
            for start, _ in self._spans
            for fold in (0, 1)
        }
        for moment in (*moments, change):
            if moment.astimezone(zone).date() == day and self.allow(moment):
                yield moment


def _refuse_zone(*times: datetime.time) -> None:
    if any(time.tzinfo is not None for time in times):
        raise ValueError("Hours are times on the wall. Give the time zone as “zone”, not in them.")
