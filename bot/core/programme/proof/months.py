"""Months as numbers, so that they can be counted; quarters and years are made of them. Pure."""

import datetime


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


def list_years(first: int, last: int) -> list[int]:
    """List the years that a run of months touches, the latest first."""
    return list(range(last // 12, first // 12 - 1, -1))
