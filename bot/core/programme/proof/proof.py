"""Close months, and make the report of what was closed."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.ports import Clock
from bot.core.programme.ports import Shelf
from bot.core.programme.proof.disclosure import Closed, close_month, find_first_needed
from bot.core.programme.proof.entry import Entry
from bot.core.programme.proof.months import Period, begin_month, list_periods, number_month
from bot.core.programme.proof.ports import ClosedMonths, DeedSource
from bot.core.programme.proof.report import Report, make_report

OPEN_FOR = datetime.timedelta(days=14)  # after a month's end, for numbers that come later
MONTHS_SHELF, ENTRIES_SHELF = "proof-months", "proof-entries"


@dataclass(frozen=True)
class Proof:
    """The proof of value.

    Args:
        source: What people did.
        months: What was closed.
        entries: What editors entered.
        clock: Tells the time.
        zone: In which months begin.
    """

    source: DeedSource
    months: ClosedMonths
    entries: Shelf[Entry]
    clock: Clock
    zone: datetime.tzinfo

    async def close_months(self) -> int:
        """Close every month that is over for two weeks; says how many it closed."""
        known = sorted(await self.months.list_things(), key=lambda one: one.month)
        before = known[-1] if known else None
        first = before.month + 1 if before is not None else await self.source.find_first_month()
        if first is None:
            return 0
        count = 0
        while self._is_over(first):
            deeds = await self.source.list_deeds(find_first_needed(before, first), first)
            closed = close_month(first, before, deeds)
            if not await self.months.keep_first(str(first), closed):
                return count  # another process closes them; what it kept is what holds
            before, first, count = closed, first + 1, count + 1
        return count

    async def make_report(self, period: Period | None = None) -> Report | None:
        """Make the report of a year, a quarter, or of everything."""
        return make_report(await self._list_closed(), await self.list_entries(), period)

    async def list_periods(self) -> Sequence[Period]:
        """List the years and quarters of which something was closed, the latest year first."""
        closed = await self._list_closed()
        return list_periods(closed[0].month, closed[-1].month) if closed else ()

    async def list_entries(self) -> Sequence[Entry]:
        """List what editors entered, the latest month first."""
        entries = await self.entries.list_things()
        return sorted(entries, key=lambda one: (-one.month, one.kind))

    async def enter(self, entry: Entry) -> None:
        """Enter a cost or a number of followers, in place of an earlier one."""
        await self.entries.keep(entry.key, entry)

    async def take_back(self, key: str) -> bool:
        """Take an entry away."""
        return await self.entries.remove(key)

    async def _list_closed(self) -> Sequence[Closed]:
        return sorted(await self.months.list_things(), key=lambda one: one.month)

    def _is_over(self, month: int) -> bool:
        end = begin_month(month + 1)
        today = self.clock.now().astimezone(self.zone).date()
        return number_month(end) <= number_month(today) and end + OPEN_FOR <= today
