"""Agendas and recaps that are due by time; their dates are planned where events are kept."""

import datetime
from dataclasses import dataclass

from bot.core.programme.due import Kind, Occurrence
from bot.core.programme.plans import Plans
from bot.core.programme.recaps.sending import RecapSending


@dataclass(frozen=True)
class RecapSchedule:
    """Implements Scheduled for agendas and recaps.

    Args:
        sending: Sends them.
    """

    sending: RecapSending

    @property
    def kinds(self) -> frozenset[Kind]:
        """Name what it carries out."""
        return frozenset({"agenda", "recap"})

    async def plan(
        self, plans: Plans, _since: datetime.datetime, _until: datetime.datetime
    ) -> Plans:
        """Add nothing: events plan their dates with what is said around them."""
        return plans

    async def carry_out(self, occurrence: Occurrence) -> None:
        """Send what is due for a date."""
        if occurrence.date is None:
            return
        if occurrence.kind == "agenda":
            await self.sending.send_agenda(occurrence.subject, occurrence.date)
        else:
            await self.sending.send_recap(occurrence.subject, occurrence.date)

    async def note_missed(self, _occurrence: Occurrence) -> None:
        """Leave it: an agenda is late, and a recap an editor may still send by hand."""
