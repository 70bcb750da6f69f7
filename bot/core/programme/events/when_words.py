"""Say when something is held, in three languages. Pure."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.core.model import Language
from bot.core.programme.recurrence import Recurrence
from bot.core.programme.zone_names import name_zone


@dataclass(frozen=True)
class _Words:
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    day: str
    span: str
    brief: str
    yours: str
    once: str
    every: Mapping[int, str]
    on_weekdays: tuple[str, ...]  # in a rhythm


_WORDS: Mapping[Language, _Words] = {
    "de": _Words(
        ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
         "Oktober", "November", "Dezember"),
        "{weekday}, {day}. {month} {year}",
        "{start} bis {end} Uhr",
        "{weekday}, {day}. {month}, {start} Uhr",
        "bei dir {span}",
        "einmalig",
        {1: "jede Woche, {weekday}", 2: "alle zwei Wochen, {weekday}",
         4: "alle vier Wochen, {weekday}"},
        ("montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags", "sonntags"),
    ),
    "nl": _Words(
        ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
        ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
         "oktober", "november", "december"),
        "{weekday} {day} {month} {year}",
        "{start} tot {end} uur",
        "{weekday} {day} {month}, {start} uur",
        "bij jou {span}",
        "eenmalig",
        {1: "elke week {weekday}", 2: "om de week {weekday}", 4: "om de vier weken {weekday}"},
        ("op maandag", "op dinsdag", "op woensdag", "op donderdag", "op vrijdag", "op zaterdag",
         "op zondag"),
    ),
    "en": _Words(
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        ("January", "February", "March", "April", "May", "June", "July", "August", "September",
         "October", "November", "December"),
        "{weekday} {day} {month} {year}",
        "{start} to {end}",
        "{weekday} {day} {month}, {start}",
        "for you {span}",
        "once",
        {1: "every week, {weekday}", 2: "every two weeks, {weekday}",
         4: "every four weeks, {weekday}"},
        ("on Mondays", "on Tuesdays", "on Wednesdays", "on Thursdays", "on Fridays",
         "on Saturdays", "on Sundays"),
    ),
}  # fmt: skip


def describe_day(day: datetime.date, language: Language) -> str:
    """Say a day: Thursday 26 November 2026."""
    words = _WORDS[language]
    return words.day.format(
        weekday=words.weekdays[day.weekday()],
        day=day.day,
        month=words.months[day.month - 1],
        year=day.year,
    )


def describe_time(
    at: datetime.datetime, minutes: int, zone: str, language: Language, own_zone: str = ""
) -> str:
    """Say a date's day, start and end; where a reader's clocks differ, by theirs too.

    The zone is named unless it is known that the reader's clocks show the same.
    """
    words = _WORDS[language]
    start, span = _read_clocks(at, minutes, zone, language)
    told = f"{describe_day(start, language)}, {span}"
    if own_zone and not differs(at, zone, own_zone):
        return told
    told = f"{told} ({name_zone(zone, language)})"
    if not own_zone:
        return told
    day, own = _read_clocks(at, minutes, own_zone, language)
    own = own if day == start else f"{describe_day(day, language)}, {own}"
    return f"{told}, {words.yours.format(span=own)}"


def describe_briefly(
    at: datetime.datetime, zone: str, language: Language, own_zone: str = ""
) -> str:
    """Say a date's day and start for a list, by the reader's clocks where they are known."""
    words = _WORDS[language]
    start = at.astimezone(ZoneInfo(own_zone or zone))
    told = words.brief.format(
        weekday=words.weekdays[start.weekday()],
        day=start.day,
        month=words.months[start.month - 1],
        start=f"{start:%H:%M}",
    )
    if own_zone and differs(at, zone, own_zone):
        return f"{told} ({name_zone(own_zone, language)})"
    return told


def describe_rhythm(series: Recurrence, language: Language) -> str:
    """Say how often and on which weekday."""
    words = _WORDS[language]
    if series.until == series.anchor:
        return words.once
    return words.every[series.every].format(weekday=words.on_weekdays[series.weekday])


def differs(at: datetime.datetime, zone: str, other: str) -> bool:
    """Say whether the clocks of two zones show something else at a moment."""
    return at.astimezone(ZoneInfo(zone)).utcoffset() != at.astimezone(ZoneInfo(other)).utcoffset()


def _read_clocks(
    at: datetime.datetime, minutes: int, zone: str, language: Language
) -> tuple[datetime.date, str]:
    """Give a date's day and its start and end, by the clocks of a zone."""
    start = at.astimezone(ZoneInfo(zone))
    end = (at + datetime.timedelta(minutes=minutes)).astimezone(ZoneInfo(zone))
    span = _WORDS[language].span.format(start=f"{start:%H:%M}", end=f"{end:%H:%M}")
    return start.date(), span
