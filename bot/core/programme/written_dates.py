"""Dates as people and programs write them in English, German and Dutch.

"11/3/2026" is the third of November or the eleventh of March; which, only the rest of its column
can tell, or what else is known of the row. Where nothing tells, we ask.
"""

import datetime
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.programme.day_names import MONTHS
from bot.core.programme.numbers import ORDERS, DayOrder

_LONGEST = 48
# An hour may follow; it is of no use here.
_HOUR = r"(?:(?:,|\sum|\som|\sat|T|\s|,\sum|,\som|,\sat)\s?[0-9]{1,2}[:.h][0-9]{2}.{0,24})?"
_ISO = re.compile(rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_HOUR}")
_THREE = re.compile(rf"([0-9]{{1,2}})([-/.])\s?([0-9]{{1,2}})\2\s?((?:20)?[0-9]{{2}}){_HOUR}")
_DAY_NAME = r"(?:[^\W\d_]{2,10}[.,]{0,2}\s)?"
_DAY_MONTH = re.compile(
    rf"{_DAY_NAME}([0-9]{{1,2}})(?:st|nd|rd|th)?[\s.-]{{1,2}}([^\W\d_]{{3,9}})[\s.,-]{{1,2}}([0-9]{{4}}){_HOUR}"
)
_MONTH_DAY = re.compile(
    rf"{_DAY_NAME}([^\W\d_]{{3,9}})\.?\s([0-9]{{1,2}})(?:st|nd|rd|th)?,?\s([0-9]{{4}}){_HOUR}"
)
_SHORTEST_RUN = 3
_FIRST_SERIAL, _LAST_SERIAL = 36_526, 73_050  # the years 2000 to 2099 as spreadsheets count days


@dataclass(frozen=True)
class TwoWays:
    """A date that can be read in two ways."""

    day_first: datetime.date
    month_first: datetime.date

    def take(self, order: DayOrder) -> datetime.date:
        """Take one of them."""
        return self.day_first if order == "day-first" else self.month_first


def read_date(
    value: object, first_day: datetime.date = datetime.date(1899, 12, 30)
) -> datetime.date | TwoWays | None:
    """Read a date; None where there is none.

    Args:
        value: A date, a text, or the number of a day as spreadsheets count.
        first_day: Their day zero.
    """
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        in_range = _FIRST_SERIAL <= value <= _LAST_SERIAL
        return first_day + datetime.timedelta(days=int(value)) if in_range else None
    text = value.strip() if isinstance(value, str) else ""
    if not text or len(text) > _LONGEST:
        return None
    return _read_named(text) or _read_numeric(text)


def read_day(text: str) -> datetime.date | None:
    """Read a day that somebody wrote to us: where there are two ways, the day comes first."""
    read = read_date(text.strip())
    return read.day_first if isinstance(read, TwoWays) else read


def _read_named(text: str) -> datetime.date | None:
    if found := _DAY_MONTH.fullmatch(text):
        day, name, year = found[1], found[2], found[3]
    elif found := _MONTH_DAY.fullmatch(text):
        name, day, year = found[1], found[2], found[3]
    else:
        return None
    month = MONTHS.get(name.casefold())
    return _make_date(int(year), month, int(day)) if month else None


def _read_numeric(text: str) -> datetime.date | TwoWays | None:
    if found := _ISO.fullmatch(text):
        return _make_date(int(found[1]), int(found[3]), int(found[4]))
    if not (found := _THREE.fullmatch(text)):
        return None
    one, mark, two, year = int(found[1]), found[2], int(found[3]), int(found[4])
    year += 2000 if year < 100 else 0
    day_first, month_first = _make_date(year, two, one), _make_date(year, one, two)
    if mark == "." or month_first is None or month_first == day_first:  # nobody writes 11.30.2026
        return day_first
    return TwoWays(day_first, month_first) if day_first else month_first


def _make_date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def find_order(values: Iterable[object]) -> DayOrder | None:
    """Say how a column writes its dates; None when nothing in it tells, or it contradicts itself.

    A day above twelve tells. So does a list of days in a row, one after the other.
    """
    texts = [value for value in values if isinstance(value, str)]
    told = {order for text in texts if (order := _tell_order(text))}
    if len(told) == 1:
        return told.pop()
    return None if told else _find_run([read_date(text) for text in texts])


def _tell_order(text: str) -> DayOrder | None:
    found = _THREE.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if not found or found[2] == "." or not isinstance(read_date(text), datetime.date):
        return None
    if int(found[1]) == int(found[3]):
        return None
    return "day-first" if int(found[1]) > 12 else "month-first"


def _find_run(dates: Sequence[datetime.date | TwoWays | None]) -> DayOrder | None:
    """Say in which order these are days in a row; a week of numbers has no day above twelve."""
    known = [date for date in dates if date]
    if len(known) < _SHORTEST_RUN or not any(isinstance(date, TwoWays) for date in known):
        return None
    is_run = {order: _are_in_a_row([_take(date, order) for date in known]) for order in ORDERS}
    return next((order for order in ORDERS if is_run[order] and sum(is_run.values()) == 1), None)


def _take(date: datetime.date | TwoWays, order: DayOrder) -> datetime.date:
    return date.take(order) if isinstance(date, TwoWays) else date


def _are_in_a_row(days: Sequence[datetime.date]) -> bool:
    steps = {(after - before).days for before, after in itertools.pairwise(days)}
    return steps in ({1}, {-1})


def settle(date: TwoWays, told: datetime.date | None) -> DayOrder | None:
    """Say which reading a day that we know otherwise speaks for.

    That day may be off by one: it is counted in another time zone.
    """
    if told is None:
        return None
    near_day = abs((date.day_first - told).days) <= 1
    near_month = abs((date.month_first - told).days) <= 1
    if near_day == near_month:
        return None
    return "day-first" if near_day else "month-first"
