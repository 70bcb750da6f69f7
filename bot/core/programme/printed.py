"""A year of the programme as a page to read, in Markdown. Pure.

What people asked for themselves, and who is whose buddy, is nobody's business: it is not there.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.model import Language
from bot.core.programme.due import Kind, Occurrence
from bot.core.programme.printed_words import PRINTED_WORDS, PrintedWords
from bot.core.programme.weeks import find_week
from bot.core.programme.zone_names import name_zone
from bot.core.programme.zones import open_zone

_OWN: frozenset[Kind] = frozenset({"nudge", "buddies-check"})
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LONGEST_NAME = 80


@dataclass(frozen=True)
class Held:
    """Something that takes place."""

    title: str
    at: datetime.datetime


@dataclass(frozen=True)
class Personal:
    """When one person gets something, told in their own time."""

    name: str
    zone: str
    moments: Sequence[datetime.datetime]


@dataclass(frozen=True)
class Year:
    """What a page shows.

    Args:
        year: Which one.
        zone: The organisation's, whose times and days the page has.
        occurrences: What was due.
        held: What took place.
        people: A few, each a column.
        titles: What subjects are called: events, broadcasts, pilots by their names.
    """

    year: int
    zone: str
    occurrences: Sequence[Occurrence] = ()
    held: Sequence[Held] = ()
    people: Sequence[Personal] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


def print_year(year: Year, language: Language) -> str:
    """Print a year, one table a month, one line a day on which there is something."""
    words = PRINTED_WORDS[language]
    days = _gather(year, words)
    times = words.times.format(zone=name_zone(year.zone, language))
    lines = [f"# {words.title.format(year=year.year)}", "", times]
    months = sorted({day.month for day in days})
    for month in months:
        lines += ["", f"## {words.months[month - 1]}", "", *_print_head(year, words)]
        week = 0
        for day in sorted(day for day in days if day.month == month):
            number = find_week(day).number
            name = f"{words.week}{number}" if number != week else ""
            week = number
            cells = [name, f"{words.weekdays[day.weekday()]} {day.day}", *days[day]]
            lines.append(f"| {' | '.join(cells)} |")
    if not months:
        lines += ["", words.nothing]
    return "\n".join(lines) + "\n"


def _print_head(year: Year, words: PrintedWords) -> Iterator[str]:
    names = ["", words.day, words.what, *(_escape(one.name) for one in year.people)]
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"


def _gather(year: Year, words: PrintedWords) -> dict[datetime.date, list[str]]:
    """Give for each day what happens, and then each person's times."""
    zone = open_zone(year.zone)
    columns: list[dict[datetime.date, list[tuple[datetime.datetime, str]]]] = [
        defaultdict(list) for _ in range(1 + len(year.people))
    ]
    for at, text in _list_common(year, words):
        local = at.astimezone(zone)
        columns[0][local.date()].append((at, f"{local:%H:%M} {text}"))
    for column, person in zip(columns[1:], year.people, strict=True):
        theirs = open_zone(person.zone)
        for at in person.moments:
            day = at.astimezone(zone).date()
            column[day].append((at, _tell_time(at.astimezone(theirs), day, words)))
    days = {day for column in columns for day in column if day.year == year.year}
    return {
        day: ["<br>".join(text for _, text in sorted(column[day])) for column in columns]
        for day in days
    }


def _list_common(year: Year, words: PrintedWords) -> Iterator[tuple[datetime.datetime, str]]:
    """List what happens for everybody."""
    for one in year.held:
        yield one.at, f"**{_escape(one.title)}**"
    for due in year.occurrences:
        if due.kind in _OWN:
            continue
        title = _escape(year.titles.get(due.subject, due.subject))
        text = words.kinds[due.kind].format(subject=title)
        yield due.at, f"{text} {words.missed}" if due.is_missed else text


def _tell_time(local: datetime.datetime, day: datetime.date, words: PrintedWords) -> str:
    """Tell somebody's own time, with its day where that is another one."""
    weekday = "" if local.date() == day else f"{words.weekdays[local.weekday()]} "
    return f"{weekday}{local:%H:%M}"


def _escape(text: str) -> str:
    """Keep somebody's words from being read as markup."""
    plain = " ".join(text.split())
    plain = plain if len(plain) <= _LONGEST_NAME else plain[: _LONGEST_NAME - 1] + "…"
    return _MARKUP.sub(r"\\\1", plain)
