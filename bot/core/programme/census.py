"""How many take part, and as what: counted once for all that a page asks, without anybody in it.

Each row of the shelf is opened one by one, a third of a second for 5,000 people; so what was
counted is used for some minutes. What goes out is never decided by it.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.core.deliveries import Return
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.broadcasts.audience import Headcount, choose_people
from bot.core.programme.broadcasts.broadcast import Broadcast
from bot.core.programme.cohorts.selection import Expected, list_expected
from bot.core.programme.hours import Hours
from bot.core.programme.ports import Shelf

LEAST_TOLD = 10  # people
_FRESH = datetime.timedelta(minutes=5)
_NOWHERE = Return("", "", {})
_Traits = tuple[object, ...]


@dataclass(frozen=True)
class Group:
    """Some who are alike in what broadcasts choose by; the one who stands for them is nobody."""

    alike: Ambassador
    people: int


@dataclass(frozen=True)
class Count:
    """Everything that is told of who takes part.

    Args:
        counted_at: When.
        groups: Who takes part.
        expected: The departments and regions that editors may know of.
        wish_buddy: How many would like a buddy.
        paused: How many take a break that day.
    """

    counted_at: datetime.datetime
    groups: tuple[Group, ...]
    expected: Expected
    wish_buddy: int = 0
    paused: int = 0

    @property
    def people(self) -> int:
        """How many take part."""
        return sum(one.people for one in self.groups)

    def count(self, broadcast: Broadcast, now: datetime.datetime) -> Headcount:
        """Count whom a broadcast would reach."""
        known = {id(one.alike): one.people for one in self.groups}
        alike = [one.alike for one in self.groups]
        chosen = choose_people(alike, broadcast.whom, broadcast.when or now)
        return Headcount(sum(known[id(one)] for one in chosen), broadcast.whom.is_segment)

    def count_languages(self) -> Mapping[str, int]:
        """Count by language."""
        counter: Counter[str] = Counter()
        for one in self.groups:
            counter[one.alike.language] += one.people
        return counter

    def count_levels(self) -> Mapping[str, int]:
        """Count by how sure people feel."""
        counter: Counter[str] = Counter()
        for one in self.groups:
            counter[one.alike.level] += one.people
        return counter

    @property
    def cohorts(self) -> list[str]:
        """Name the cohorts there are."""
        return sorted({name for one in self.groups for name in one.alike.cohorts})


@dataclass
class Census:
    """Counts who takes part. May raise StorageError."""

    ambassadors: Shelf[Ambassador]
    clock: Clock
    _count: Count | None = field(default=None, repr=False)

    async def count(self) -> Count:
        """Count, or give what was counted some minutes ago."""
        now = self.clock.now()
        if (
            self._count is None
            or not self._count.counted_at <= now < self._count.counted_at + _FRESH
        ):
            self._count = count_people(await self.ambassadors.list_things(), now)
        return self._count

    def forget(self) -> None:
        """Count anew next time."""
        self._count = None


def count_people(people: Iterable[Ambassador], now: datetime.datetime) -> Count:
    """Count people; of each only what a broadcast chooses by stays."""
    listed = list(people)
    counter: Counter[_Traits] = Counter()
    alike: dict[_Traits, Ambassador] = {}
    for one in listed:
        traits = _find_traits(one)
        counter[traits] += 1
        if traits not in alike:
            alike[traits] = _make_nobody(one, now)
    groups = tuple(Group(alike[traits], number) for traits, number in counter.items())
    return Count(
        now,
        groups,
        list_expected(listed),
        sum(one.wishes.buddy for one in listed),
        sum(one.is_paused(now.date()) for one in listed),
    )


def _find_traits(one: Ambassador) -> _Traits:
    return one.cohorts, one.language, one.level, one.networks, one.paused_until, one.hours.zone


def _make_nobody(one: Ambassador, now: datetime.datetime) -> Ambassador:
    return Ambassador(
        "",
        _NOWHERE,
        one.language,
        one.level,
        one.networks,
        now,
        hours=Hours(one.hours.zone),
        cohorts=one.cohorts,
        paused_until=one.paused_until,
    )


def tell_counts(counts: Mapping[str, int]) -> dict[str, int | None]:
    """Give what may be told of each part of a whole; None: fewer than ten, or told by the rest.

    The whole is told as well, so what is left out must not be found by taking away: it is ten or
    more together, else the smallest that is told is left out too.
    """
    told = {name: number for name, number in counts.items() if number >= LEAST_TOLD}
    hidden = sum(counts.values()) - sum(told.values())
    while told and 0 < hidden < LEAST_TOLD:
        smallest = min(told, key=lambda name: (told[name], name))
        hidden += told.pop(smallest)
    return {name: told.get(name) if number else 0 for name, number in counts.items()}
