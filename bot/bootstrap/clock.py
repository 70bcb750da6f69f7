"""Build the clock of the programme."""

import datetime
from dataclasses import dataclass

from bot.core.model import Organisation
from bot.core.programme.due import Occurrence
from bot.core.programme.marks import SHELF, ShelfMarks
from bot.core.programme.plans import Plans
from bot.scheduling.clock import SystemClock
from bot.scheduling.rounds import Rounds
from bot.scheduling.ticking import Ticking
from bot.storage.opening import Storage


def build_ticking(storage: Storage, organisation: Organisation) -> Ticking:
    """Build what ticks."""
    programme = _Unplanned(organisation)
    marks = ShelfMarks(storage.shelves.open_shelf(SHELF, datetime.datetime))
    return Ticking(Rounds(programme, programme).tick, marks, SystemClock(datetime.UTC))


@dataclass(frozen=True)
class _Unplanned:
    """Implements Planner and Carrier of a programme of which nothing is planned."""

    organisation: Organisation

    async def list_plans(self, _since: datetime.datetime, _until: datetime.datetime) -> Plans:
        """List nothing."""
        return Plans(self.organisation.timezone, self.organisation.holidays)

    async def carry_out(self, occurrence: Occurrence) -> None:
        """Do nothing."""

    async def note_missed(self, occurrence: Occurrence) -> None:
        """Note nothing."""
