"""Months as numbers, so that they can be counted; quarters and years are made of them. Pure."""

import datetime
import re
from dataclasses import dataclass

_PERIOD = re.compile(r"(?P<year>20\d\d|2100)(-Q(?P<quarter>[1-4]))?", re.ASCII)


@dataclass(frozen=True)
class Period:
    """A year, or one of its quarters."""

    year: int
    quarter: int = 0

    @property
    def first(self) -> int:
        """Its first month."""
        return self.year * 12 + 3 * max(0, self.quarter - 1)

    @property
    def last(self) -> int:
        """Its last month."""
        return self.first + (2 if self.quarter else 11)

    @property
    def name(self) -> str:
        """How it is written in addresses and names of files: `2026`, `2026-Q1`."""
        return f"{self.year}-Q{self.quarter}" if self.quarter else str(self.year)


def read_period(text: str) -> Period | None:
    """Read `2026` or `2026-Q1`; None for anything else."""
    found = _PERIOD.fullmatch(text)
    return Period(int(found["year"]), int(found["quarter"] or 0)) if found else None


def list_periods(first: int, last: int) -> list[Period]:
    """List the years and quarters that a run of months touches, the latest year first."""
    every = [
        Period(year, quarter)
        for year in range(last // 12, first // 12 - 1, -1)
        for quarter in range(5)
    ]
    return [one for one in every if one.first <= last and first <= one.last]


def number_month(day: datetime.date) -> int:
    """Give the number of a day's month: the next month has the next number."""
    return day.year * 12 + day.month - 1


def begin_month(month: int) -> datetime.date:
    """Give the first day of a month."""
    return datetime.date(month // 12, month % 12 + 1, 1)


def write_month(month: int) -> str:
    """Write a month as `2026-03`."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def write_months(first: int, last: int) -> str:
    """Write a run of months as `2026-03` or `2026-01 – 2026-03`."""
    if first == last:
        return write_month(first)
    return f"{write_month(first)} – {write_month(last)}"


def read_month(text: str) -> int | None:
    """Read `2026-03`; None for anything else, and for a year that is no programme's."""
    if len(text) != 7 or text[4] != "-" or not text.isascii():
        return None
    year, month = text[:4], text[5:]
    if not (year.isdecimal() and month.isdecimal()):
        return None
    if not (2000 <= int(year) <= 2100 and 1 <= int(month) <= 12):
        return None
    return int(year) * 12 + int(month) - 1
