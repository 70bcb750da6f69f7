"""End what editors wrote and what lasts for a while: so many days after its own last day."""

import datetime
from dataclasses import dataclass

from bot.core.ports import Clock
from bot.core.programme.events.event import DateChange, Event
from bot.core.programme.launch.launching import KEY, Launch
from bot.core.programme.pilots.pilot import Pilot
from bot.core.programme.ports import Shelf, Shelves


@dataclass(frozen=True)
class Terms:
    """Erases events, pilots and the launch when they are long over.

    A jourfix without a last day has no term, whether it is held or was called off: calendars ask
    for it. A pilot's and the launch's days are always known.
    """

    events: Shelf[Event]
    changes: Shelf[DateChange]
    pilots: Shelf[Pilot]
    launches: Shelf[Launch]
    clock: Clock
    kept: datetime.timedelta

    async def end(self) -> int:
        """Erase what is past its term; says how many things."""
        last = (self.clock.now() - self.kept).date()
        changes = await self.changes.list_things()
        count = 0
        for event in await self.events.list_things():
            own = [one for one in changes if one.event == event.id]
            until = event.series.until
            if until is None or max([until, *(one.to or one.date for one in own)]) >= last:
                continue
            for change in own:
                await self.changes.remove(change.key)
            count += await self.events.remove(event.id)
        for pilot in await self.pilots.list_things():
            if pilot.ends_on is not None and pilot.ends_on < last:
                count += await self.pilots.remove(pilot.id)
        for launch in await self.launches.list_things():
            if launch.start < last:
                count += await self.launches.remove(KEY)
        return count


def build_terms(shelves: Shelves, clock: Clock, days: int) -> Terms:
    """Open the shelves that have a term."""
    return Terms(
        shelves.open_shelf("events", Event),
        shelves.open_shelf("event-dates", DateChange),
        shelves.open_shelf("pilots", Pilot),
        shelves.open_shelf("launches", Launch),
        clock,
        datetime.timedelta(days=days),
    )
