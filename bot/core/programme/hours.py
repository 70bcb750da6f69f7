"""When somebody may be written to: inside their hours, never at weekends. Pure."""

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

_WORKDAYS = (0, 1, 2, 3, 4)  # nobody is written to at weekends, whatever they chose
_LONGEST_LOOK = 400  # days
_STEP = datetime.timedelta(minutes=1)


@dataclass(frozen=True)
class Quiet:
    """Hours of a day in which nothing comes; an end before the start is the next day's."""

    start: datetime.time
    end: datetime.time

    def holds(self, time: datetime.time) -> bool:
        """Say whether a time of day is quiet; the end is not."""
        if self.start <= self.end:
            return self.start <= time < self.end
        return time >= self.start or time < self.end


@dataclass(frozen=True)
class Hours:
    """When a person may be written to, in their own time zone.

    Args:
        zone: An IANA name.
        days: Working days, Monday is 0; Saturday and Sunday count for nothing.
        start: The first minute of a working day.
        end: The first minute after it.
        quiet: Hours inside it that stay quiet.
    """

    zone: str = "Europe/Berlin"
    days: tuple[int, ...] = _WORKDAYS
    start: datetime.time = datetime.time(9)
    end: datetime.time = datetime.time(17)
    quiet: tuple[Quiet, ...] = ()

    def allow(self, moment: datetime.datetime) -> bool:
        """Say whether a message may come at a moment."""
        local = moment.astimezone(ZoneInfo(self.zone))
        if local.weekday() not in self.days or local.weekday() not in _WORKDAYS:
            return False
        time = local.time().replace(tzinfo=None)
        return self.start <= time < self.end and not any(one.holds(time) for one in self.quiet)

    def find_moment(self, wanted: datetime.datetime) -> datetime.datetime | None:
        """Give the first allowed moment that is not before a wanted one; None: there is none."""
        if self.allow(wanted):
            return wanted
        zone = ZoneInfo(self.zone)
        first = wanted.astimezone(zone).date()
        for days in range(_LONGEST_LOOK):
            day = first + datetime.timedelta(days=days)
            edges = sorted({self.start, *(quiet.end for quiet in self.quiet)})
            for edge in edges:
                moment = datetime.datetime.combine(day, edge, zone).astimezone(datetime.UTC)
                if moment >= wanted and self.allow(moment):
                    return moment
        return None
