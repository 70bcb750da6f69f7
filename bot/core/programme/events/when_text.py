"""Read when something is held: “Do 26.11. 10-11 Uhr, alle zwei Wochen”. Pure."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from zoneinfo import available_timezones

from bot.core.programme.day_names import MONTHS, WEEKDAYS, find_next_weekday, read_clock
from bot.core.programme.recurrence import Recurrence
from bot.core.programme.zones import find_moment_of, open_zone

ONCE = 0  # instead of a number of weeks
SHORTEST, LONGEST = 5, 600  # minutes
_LONGEST_TEXT = 200
_RHYTHMS: tuple[tuple[int, str], ...] = (
    (ONCE, r"einmalig|einmal|eenmalig|één keer|een keer|once|one[- ]off"),
    (
        2,
        r"alle (?:zwei|2) wochen|zweiwöchentlich|14-?tägig|14-?täglich"
        r"|om de (?:(?:twee|2) weken|week)|elke (?:twee|2) weken|tweewekelijks"
        r"|every (?:two|2) weeks|every (?:other|second) week|fortnightly|biweekly|bi-weekly",
    ),
    (4, r"alle (?:vier|4) wochen|(?:om de|elke) (?:vier|4) weken|every (?:four|4) weeks"),
    (1, r"jede woche|wöchentlich|elke week|iedere week|wekelijks|every week|weekly"),
)
_DAY_NAME = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_MONTH_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_TO = r"\s*(?:-|–|—|bis|tot|to|until)\s*"
_TIME = r"(\d{1,2})(?:[:.](\d{2}))?(?:\s*(?:uhr|uur|h)\b)?\s*(am|pm)?"
_ZONE = re.compile(r"[A-Z][A-Za-z_]+(?:/[A-Za-z_+-]+)+|\bUTC\b")
_DATES = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b"),
    re.compile(r"\b(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4})\b"),
    re.compile(rf"(?i)\b(?P<day>\d{{1,2}})\.?\s+(?P<name>{_MONTH_NAME})\b\.?,?\s*(?P<year>\d{{4}})?\b"),
    re.compile(rf"(?i)\b(?P<name>{_MONTH_NAME})\.?\s+(?P<day>\d{{1,2}})\b,?\s*(?P<year>\d{{4}})?\b"),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?!\d)"),
)  # fmt: skip
_LENGTH = re.compile(
    r"(?i)\b(\d{1,3})\s*min(?:uten|utes|uut|ute|\.)?(?![a-z])"
    r"|\b(\d{1,2})(?:[.,](5))?\s*(?:stunden?|hours?|std\.?)(?![a-z])"
)
_SPAN = re.compile(rf"(?i)\b(?:von|van|from)?\s*{_TIME}{_TO}{_TIME}")
_ONE_TIME = re.compile(rf"(?i)\b(?:um|om|at|ab|vanaf|from)?\s*{_TIME}(?![\w:])")
_DAY = re.compile(rf"(?i)\b({_DAY_NAME})\b\.?")
_NOTHING = re.compile(
    r"(?i)[\s,;.()+&-]|\b(?:und|en|and|uhr|uur|um|om|at|am|op|on|den|de|der|the|ab|vanaf|from|von|van)\b"
)


@dataclass(frozen=True)
class Unread:
    """A part that could not be read, or that does not fit the rest."""

    part: str


@dataclass(frozen=True)
class When:
    """What a text says; None: nothing of it.

    Args:
        date: The first day.
        weekday: Its weekday, or the one that is meant where there is no day.
        time: On the wall.
        minutes: How long.
        every: Weeks between two dates; ONCE: there is one only.
        zone: An IANA name.
    """

    date: datetime.date | None = None
    weekday: int | None = None
    time: datetime.time | None = None
    minutes: int | None = None
    every: int | None = None
    zone: str | None = None


def read_when(text: str, today: datetime.date) -> When | Unread:
    """Read a text; a day without a year is the next one from today on."""
    rest = text[:_LONGEST_TEXT]
    when = When()
    for read in (_read_zone, _read_rhythm, _read_date, _read_length, _read_time, _read_weekday):
        told = read(rest, when, today)
        if isinstance(told, Unread):
            return told
        when, rest = told
    if when == When() or _NOTHING.sub("", rest):
        return Unread(rest.strip(" ,;.") or text.strip()[:_LONGEST_TEXT])
    return when


def plan_series(
    when: When, before: Recurrence, minutes: int, today: datetime.date
) -> tuple[Recurrence, int] | Unread:
    """Give when it is held and how long; what the text does not speak of stays as it was."""
    every = before.every if when.every is None else max(when.every, 1)
    is_single = before.until == before.anchor if when.every is None else when.every == ONCE
    anchor = when.date or before.anchor
    if when.date is None and when.weekday is not None:
        anchor = find_next_weekday(today, when.weekday)
    series = Recurrence(
        when.zone or before.zone,
        anchor.weekday(),
        when.time or before.time,
        every,
        anchor,
        until=anchor if is_single else None,
    )
    length = when.minutes or minutes
    return (series, length) if SHORTEST <= length <= LONGEST else Unread(f"{length} min")


def find_start(series: Recurrence) -> datetime.datetime:
    """Give the moment of the first date."""
    return find_moment_of(series.anchor, series.time, open_zone(series.zone))


_Told = tuple[When, str] | Unread


def _read_zone(rest: str, when: When, _today: datetime.date) -> _Told:
    found = _ZONE.search(rest)
    if found is None:
        return when, rest
    if found.group() not in available_timezones():
        return Unread(found.group())
    return replace(when, zone=found.group()), _cut(rest, found)


def _read_rhythm(rest: str, when: When, _today: datetime.date) -> _Told:
    for every, form in _RHYTHMS:
        found = re.search(rf"(?i)\b(?:{form})\b", rest)
        if found:
            return replace(when, every=every), _cut(rest, found)
    return when, rest


def _read_date(rest: str, when: When, today: datetime.date) -> _Told:
    for form in _DATES:
        found = form.search(rest)
        if found is None:
            continue
        day = _make_day(found.groupdict(), today)
        if day is not None:
            return replace(when, date=day), _cut(rest, found)
        return Unread(found.group().strip())
    return when, rest


def _make_day(parts: Mapping[str, str | None], today: datetime.date) -> datetime.date | None:
    name = parts.get("name")
    month = MONTHS[name.lower()] if name else int(parts["month"] or 0)
    year = int(parts.get("year") or 0)
    for guess in (year,) if year else (today.year, today.year + 1):
        try:
            day = datetime.date(guess, month, int(parts["day"] or 0))
        except ValueError:
            continue
        if year or day >= today:
            return day if 2000 <= day.year <= 2199 else None
    return None


def _read_length(rest: str, when: When, _today: datetime.date) -> _Told:
    found = _LENGTH.search(rest)
    if found is None:
        return when, rest
    minutes, hours, half = found.groups()
    length = int(minutes) if minutes else int(hours) * 60 + (30 if half else 0)
    if not SHORTEST <= length <= LONGEST:
        return Unread(found.group().strip())
    return replace(when, minutes=length), _cut(rest, found)


def _read_time(rest: str, when: When, _today: datetime.date) -> _Told:
    span = _SPAN.search(rest)
    found = span or _ONE_TIME.search(rest)
    if found is None:
        return when, rest
    groups = found.groups()
    # “2-3 pm”: what stands behind the end is meant of both
    half = groups[2] or (groups[5] if span else None)
    first = read_clock(groups[0], groups[1], half)
    if first is None:
        return Unread(found.group().strip())
    told = replace(when, time=first)
    if span:
        last = read_clock(groups[3], groups[4], groups[5])
        minutes = _count_minutes(first, last) if last else 0
        if not SHORTEST <= minutes <= LONGEST:
            return Unread(found.group().strip())
        told = replace(told, minutes=minutes)
    return told, _cut(rest, found)


def _count_minutes(first: datetime.time, last: datetime.time) -> int:
    return (last.hour - first.hour) * 60 + last.minute - first.minute


def _read_weekday(rest: str, when: When, _today: datetime.date) -> _Told:
    found = _DAY.search(rest)
    if found is None:
        return when, rest
    weekday = WEEKDAYS[found.group(1).lower()]
    if when.date is not None and when.date.weekday() != weekday:
        return Unread(f"{found.group(1)} {when.date:%d.%m.%Y}")
    return replace(when, weekday=weekday), _cut(rest, found)


def _cut(text: str, found: "re.Match[str]") -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
