"""What is due, joined out of the features that plan something and carry it out."""

import datetime
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from bot.core.programme.due import Kind, Occurrence
from bot.core.programme.plans import Plans


class Scheduled(Protocol):
    """A feature of which something is due by time. Every method may raise StorageError."""

    @property
    def kinds(self) -> frozenset[Kind]:
        """Name the kinds of occurrences that it carries out."""
        ...

    async def plan(self, plans: Plans, since: datetime.datetime, until: datetime.datetime) -> Plans:
        """Give the plans with its own added, as far as they may be due between two moments."""
        ...

    async def carry_out(self, occurrence: Occurrence) -> None:
        """Do what is due; what was done under this key is not done again."""
        ...

    async def note_missed(self, occurrence: Occurrence) -> None:
        """Note that it is too late for something, if it was not done."""
        ...


@dataclass(frozen=True)
class Chore:
    """Something that is looked after all the time, whatever is due; doing it twice is harmless."""

    period: Literal["hour", "minute", "moment"]
    name: str
    do: Callable[[], Awaitable[object]]


class Gap(Protocol):
    """A time of which nothing is known, both ends inside: after a backup was restored."""

    @property
    def start(self) -> datetime.datetime:
        """Give its first moment."""
        ...

    @property
    def end(self) -> datetime.datetime:
        """Give its last moment."""
        ...


async def list_no_gaps() -> Sequence[Gap]:
    """List none."""
    return ()


@dataclass(frozen=True)
class Schedule:
    """Implements Planner and Carrier.

    Args:
        zone: The organisation's time zone.
        holidays: Its days off.
        features: Those that plan.
        chores: What workers do regularly.
        list_gaps: Times of which nothing is known: what was due in them may have happened, and is
            not done again.
    """

    zone: str
    holidays: frozenset[datetime.date]
    features: Sequence[Scheduled]
    chores: Sequence[Chore] = ()
    list_gaps: Callable[[], Awaitable[Sequence[Gap]]] = list_no_gaps

    async def list_plans(self, since: datetime.datetime, until: datetime.datetime) -> Plans:
        """List what may be due between two moments."""
        plans = Plans(self.zone, self.holidays)
        for feature in self.features:
            plans = await feature.plan(plans, since, until)
        return plans

    async def carry_out(self, occurrence: Occurrence) -> None:
        """Have the feature do it whose kind it is."""
        for gap in await self.list_gaps():
            if gap.start <= occurrence.at <= gap.end:
                await self.note_missed(occurrence)
                return
        for feature in self.features:
            if occurrence.kind in feature.kinds:
                await feature.carry_out(occurrence)

    async def note_missed(self, occurrence: Occurrence) -> None:
        """Have the feature note it whose kind it is."""
        for feature in self.features:
            if occurrence.kind in feature.kinds:
                await feature.note_missed(occurrence)
