"""The report: figures of a quarter, a year or all months, made of frozen cells alone. Pure.

Whatever is computed here is computed from what may be told already, so it tells nothing more.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.core.programme.proof.deeds import KINDS, MANNERS, Kind
from bot.core.programme.proof.disclosure import Cell, Closed
from bot.core.programme.proof.entry import FOLLOWERS, Entry, sum_cost
from bot.core.programme.proof.months import Period

FigureKind = Kind | Literal["followers", "cost", "cost-per-post", "cost-per-reach"]
FIGURES: tuple[FigureKind, ...] = (
    "reach", "engagement", "followers", "posts", "themes", "drafts", "answer-time", "go-share",
    "rules", "votes", "visits", "cases", "case-time", "cost", "cost-per-post", "cost-per-reach",
)  # fmt: skip
Unit = Literal["count", "percent", "seconds", "money"]
# What a report counts in its own right, for the overview at its head.
HEADLINES: tuple[FigureKind, ...] = (
    "reach", "posts", "drafts", "go-share", "answer-time", "followers", "cost",
)  # fmt: skip
_LOWER_BOUNDS = frozenset(kind for kind in KINDS if MANNERS[kind] in ("coarse", "parts"))


@dataclass(frozen=True)
class Point:
    """A value of some months, or of a part."""

    first: int
    last: int
    value: int
    part: str = ""


@dataclass(frozen=True)
class Figure:
    """One figure of the report; without points nothing may be told.

    Args:
        kind: Which.
        unit: Of what.
        value: The whole period's; of a share, a time and followers: the latest.
        points: Over time, or by part.
        people: On how many people it rests, at least; 0: on no people (followers, cost).
        start: The first value, where it is compared with the start.
    """

    kind: FigureKind
    unit: Unit
    value: int | None = None
    points: tuple[Point, ...] = ()
    people: int = 0
    start: int | None = None

    @property
    def is_by_part(self) -> bool:
        """Whether its points are parts, not months."""
        return self.kind in ("themes", "rules")

    @property
    def is_lower_bound(self) -> bool:
        """Whether it says `at least`."""
        return self.kind in _LOWER_BOUNDS

    @property
    def growth(self) -> int | None:
        """How much more than at the start, of a hundred."""
        if self.start is None or self.value is None or self.start <= 0:
            return None
        return round(100 * (self.value - self.start) / self.start)


@dataclass(frozen=True)
class Report:
    """All figures of a period; without one, of everything."""

    first: int
    last: int
    figures: tuple[Figure, ...]
    period: Period | None = None

    def find(self, kind: FigureKind) -> Figure:
        """Find one figure."""
        return next(one for one in self.figures if one.kind == kind)


def make_report(
    closed: Sequence[Closed], entries: Sequence[Entry], period: Period | None = None
) -> Report | None:
    """Make the report of a year, a quarter, or of everything; None while no month is closed.

    A block that reaches into another period belongs to that of its last month, with its cost.
    """
    if not closed:
        return None
    cells = [cell for one in closed for cell in one.cells]
    first = min([one.month for one in closed] + [cell.first for cell in cells])
    last = max(one.month for one in closed)
    if period is not None:
        if period.first > last or period.last < first:
            return None
        first, last = period.first, min(period.last, last)
        cells = [cell for cell in cells if first <= cell.last <= last]
    inside = [one for one in entries if first <= one.month <= last]
    figures = {kind: _make_figure(kind, cells) for kind in KINDS}
    every: dict[FigureKind, Figure] = {
        "followers": _make_followers(inside),
        "cost": _make_cost(inside),
        "cost-per-post": _divide("cost-per-post", figures["posts"], entries, 1),
        "cost-per-reach": _divide("cost-per-reach", figures["reach"], entries, 1000),
    }
    every |= {kind: figures[kind] for kind in KINDS}
    return Report(first, last, tuple(every[kind] for kind in FIGURES), period)


def _make_figure(kind: Kind, cells: Sequence[Cell]) -> Figure:
    own = sorted((one for one in cells if one.kind == kind), key=lambda one: one.last)
    manner = MANNERS[kind]
    unit: Unit = "percent" if manner == "share" else "seconds" if manner == "times" else "count"
    if not own:
        return Figure(kind, unit)
    people = max(one.people for one in own)
    if manner == "parts":
        return _make_parts(kind, own, people)
    points = tuple(Point(one.first, one.last, one.value, one.part) for one in own)
    if manner in ("share", "times"):
        latest = [one for one in points if one.part in ("", "half")][-1]
        return Figure(kind, unit, latest.value, points, people)
    return Figure(kind, unit, sum(one.value for one in points), points, people)


def _make_parts(kind: Kind, cells: Sequence[Cell], people: int) -> Figure:
    counted: Counter[str] = Counter()
    for cell in cells:
        counted[cell.part] += cell.value
    first, last = min(one.first for one in cells), max(one.last for one in cells)
    points = tuple(Point(first, last, count, part) for part, count in counted.most_common())
    return Figure(kind, "count", None, points, people)


def _make_followers(entries: Sequence[Entry]) -> Figure:
    own = sorted((one for one in entries if one.kind == FOLLOWERS), key=lambda one: one.month)
    points = tuple(Point(one.month, one.month, one.value) for one in own)
    if not points:
        return Figure("followers", "count")
    return Figure("followers", "count", points[-1].value, points, start=points[0].value)


def _make_cost(entries: Sequence[Entry]) -> Figure:
    months = sorted({one.month for one in entries if one.kind != FOLLOWERS})
    points = tuple(Point(month, month, sum_cost(entries, month, month)) for month in months)
    if not points:
        return Figure("cost", "money")
    return Figure("cost", "money", sum(one.value for one in points), points)


def _divide(kind: FigureKind, by: Figure, entries: Sequence[Entry], times: int) -> Figure:
    """Divide the cost of exactly those months of which the other figure is told."""
    cost = sum(sum_cost(entries, one.first, one.last) for one in by.points)
    if not by.value or not cost:
        return Figure(kind, "money")
    return Figure(kind, "money", round(cost * times / by.value), (), by.people)
