"""Numbers as people and programs write them in English, German and Dutch.

A count has no decimals, so a point or comma in it can only group thousands. A rate may have
decimals; what its marks mean is decided by the whole column.
"""

import re
from collections.abc import Sequence
from enum import Enum

# A blank, also a narrow or unbreakable one, and the Swiss apostrophes group thousands as well.
_BLANKS = "\u0020\u00a0\u2009\u202f"
_GROUPED = re.compile(rf"[0-9]{{1,3}}(?:([.,'’{_BLANKS}])[0-9]{{3}}(?:\1[0-9]{{3}}){{0,3}})?")
_PLAIN = re.compile(r"[0-9]{1,12}(?:[.,]0{1,2})?")
_RATE = re.compile(r"([0-9]{1,7}(?:([.,])[0-9]{1,12})?)\s?(%?)")
_LONGEST = 24
_LARGEST = 10**12
_NOTHING = frozenset({"", "-", "–", "—", "n/a", "n.a.", "k. a.", "k.a.", "n.v.t.", "#n/a"})


class Unread(Enum):
    """Why there is no number: nothing was told, or what stands there is none."""

    UNTOLD = "untold"
    UNREADABLE = "unreadable"


def read_count(value: object) -> int | Unread:
    """Read a count: a whole number that is not below zero."""
    if isinstance(value, bool) or value is None:
        return Unread.UNTOLD if value is None else Unread.UNREADABLE
    if isinstance(value, (int, float)):
        is_count = 0 <= value < _LARGEST and value == int(value)
        return int(value) if is_count else Unread.UNREADABLE
    if not isinstance(value, str):
        return Unread.UNREADABLE
    text = value.strip()
    if text.casefold() in _NOTHING:
        return Unread.UNTOLD
    if len(text) <= _LONGEST:
        if _PLAIN.fullmatch(text):
            return int(re.split("[.,]", text)[0])
        if _GROUPED.fullmatch(text):
            return int(re.sub("[^0-9]", "", text))
    return Unread.UNREADABLE


def read_rates(values: Sequence[object], *, is_percent: bool = False) -> list[float | Unread]:
    """Read a column of rates, each as a share of one.

    A spreadsheet keeps 4.3 % as 0.043, and so does LinkedIn; in a text there is mostly a percent
    sign. Without any sign the column decides: with a number above one it is in percent.

    Args:
        values: The column.
        is_percent: Whether its header says that it is in percent.
    """
    read = [_read_rate(value) for value in values]
    bare = [rate.number for rate in read if isinstance(rate, _Rate) and not rate.has_sign]
    divisor = 100.0 if is_percent or any(number > 1 for number in bare) else 1.0
    shares: list[float | Unread] = []
    for rate in read:
        if isinstance(rate, Unread):
            shares.append(rate)
            continue
        share = rate.number / (100.0 if rate.has_sign else divisor)
        shares.append(round(share, 9) if share <= 1 else Unread.UNREADABLE)
    return shares


class _Rate:
    """A number as it stands, and whether a percent sign follows it."""

    __slots__ = ("has_sign", "number")

    def __init__(self, number: float, *, has_sign: bool = False) -> None:
        self.number = number
        self.has_sign = has_sign


def _read_rate(value: object) -> _Rate | Unread:
    if value is None or (isinstance(value, str) and value.strip().casefold() in _NOTHING):
        return Unread.UNTOLD
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _Rate(float(value)) if 0 <= value <= 100 else Unread.UNREADABLE
    # Nobody engages more often than they see a post: a rate has no thousands to group, so a point
    # or comma in it begins the decimals.
    found = _RATE.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        return Unread.UNREADABLE
    return _Rate(float(found[1].replace(",", ".")), has_sign=bool(found[3]))
