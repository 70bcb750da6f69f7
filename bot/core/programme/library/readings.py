"""How many took up each lesson, by month: a count without anybody in it."""

import datetime
from dataclasses import dataclass, replace

from bot.core.ports import Clock
from bot.core.programme.ports import Shelf
from bot.core.programme.proof.months import number_month

READINGS_SHELF = "lesson-readings"


@dataclass(frozen=True)
class Reading:
    """How many opened a lesson for the first time in a month. Of whom, nobody can say."""

    month: int
    lesson: str
    people: int


@dataclass(frozen=True)
class Readings:
    """Counts them. May raise StorageError.

    Args:
        counts: What was counted.
        clock: Tells the time.
        zone: In which months begin.
    """

    counts: Shelf[Reading]
    clock: Clock
    zone: datetime.tzinfo

    async def count(self, lesson: str) -> None:
        """Count somebody who opens a lesson for the first time."""
        month = number_month(self.clock.now().astimezone(self.zone).date())
        key = f"{month} {lesson}"
        if await self.counts.find(key) is None:
            # two who are first in the same moment may count as one: it is told as “at least”
            await self.counts.keep(key, Reading(month, lesson, 1))
        else:
            await self.counts.change(key, lambda one: replace(one, people=one.people + 1))
