"""The content calendar: everything that has a day, of the organisation and of the field. Pure.

Nothing of people stands in it: no anniversaries, no reminders, no pairs.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.core.model import Language
from bot.core.programme.broadcasts.broadcast import Dossier
from bot.core.programme.broadcasts.describing import name_broadcast
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.desk_messages import name_event
from bot.core.programme.pilots.pilot import Pilot
from bot.core.programme.prompts import Day, list_days
from bot.core.programme.weekplan.plan import WeekPlan, choose_text
from bot.core.programme.zones import find_moment_of, open_zone

Sort = Literal["jourfix", "coffee", "other", "broadcast", "pilot", "day", "holiday"]
SORTS: tuple[Sort, ...] = ("jourfix", "coffee", "other", "broadcast", "pilot", "day", "holiday")


@dataclass(frozen=True)
class Entry:
    """Something on a day.

    Args:
        day: Which.
        sort: What it is.
        title: What it is called.
        subject: The id of what it is: an event, a broadcast, a pilot.
        time: When, on the organisation's clocks; None: all day.
        is_sure: Whether people know of it; what is only planned is not.
        until: The last day of what takes several.
    """

    day: datetime.date
    sort: Sort
    title: str
    subject: str = ""
    time: datetime.time | None = None
    is_sure: bool = True
    until: datetime.date | None = None


@dataclass(frozen=True)
class Almanac:
    """What stands in it.

    Args:
        zone: The organisation's, whose days it has.
        country: Where its days are kept.
        holidays: Its days off.
        days: The days that the field keeps.
        tables: Its events.
        broadcasts: Those with a moment, and those that went out.
        pilots: Its pilots and congresses.
    """

    zone: str
    country: str = ""
    holidays: frozenset[datetime.date] = frozenset()
    days: Sequence[Day] = ()
    tables: Sequence[Timetable] = ()
    broadcasts: Sequence[Dossier] = ()
    pilots: Sequence[Pilot] = ()

    def list_entries(
        self, first: datetime.date, last: datetime.date, language: Language
    ) -> list[Entry]:
        """List what is on the days from the first to the last, in order."""
        entries = [
            *self._list_events(first, last, language),
            *self._list_broadcasts(first, last, language),
            *self._list_pilots(first, last),
            *(
                Entry(when, "day", day.texts[language].name, day.id)
                for when, day in list_days(self.days, first, last, self.country)
            ),
            *(Entry(day, "holiday", "") for day in self.holidays if first <= day <= last),
        ]
        return sorted(entries, key=_order)

    def _list_events(
        self, first: datetime.date, last: datetime.date, language: Language
    ) -> Iterator[Entry]:
        zone = open_zone(self.zone)
        midnight = datetime.time()
        start = find_moment_of(first, midnight, zone)
        end = find_moment_of(last + datetime.timedelta(days=1), midnight, zone)
        for table in self.tables:
            event = table.event
            for one in table.series.list_appointments(start, end):
                local = one.at.astimezone(zone)
                yield Entry(
                    local.date(),
                    event.kind,
                    name_event(event, language),
                    event.id,
                    local.time().replace(tzinfo=None),
                    is_sure=event.state == "announced",
                )

    def _list_broadcasts(
        self, first: datetime.date, last: datetime.date, language: Language
    ) -> Iterator[Entry]:
        for one in self.broadcasts:
            begun, when = one.find_mark("begun"), one.broadcast.when
            if begun is not None:
                local = begun.at.astimezone(open_zone(self.zone))
                day, time = local.date(), local.time().replace(tzinfo=None, second=0, microsecond=0)
            elif when is not None:
                day, time = when.day, when.time
            else:
                continue
            if first <= day <= last:
                name = name_broadcast(one.broadcast, language)
                is_sure = begun is not None or one.state == "scheduled"
                yield Entry(day, "broadcast", name, one.draft.id, time, is_sure=is_sure)

    def _list_pilots(self, first: datetime.date, last: datetime.date) -> Iterator[Entry]:
        for one in self.pilots:
            if one.starts_on is None or one.ends_on is None or one.state == "off":
                continue
            if one.starts_on <= last and one.ends_on >= first:
                yield Entry(
                    max(one.starts_on, first),
                    "pilot",
                    one.title,
                    one.id,
                    is_sure=one.state == "open",
                    until=one.ends_on if one.ends_on > one.starts_on else None,
                )


def _order(one: Entry) -> tuple[datetime.date, bool, datetime.time, str]:
    return one.day, one.time is not None, one.time or datetime.time(), one.title


def list_themes(plans: Iterable[WeekPlan], language: Language) -> Mapping[str, str]:
    """Give the theme of each week that has one, by the week's name."""
    return {one.week: " ".join((*choose_text(one, language).lines, *one.hashtags)) for one in plans}
