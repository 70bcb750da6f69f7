"""Weeks as ISO 8601 counts them: the first of a year holds its first Thursday. Pure."""

import contextlib
import datetime
import re
from dataclasses import dataclass

_FORM = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)


@dataclass(frozen=True, order=True)
class Week:
    """A week.

    Raises:
        ValueError: the year has no such week.
    """

    year: int
    number: int

    def __post_init__(self) -> None:
        datetime.date.fromisocalendar(self.year, self.number, 1)

    @property
    def name(self) -> str:
        """How keys name it: 2026-W47."""
        return f"{self.year:04}-W{self.number:02}"

    @property
    def monday(self) -> datetime.date:
        """Its first day."""
        return self.find_day(0)

    def find_day(self, weekday: int) -> datetime.date:
        """Give its day of a weekday; Monday is 0."""
        return datetime.date.fromisocalendar(self.year, self.number, weekday + 1)


def find_week(day: datetime.date) -> Week:
    """Give the week of a day."""
    year, number, _ = day.isocalendar()
    return Week(year, number)


def read_week(name: str) -> Week:
    """Read the name of a week.

    Raises:
        ValueError: it is none, or the year has no such week.
    """
    match = _FORM.fullmatch(name)
    if match is not None:
        with contextlib.suppress(ValueError):
            return Week(int(match[1]), int(match[2]))
    raise ValueError("There is no such week. Write it as 2026-W47.")
