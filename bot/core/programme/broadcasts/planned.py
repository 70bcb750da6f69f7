"""Broadcasts on the schedule: each begins at its moment."""

import datetime
from dataclasses import dataclass, replace

from bot.core.programme.broadcasts.timing import Timing
from bot.core.programme.due import Kind, Occurrence
from bot.core.programme.plans import PlannedBroadcast, Plans


@dataclass(frozen=True)
class BroadcastPlans:
    """Implements Scheduled."""

    timing: Timing

    @property
    def kinds(self) -> frozenset[Kind]:
        """Name what it carries out."""
        return frozenset({"scheduled"})

    async def plan(
        self, plans: Plans, _since: datetime.datetime, _until: datetime.datetime
    ) -> Plans:
        """Add the broadcasts that wait for their moment."""
        waiting = await self.timing.list_scheduled()
        planned = tuple(PlannedBroadcast(one.broadcast, one.at) for one in waiting)
        return replace(plans, broadcasts=(*plans.broadcasts, *planned))

    async def carry_out(self, occurrence: Occurrence) -> None:
        """Begin one."""
        await self.timing.begin_scheduled(occurrence.subject)

    async def note_missed(self, occurrence: Occurrence) -> None:
        """Ask its editors what is to become of it."""
        await self.timing.note_missed(occurrence.subject)
