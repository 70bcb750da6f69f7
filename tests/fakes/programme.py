"""Fakes of what the programme's clock needs."""

import datetime
from dataclasses import dataclass, field

from bot.core.errors import StorageError
from bot.core.programme.due import Occurrence
from bot.core.programme.plans import Plans


@dataclass
class FakePlanner:
    """Has these plans, whenever asked."""

    plans: Plans
    asked: list[tuple[datetime.datetime, datetime.datetime]] = field(default_factory=list)

    async def list_plans(self, since: datetime.datetime, until: datetime.datetime) -> Plans:
        """Give the plans."""
        self.asked.append((since, until))
        return self.plans


@dataclass
class FakeCarrier:
    """Does each thing once; fails for the kinds in `failing`, with the error that stands there."""

    done: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    failing: dict[str, Exception] = field(default_factory=dict)

    async def carry_out(self, occurrence: Occurrence) -> None:
        """Do what was not done."""
        assert not occurrence.is_missed
        self.asked.append(occurrence.key)
        if occurrence.kind in self.failing:
            raise self.failing[occurrence.kind]
        if occurrence.key not in self.done:
            self.done.append(occurrence.key)

    async def note_missed(self, occurrence: Occurrence) -> None:
        """Note what was not done."""
        assert occurrence.is_missed
        if occurrence.key not in self.done:
            self.missed.append(occurrence.key)


@dataclass
class FakeMarks:
    """One mark in memory; every method fails while `is_broken`."""

    mark: datetime.datetime | None = None
    is_broken: bool = False

    async def recall_tick(self) -> datetime.datetime | None:
        """Give the mark."""
        if self.is_broken:
            raise StorageError("The database cannot be reached.")
        return self.mark

    async def note_tick(self, at: datetime.datetime) -> None:
        """Keep the mark."""
        if self.is_broken:
            raise StorageError("The database cannot be reached.")
        self.mark = at
