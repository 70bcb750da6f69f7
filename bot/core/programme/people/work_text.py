"""Read what people write of their work: “Intensivpflege, Hamburg, 01.04.2016”. Pure."""

import datetime
import re

from bot.core.programme.ambassador import Work
from bot.core.programme.day_names import MONTHS
from bot.core.programme.people.hours_text import Unread

_DATE = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./-](\d{1,2})[./-](\d{4}))")
_NAMED = re.compile(r"(\d{1,2})\.?\s+([^\W\d_]{3,9})\.?\s+(\d{4})")  # 1. April 2016
_LONGEST = 80  # of a department or a region
_FIRST_YEAR = 1950


def read_work(text: str) -> Work | Unread:
    """Read department, region and first day, in this order, each of which may be missing."""
    parts = [part.strip() for part in text.replace(";", ",").split(",")]
    names: list[str] = []
    started_on: datetime.date | None = None
    for part in parts:
        found = _find_date(part)
        if found:
            started_on = _make_date(*found)
            if started_on is None:
                return Unread(part)
        elif part:
            names.append(part)
    if len(names) > 2 or any(len(name) > _LONGEST for name in names):
        return Unread(names[-1][:_LONGEST])
    department, region = (*names, "", "")[:2]
    return Work(department, region, started_on)


def _find_date(part: str) -> tuple[int, int, int] | None:
    """Find year, month and day; whether there is such a day is not looked at."""
    if found := _DATE.search(part):
        year, month, day = found.group(1, 2, 3) if found.group(1) else found.group(6, 5, 4)
        return int(year), int(month), int(day)
    if found := _NAMED.search(part):
        return int(found.group(3)), MONTHS.get(found.group(2).lower(), 0), int(found.group(1))
    return None


def _make_date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        return None
    return date if date.year >= _FIRST_YEAR else None
