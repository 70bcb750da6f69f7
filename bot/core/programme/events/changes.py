"""What changed of an event's dates, joined with its rhythm. Pure."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.core.programme.events.event import DateChange, Event
from bot.core.programme.recurrence import Appointment, Move, Recurrence
from bot.core.programme.zones import find_moment_of, open_zone

_FAR = datetime.timedelta(days=800)


@dataclass(frozen=True)
class Timetable:
    """An event with everything that changed of its dates.

    Args:
        event: The event.
        changes: What changed; those of dates that it does not have count for nothing.
    """

    event: Event
    changes: tuple[DateChange, ...] = ()

    @property
    def series(self) -> Recurrence:
        """When it is held, with its changes."""
        known = [one for one in self.changes if self.event.series.has_date(one.date)]
        skipped = tuple(sorted(one.date for one in known if one.to is None))
        moved = [
            Move(one.date, one.to, one.time)
            for one in sorted(known, key=lambda one: one.date)
            if one.to is not None and one.time is not None
        ]
        return replace(self.event.series, skipped=skipped, moved=tuple(moved))

    @property
    def sequence(self) -> int:
        """How often anything changed: what calendars compare."""
        return self.event.sequence + sum(one.sequence for one in self.changes)

    def list_next(self, now: datetime.datetime, most: int) -> Sequence[Appointment]:
        """List the next dates that are not over, so many at most."""
        return self.series.list_next(now - self.event.length, most)

    def list_past(self, now: datetime.datetime, most: int) -> Sequence[Appointment]:
        """List the last dates that are over, the latest first."""
        past = self.series.list_appointments(now - _FAR, now - self.event.length)
        return past[::-1][:most]

    def find_date(self, date: datetime.date) -> Appointment | None:
        """Give when a date is held; None: it is not."""
        if not self.event.series.has_date(date):
            return None
        change = self.find_change(date)
        if change is None:
            day, time = date, self.event.series.time
        elif change.to is None or change.time is None:
            return None
        else:
            day, time = change.to, change.time
        return Appointment(date, find_moment_of(day, time, open_zone(self.event.series.zone)))

    def find_day(self, date: datetime.date) -> datetime.date:
        """Give the local day that a date is held on; where it is not held, its own."""
        change = self.find_change(date)
        return change.to if change and change.to else date

    def find_change(self, date: datetime.date) -> DateChange | None:
        """Give what changed of a date, if anything did."""
        return next((one for one in self.changes if one.date == date), None)

    def is_over(self, now: datetime.datetime) -> bool:
        """Say whether no date is left."""
        return not self.list_next(now, 1)


def lay_out(event: Event, changes: Iterable[DateChange]) -> Timetable:
    """Join an event with its changes out of many."""
    return Timetable(event, tuple(one for one in changes if one.event == event.id))
