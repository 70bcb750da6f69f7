"""Questions that help someone to find a story: days, anniversaries, congresses, interviews.

Dates are pure calendar arithmetic; nothing here knows what day it is.
"""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import MAXYEAR, date

from bot.core.model import Language, Source

STAGES = ("before", "during", "after")
_LEAP_DAY = (2, 29)


@dataclass(frozen=True)
class FixedDate:
    """The same date every year; never 29 February."""

    month: int
    day: int


@dataclass(frozen=True)
class NthWeekday:
    """A weekday of a month: `weekday` counts from Monday = 0, `nth` is 1 to 4 or -1, the last."""

    month: int
    weekday: int
    nth: int


@dataclass(frozen=True)
class LastDay:
    """The last day of a month, as Rare Disease Day keeps it."""

    month: int


DayRule = FixedDate | NthWeekday | LastDay


@dataclass(frozen=True)
class DayText:
    """The name of a day and its story prompts, in one language."""

    name: str
    prompts: tuple[str, ...]


@dataclass(frozen=True)
class Day:
    """A day that people in health care keep. Without `countries` it is kept everywhere."""

    id: str
    rule: DayRule
    texts: Mapping[Language, DayText]
    source: Source
    countries: tuple[str, ...] = ()


@dataclass(frozen=True)
class Prompt:
    """One question, in every language. Without `roles` it is for everybody."""

    id: str
    texts: Mapping[Language, str]
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Anniversary:
    """The story prompts after so many years at work."""

    years: int
    prompts: Mapping[Language, tuple[str, ...]]


@dataclass(frozen=True)
class Prompts:
    """All prompts of a policies folder; `congress` is by stage."""

    days: tuple[Day, ...] = ()
    anniversaries: tuple[Anniversary, ...] = ()
    congress: Mapping[str, tuple[Prompt, ...]] = field(default_factory=dict)
    interview: tuple[Prompt, ...] = ()
    questions_first: tuple[Prompt, ...] = ()


def find_date(rule: DayRule, year: int) -> date:
    """Find the date on which a rule falls in a year."""
    match rule:
        case FixedDate():
            return date(year, rule.month, rule.day)
        case LastDay():
            return date(year, rule.month, calendar.monthrange(year, rule.month)[1])
        case NthWeekday():
            first_weekday, length = calendar.monthrange(year, rule.month)
            first = 1 + (rule.weekday - first_weekday) % 7
            if rule.nth > 0:
                return date(year, rule.month, first + 7 * (rule.nth - 1))
            return date(year, rule.month, first + (length - first) // 7 * 7)


def list_days(
    days: Sequence[Day], first: date, last: date, country: str = ""
) -> list[tuple[date, Day]]:
    """List the days from the first to the last date, both included, in order of date.

    Args:
        days: All there are; days on one date keep this order.
        first: Where to begin.
        last: Where to end.
        country: Where the reader works; without it only days that are kept everywhere are listed.
    """
    return sorted(
        (
            (when, day)
            for year in range(first.year, last.year + 1)
            for day in days
            if not day.countries or country in day.countries
            if first <= (when := find_date(day.rule, year)) <= last
        ),
        key=lambda listed: listed[0],
    )


def find_anniversary(started: date, years: int) -> date | None:
    """Find the day so many years after a start; None when the calendar ends before.

    Whoever started on 29 February is celebrated on 28 February in common years: it stays in its
    month, and nobody waits longer than a year.
    """
    year = started.year + years
    if year > MAXYEAR:
        return None
    if (started.month, started.day) == _LEAP_DAY and not calendar.isleap(year):
        return date(year, 2, 28)
    return started.replace(year=year)


def list_anniversaries(
    anniversaries: Sequence[Anniversary], started: date, first: date, last: date
) -> list[tuple[date, Anniversary]]:
    """List the anniversaries of a start from the first to the last date, in order."""
    return sorted(
        (
            (when, anniversary)
            for anniversary in anniversaries
            if (when := find_anniversary(started, anniversary.years)) and first <= when <= last
        ),
        key=lambda listed: listed[0],
    )


def find_stage(first: date, last: date, today: date) -> str:
    """Say whether a congress from the first to the last date is still to come, on, or over."""
    if today < first:
        return "before"
    return "during" if today <= last else "after"


def choose_question(questions: Sequence[Prompt], role: str, asked: Sequence[str]) -> Prompt | None:
    """Choose the next question for somebody.

    One that was not asked yet comes first, and of these one for the role before one for everybody;
    when all were asked, the one whose turn is longest ago comes back.

    Args:
        questions: All there are; among equals the earlier one is chosen.
        role: The role class of the person.
        asked: The ids that were asked, the latest last.
    """
    turns = {question_id: turn for turn, question_id in enumerate(asked)}
    fitting = (question for question in questions if not question.roles or role in question.roles)
    return min(
        fitting,
        key=lambda question: (turns.get(question.id, -1), not question.roles),
        default=None,
    )
