"""Load policies/prompts/: what makes stories come. Every complaint names its file and line."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from bot.core.model import COUNTRIES, LANGUAGES
from bot.core.programme.prompts import (
    STAGES,
    Anniversary,
    Day,
    DayRule,
    DayText,
    FixedDate,
    LastDay,
    NthWeekday,
    Prompt,
    Prompts,
)
from bot.files.entries import Entry, read_yaml
from bot.files.passages import read_fields, read_line, read_question
from bot.files.policies import ROLES
from bot.files.sources import read_source

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_DAY = re.compile(r"(\d\d)-(\d\d)")
_COMMON_YEAR = 2027  # a date that it lacks does not come every year
_LONGEST = 160  # characters of a question: two lines in a chat
_MOST_PROMPTS = 3
_MOST_YEARS = 60


def load_prompts(folder: Path) -> Prompts:
    """Load the prompts of a policies folder; where a file is missing, there are none of its kind.

    Raises:
        ContentError: a file makes no sense; the message names file, line and remedy.
    """
    congress = _open(folder, "congress", STAGES)
    return Prompts(
        tuple(_read_day(entry) for entry in _list(folder, "days", "days")),
        _read_anniversaries(_list(folder, "anniversaries", "anniversaries")),
        {stage: _read_prompts(entry.items(stage)) for stage, entry in congress.items()},
        _read_prompts(_list(folder, "interview", "questions")),
        _read_prompts(_list(folder, "questions-first", "questions")),
    )


def _open(folder: Path, name: str, keys: Sequence[str]) -> Mapping[str, Entry]:
    path = folder / "prompts" / f"{name}.yaml"
    if not path.exists():
        return {}
    entry = read_yaml(path, str(path.relative_to(folder.parent)))
    fields = read_fields(entry, "the file", keys, ("about",))
    return {key: fields[key] for key in keys}


def _list(folder: Path, name: str, key: str) -> list[Entry]:
    fields = _open(folder, name, (key,))
    entries = fields[key].items(key) if fields else []
    _refuse_twins(entries)
    return entries


def _refuse_twins(entries: Sequence[Entry]) -> None:
    seen: dict[str, int] = {}
    for entry in entries:
        name = entry.mapping("an entry").get("id")
        if name is None:
            continue
        text = name.text("id")
        if text in seen:
            raise name.refuse(f"the id “{text}” stands twice", f"See line {seen[text]}.")
        seen[text] = name.line


def _read_day(entry: Entry) -> Day:
    fields = read_fields(entry, "a day", ("id", "date", "source", *LANGUAGES), ("countries",))
    return Day(
        fields["id"].text("id"),
        _read_rule(fields["date"]),
        {language: _read_day_text(fields[language]) for language in LANGUAGES},
        read_source(fields["source"]),
        fields["countries"].choices("countries", COUNTRIES) if "countries" in fields else (),
    )


def _read_day_text(entry: Entry) -> DayText:
    fields = read_fields(entry, "the text of a day", ("name", "prompts"))
    return DayText(read_line(fields["name"], "the name", 70), _read_questions(fields["prompts"]))


def _read_questions(entry: Entry) -> tuple[str, ...]:
    items = entry.items("prompts")
    if not 1 <= len(items) <= _MOST_PROMPTS:
        raise entry.refuse(f"there are {len(items)} prompts", f"Give 1 to {_MOST_PROMPTS}.")
    return tuple(read_question(item, "a prompt", _LONGEST) for item in items)


def _read_rule(entry: Entry) -> DayRule:
    if not isinstance(entry.value, dict):
        return _read_fixed_date(entry)
    if "day" in entry.value:
        fields = read_fields(entry, "the date", ("month", "day"))
        fields["day"].choice("day", ("last",))
        return LastDay(_read_number(fields["month"], "the month", 1, 12))
    fields = read_fields(entry, "the date", ("month", "weekday", "nth"))
    weekday = fields["weekday"].choice("weekday", _WEEKDAYS)
    nth = fields["nth"]
    last = nth.value == -1
    return NthWeekday(
        _read_number(fields["month"], "the month", 1, 12),
        _WEEKDAYS.index(weekday),
        -1 if last else _read_number(nth, "nth (-1 is the last)", 1, 4),
    )


def _read_fixed_date(entry: Entry) -> FixedDate:
    found = _MONTH_DAY.fullmatch(str(entry.value))
    try:
        when = date(_COMMON_YEAR, int(found[1]), int(found[2])) if found else None
    except ValueError:
        when = None
    if when is None:
        problem = "the date must be one that every year has"
        raise entry.refuse(problem, "Write it as 05-12, or with month and day: last.")
    return FixedDate(when.month, when.day)


def _read_number(entry: Entry, what: str, least: int, most: int) -> int:
    value = entry.value
    if type(value) is not int or not least <= value <= most:
        raise entry.refuse(f"{what} must be a number", f"From {least} to {most}.")
    return value


def _read_anniversaries(entries: Sequence[Entry]) -> tuple[Anniversary, ...]:
    seen: dict[int, int] = {}
    anniversaries = []
    for entry in entries:
        fields = read_fields(entry, "an anniversary", ("years", *LANGUAGES))
        years = _read_number(fields["years"], "years", 1, _MOST_YEARS)
        if years in seen:
            raise entry.refuse(f"{years} years stand twice", f"See line {seen[years]}.")
        seen[years] = entry.line
        prompts = {language: _read_questions(fields[language]) for language in LANGUAGES}
        anniversaries.append(Anniversary(years, prompts))
    return tuple(anniversaries)


def _read_prompts(entries: Sequence[Entry]) -> tuple[Prompt, ...]:
    _refuse_twins(entries)
    return tuple(_read_prompt(entry) for entry in entries)


def _read_prompt(entry: Entry) -> Prompt:
    fields = read_fields(entry, "a question", ("id", *LANGUAGES), ("roles",))
    texts = {
        language: read_question(fields[language], f"the question ({language})", _LONGEST)
        for language in LANGUAGES
    }
    roles = fields["roles"].choices("roles", ROLES) if "roles" in fields else ()
    return Prompt(fields["id"].text("id"), texts, roles)
