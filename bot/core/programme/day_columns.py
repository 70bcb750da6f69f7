"""A column of dates: which way round it is written, told by itself, by links, or by the file."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.programme.numbers import ORDERS, DayOrder
from bot.core.programme.post_links import PostLink
from bot.core.programme.written_dates import TwoWays, find_order, read_date, settle

# Columns of dates elsewhere in the file: they show how it writes dates.
Elsewhere = Sequence[Sequence[object]]
_Date = datetime.date | TwoWays | None


@dataclass(frozen=True)
class DayColumn:
    """The days of a column; where it can be read in two ways and nothing tells, an example."""

    days: Sequence[datetime.date | None]
    unreadable: int = 0
    doubt: tuple[str, TwoWays] | None = None


def read_days(
    cells: Sequence[object],
    links: Sequence[PostLink | None],
    elsewhere: Elsewhere,
    answer: str,
    first_day: datetime.date,
) -> DayColumn:
    """Read a column of dates.

    Args:
        cells: What stands in it.
        links: The post of each row.
        elsewhere: Other columns of dates in the same file.
        answer: What somebody said of it; anything but an order is nothing.
        first_day: Day zero of the file's dates.
    """
    dates = [read_date(cell, first_day) for cell in cells]
    told = list(zip(cells, dates, strict=True))
    unreadable = sum(date is None and cell not in (None, "") for cell, date in told)
    doubtful = [(str(cell), date) for cell, date in told if isinstance(date, TwoWays)]
    order: DayOrder | None = None
    if doubtful:
        order = next((order for order in ORDERS if order == answer), None)
        order = order or find_order(cells) or _ask_links(dates, links) or _look(elsewhere)
    days = [_settle(date, order) for date in dates]
    return DayColumn(days, unreadable, doubtful[0] if doubtful and not order else None)


def _settle(date: _Date, order: DayOrder | None) -> datetime.date | None:
    if isinstance(date, TwoWays):
        return date.take(order) if order else None
    return date


def _ask_links(dates: Sequence[_Date], links: Sequence[PostLink | None]) -> DayOrder | None:
    told = {
        order
        for date, link in zip(dates, links, strict=True)
        if isinstance(date, TwoWays) and link and (order := settle(date, link.day))
    }
    return told.pop() if len(told) == 1 else None


def _look(elsewhere: Elsewhere) -> DayOrder | None:
    told = {order for column in elsewhere if (order := find_order(column))}
    return told.pop() if len(told) == 1 else None
