"""What of the library is whose turn, by the calendar: no state is kept for it. Pure."""

import datetime
import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from bot.core.programme.dilemmas import Dilemma
from bot.core.programme.lessons import ANY_LEVEL, Lesson, choose_lesson

_MOST_ORDERS = 512
_MONDAY = datetime.date(2024, 1, 1)


def count_weeks(day: datetime.date) -> int:
    """Number the week of a day, so that weeks follow one another over the end of a year."""
    return (day - _MONDAY).days // 7


def find_monday(week: int) -> datetime.date:
    """Give the first day of a week that `count_weeks` numbered."""
    return _MONDAY + datetime.timedelta(weeks=week)


class Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """Name it for good."""
        ...


T = TypeVar("T", bound=Named)


def find_following(things: Sequence[T], after: str, start: int = 0) -> T | None:
    """Give the thing after the one of an id, in a ring; without that one, the one at the start."""
    ids = [thing.id for thing in things]
    position = ids.index(after) + 1 if after in ids else start
    return things[position % len(things)] if things else None


@dataclass(frozen=True, eq=False)
class LessonOrders:
    """The lessons in the order in which they come to somebody; people alike share an order."""

    lessons: tuple[Lesson, ...]

    @functools.lru_cache(maxsize=_MOST_ORDERS)  # noqa: B019 - there is one of these for good
    def order(
        self, level: str, role: str, networks: tuple[str, ...], topics: tuple[str, ...]
    ) -> tuple[Lesson, ...]:
        """Put the lessons that speak to somebody in order."""
        ordered: list[Lesson] = []
        seen: list[str] = []
        while True:
            chosen = choose_lesson(self.lessons, level, role, networks, seen, topics)
            if chosen is None or chosen.id in seen:
                return tuple(ordered)
            ordered.append(chosen)
            seen.append(chosen.id)

    def find_next(self, after: str, start: int) -> Lesson | None:
        """Give the next lesson to somebody of whom nothing is kept."""
        ordered = self.order(ANY_LEVEL, "", ("linkedin",), ())
        return find_following(ordered, after, start)


def find_weekly_lesson(ordered: Sequence[Lesson], week: int, seen: Sequence[str]) -> Lesson | None:
    """Give the lesson of somebody's week: the next one that they did not see, if there is one.

    Args:
        ordered: Their lessons in order.
        week: Weeks since they joined.
        seen: What they looked up themselves.
    """
    turn = [ordered[(week + step) % len(ordered)] for step in range(len(ordered))]
    return next((lesson for lesson in turn if lesson.id not in seen), turn[0] if turn else None)


def find_weekly_dilemma(
    dilemmas: Sequence[Dilemma], settings: Sequence[str], week: int
) -> Dilemma | None:
    """Give the dilemma of a week, the same for everybody, so that votes come together.

    One that the organisation wrote has its first week to itself, then its turn like all others.
    """
    fitting = [one for one in dilemmas if one.fits(settings) and one.runs(week)]
    new = next((one for one in fitting if one.since == week), None)
    return new or (fitting[week % len(fitting)] if fitting else None)


def find_next_dilemma(
    dilemmas: Sequence[Dilemma], settings: Sequence[str], after: str
) -> Dilemma | None:
    """Give the dilemma that follows another."""
    fitting = [dilemma for dilemma in dilemmas if dilemma.fits(settings)]
    return find_following(fitting, after)
