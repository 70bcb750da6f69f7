"""Describe a time zone inside a calendar file, as a rule for each change of its clock.

Calendars that do not know a zone by its name, or have old tables, go by this. The library's own
description lists single days up to an end, which Outlook does not read.
"""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from bot.core.programme.zones import find_change, open_zone

# A rule such as “the last Sunday” shows all its seven days within so many years.
_YEARS = 28
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LAST = frozenset(range(-7, 0))
_Described = TimezoneStandard | TimezoneDaylight
_EVER = datetime.datetime(1970, 1, 1)  # noqa: DTZ001 - a wall clock


@dataclass(frozen=True)
class _Change:
    """One change of a clock; `onset` is what the wall showed when it came."""

    onset: datetime.datetime
    before: datetime.timedelta
    after: datetime.timedelta
    name: str

    @property
    def is_summer(self) -> bool:
        """Whether the clock is put forward: Ireland's law calls the winter the exception."""
        return self.after > self.before


def describe_zone(name: str, first: datetime.date) -> Timezone:
    """Describe a zone from a day on."""
    described = Timezone()
    described.add("tzid", name)
    changes = _list_changes(name, first.year - 1)
    if not changes or changes[0].onset.date() >= first:
        described.add_component(_describe_beginning(name, changes, first))
    groups: dict[tuple[object, ...], list[_Change]] = defaultdict(list)
    for one in changes:
        groups[one.before, one.after, one.name].append(one)
    for group in groups.values():
        described.add_component(_describe_group(group))
    return described


@lru_cache(maxsize=64)
def _list_changes(name: str, year: int) -> Sequence[_Change]:
    zone = open_zone(name)
    day, last = datetime.date(year, 1, 1), datetime.date(year + _YEARS, 12, 31)
    moments = set()
    while day <= last:
        change = find_change(day, zone)
        if change is not None:
            moments.add(change)
        day += datetime.timedelta(days=2)
    return [_read_change(moment, zone) for moment in sorted(moments)]


def _read_change(moment: datetime.datetime, zone: datetime.tzinfo) -> _Change:
    earlier = (moment - datetime.timedelta(seconds=1)).astimezone(zone)
    later = moment.astimezone(zone)
    before, after = _offset(earlier), _offset(later)
    onset = (moment + before).replace(tzinfo=None)
    return _Change(onset, before, after, later.tzname() or "")


def _offset(local: datetime.datetime) -> datetime.timedelta:
    return local.utcoffset() or datetime.timedelta()


def _describe_beginning(name: str, changes: Sequence[_Change], first: datetime.date) -> _Described:
    """Describe what holds until the first change."""
    noon = datetime.datetime.combine(first, datetime.time(12), open_zone(name))
    offset = changes[0].before if changes else _offset(noon)
    return _fill(TimezoneStandard(), _Change(_EVER, offset, offset, noon.tzname() or ""))


def _describe_group(group: Sequence[_Change]) -> _Described:
    """Describe changes of one kind: by a rule where there is one, else day by day."""
    first = group[0]
    described = _fill(TimezoneDaylight() if first.is_summer else TimezoneStandard(), first)
    rule = _find_rule([one.onset for one in group])
    if rule is not None:
        described.add("rrule", rule)
    elif len(group) > 1:
        described.add("rdate", [one.onset for one in group[1:]])
    return described


def _fill(described: _Described, change: _Change) -> _Described:
    described.add("dtstart", change.onset)
    described.add("tzoffsetfrom", change.before)
    described.add("tzoffsetto", change.after)
    described.add("tzname", change.name)
    return described


def _find_rule(onsets: Sequence[datetime.datetime]) -> dict[str, object] | None:
    """Find “every year on the last Sunday of March”; None: there is no such rule."""
    years = [onset.year for onset in onsets]
    same = {(onset.month, onset.weekday(), onset.time()) for onset in onsets}
    if (
        len(same) > 1
        or years != list(range(years[0], years[0] + len(years)))
        or len(years) < _YEARS
    ):
        return None
    ((month, weekday, _),) = same
    days = {onset.day for onset in onsets}
    from_end = {onset.day - 1 - _count_days(onset) for onset in onsets}
    rule: dict[str, object] = {"freq": "yearly", "bymonth": month}
    if from_end <= _LAST:
        return {**rule, "byday": f"-1{_DAYS[weekday]}"}
    if len({(day - 1) // 7 for day in days}) == 1:
        return {**rule, "byday": f"{(min(days) - 1) // 7 + 1}{_DAYS[weekday]}"}
    if max(days) - min(days) == 6:
        return {
            **rule,
            "byday": _DAYS[weekday],
            "bymonthday": list(range(min(days), max(days) + 1)),
        }
    return None


def _count_days(day: datetime.datetime) -> int:
    following = (day.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
    return (following - datetime.timedelta(days=1)).day
