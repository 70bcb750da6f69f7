"""Read hours as people write them: “Mo-Do 9-15 Uhr, Ruhe 12-13, Europe/Berlin”. Pure."""

import datetime
import re
from dataclasses import dataclass, replace
from zoneinfo import available_timezones

from bot.core.programme.day_names import WEEKDAYS, read_clock
from bot.core.programme.hours import Hours, Quiet

# Nobody is written to at weekends. Some short names are words elsewhere, but not among hours.
_DAYS = {
    **{name: number for name, number in WEEKDAYS.items() if number < 5},
    "mit": 2,
    "woe": 2,
    "don": 3,
    "fre": 4,
}
_DAY = "|".join(sorted(_DAYS, key=len, reverse=True))
_TO = r"\s*(?:-|–|—|bis|tot|to|until|t/m)\s*"
_TIME = r"(\d{1,2})(?:[:.](\d{2}))?(?:\s*(?:uhr|uur|h\b))?\s*([ap]\.?m\.?(?![a-z]))?"
_QUIET = re.compile(rf"(?i)(?:ruhe|stil|rust|quiet)\w*\s*(?:von|van|from)?\s*{_TIME}{_TO}{_TIME}")
_SPAN = re.compile(rf"(?i)(?:von|van|from|ab)?\s*{_TIME}{_TO}{_TIME}")
_DAY_SPAN = re.compile(rf"(?i)({_DAY})\.?{_TO}({_DAY})\b\.?")
_ONE_DAY = re.compile(rf"(?i)\b({_DAY})\b\.?")
_ZONE = re.compile(r"[A-Z][A-Za-z_]+(?:/[A-Za-z_+-]+)+|UTC")
_NOTHING = re.compile(r"(?i)[\s,;.&+]|\b(?:und|en|and|uhr|uur|von|van|from|im|at|om|um)\b")
_LONGEST = 200
_MOST_QUIET = 4


@dataclass(frozen=True)
class Unread:
    """A part that could not be read."""

    part: str


def read_hours(text: str, before: Hours) -> Hours | Unread:
    """Read hours; what the text does not speak of stays as it was before."""
    rest = text[:_LONGEST]
    hours = before
    zone = _ZONE.search(rest)
    if zone:
        if zone.group() not in available_timezones():
            return Unread(zone.group())
        hours = replace(hours, zone=zone.group())
        rest = _cut(rest, zone)
    quiet: list[Quiet] = []
    while found := _QUIET.search(rest):
        span = _read_span(found)
        if span is None or len(quiet) == _MOST_QUIET:
            return Unread(found.group().strip())
        quiet.append(Quiet(*span))
        rest = _cut(rest, found)
    if quiet:
        hours = replace(hours, quiet=tuple(quiet))
    days, rest = _read_days(rest)
    if days:
        hours = replace(hours, days=days)
    span_found = _SPAN.search(rest)
    if span_found:
        span = _read_span(span_found)
        if span is None or span[0] >= span[1]:
            return Unread(span_found.group().strip())
        hours = replace(hours, start=span[0], end=span[1])
        rest = _cut(rest, span_found)
    left = _NOTHING.sub("", rest)
    return Unread(rest.strip(" ,;.")) if left or not text.strip() else hours


def _read_days(rest: str) -> tuple[tuple[int, ...], str]:
    days: set[int] = set()
    while found := _DAY_SPAN.search(rest):
        first, last = (_DAYS[name.lower()] for name in found.groups())
        days |= set(range(first, last + 1)) if first <= last else {first, last}
        rest = _cut(rest, found)
    while one := _ONE_DAY.search(rest):
        days.add(_DAYS[one.group(1).lower()])
        rest = _cut(rest, one)
    return tuple(sorted(days)), rest


def _read_span(found: "re.Match[str]") -> tuple[datetime.time, datetime.time] | None:
    hour, minute, half, last_hour, last_minute, last_half = found.groups()
    first = read_clock(hour, minute, half)
    # a day ends at 24 as well as at 0
    last = read_clock("0" if last_hour == "24" else last_hour, last_minute, last_half)
    return (first, last) if first and last else None


def _cut(text: str, found: "re.Match[str]") -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
