"""When a broadcast goes out: moments as editors write them, and those we propose. Pure."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from bot.core.programme.broadcasts.broadcast import Wall
from bot.core.programme.day_names import MONTHS, WEEKDAYS, find_next_weekday, read_clock

Trouble = Literal["unread", "weekend", "past", "too-far"]
_LONGEST = 100  # characters
_FARTHEST = datetime.timedelta(days=400)
_MORNING = datetime.time(10)
_TUESDAY, _THURSDAY = 1, 3
_EASTMOST = datetime.timedelta(hours=14)  # the zone whose clocks are the furthest ahead: UTC+14
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})\s?[./-]\s?(?P<month>\d{1,2})(?:\s?[./-]\s?(?P<year>\d{4})|\.|\b)"
)
_NAMED = re.compile(r"(?i)(?P<day>\d{1,2})\.?\s+(?P<name>[a-zäé]{3,9})\.?(?:\s+(?P<year>\d{4}))?")
_TIME = re.compile(r"(?i)\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>am|pm)?\b")
_MONTHS = {name[:3]: number for name, number in MONTHS.items()}  # of a name only so much is read
_DAYS_AHEAD: Mapping[str, int] = {
    "heute": 0, "vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1,
    "übermorgen": 2, "uebermorgen": 2, "overmorgen": 2,
}  # fmt: skip


@dataclass(frozen=True)
class Unusable:
    """A moment that cannot be taken, and why."""

    trouble: Trouble


def read_wall(text: str, now: datetime.datetime) -> Wall | Unusable:
    """Read “30.11.2026 10:00”, “2026-11-30 10:00”, “morgen 10 Uhr”, “Di 9.30”.

    Args:
        text: As somebody wrote it.
        now: In the organisation's zone.
    """
    for day, rest in _list_days(text[:_LONGEST].strip().lower(), now.date()):
        time = _read_time(rest)
        if time is not None:  # “Tue 9.10” is a time of day, not the ninth of October
            return check_wall(Wall(day, time), now)
    return Unusable("unread")


def check_wall(wall: Wall, now: datetime.datetime) -> Wall | Unusable:
    """Say whether something can go out then."""
    if wall.day.weekday() > 4:
        return Unusable("weekend")
    if wall.at(now.tzinfo or datetime.UTC) <= now:
        return Unusable("past")
    if wall.day > now.date() + _FARTHEST:
        return Unusable("too-far")
    return wall


def write_wall(wall: Wall) -> str:
    """Write a moment for a button's value."""
    return f"{wall.day.isoformat()} {wall.time:%H:%M}"


def propose_walls(now: datetime.datetime) -> list[Wall]:
    """Propose mornings of the days to come: the next working day, Tuesday, Thursday."""
    days = [now.date() + datetime.timedelta(days=ahead) for ahead in range(1, 9)]
    working = next(day for day in days if day.weekday() <= 4)
    chosen = [
        working,
        *(
            next(day for day in days if day.weekday() == weekday)
            for weekday in (_TUESDAY, _THURSDAY)
        ),
    ]
    return [Wall(day, _MORNING) for day in sorted(set(chosen))]


def find_first(wall: Wall) -> datetime.datetime:
    """Give the moment at which the first clock on earth stands there: then it has to be begun."""
    return wall.at(datetime.UTC) - _EASTMOST


def _list_days(text: str, today: datetime.date) -> Iterator[tuple[datetime.date, str]]:
    """List what could be the day, each with what is left of the text beside it."""
    for form in (_ISO, _DAY_FIRST, _NAMED):
        found = form.search(text)
        day = _make_day(found, today) if found else None
        if found and day:
            yield day, f"{text[: found.start()]} {text[found.end() :]}"
    for word in re.findall(r"[a-zäöüé]+", text):
        if word in _DAYS_AHEAD:
            yield today + datetime.timedelta(days=_DAYS_AHEAD[word]), text.replace(word, " ", 1)
        elif word in WEEKDAYS:
            yield find_next_weekday(today, WEEKDAYS[word]), text.replace(word, " ", 1)


def _make_day(found: "re.Match[str]", today: datetime.date) -> datetime.date | None:
    parts = found.groupdict()
    month = int(parts["month"]) if "month" in parts else _MONTHS.get(parts["name"][:3], 0)
    try:
        if parts["year"]:
            return datetime.date(int(parts["year"]), month, int(parts["day"]))
        this_year = datetime.date(today.year, month, int(parts["day"]))
        return this_year if this_year >= today else this_year.replace(year=today.year + 1)
    except ValueError:
        return None


def _read_time(text: str) -> datetime.time | None:
    found = _TIME.search(text)
    return read_clock(found["hour"], found["minute"], found["half"]) if found else None
