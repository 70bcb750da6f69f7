"""The register of groups: calls, applications, places, members, leads, and how somebody leaves."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.cohorts.call import Application, Call, Lead, Member, Seat
from bot.core.programme.gate import find_moment_for
from bot.core.programme.hours import Hours
from bot.core.programme.ports import Shelf
from bot.core.programme.zones import find_today


@dataclass(frozen=True)
class Register:
    """What is kept of groups. Every method may raise StorageError.

    Args:
        ambassadors: Who takes part in the programme, by person.
        calls: By id; nobody's.
        applications: By call and person.
        seats: Places given by hand, by call and person.
        members: By call and person.
        leads: By call and person.
        clock: Tells the time.
        zone: The organisation's time zone.
    """

    ambassadors: Shelf[Ambassador]
    calls: Shelf[Call]
    applications: Shelf[Application]
    seats: Shelf[Seat]
    members: Shelf[Member]
    leads: Shelf[Lead]
    clock: Clock
    zone: str

    @property
    def today(self) -> datetime.date:
        """Give the day it is in the organisation."""
        return find_today(self.clock, self.zone)

    async def list_calls(self) -> list[Call]:
        """List the calls that are not withdrawn."""
        return [one for one in await self.calls.list_things() if one.withdrawn_on is None]

    async def list_applications(self, call: str) -> list[Application]:
        """List who applied for a call."""
        return [one for one in await self.applications.list_things() if one.call == call]

    async def list_seats(self, call: str) -> list[str]:
        """List the signs of those who have a place by hand."""
        return [one.sign for one in await self.seats.list_things() if one.call == call]

    async def list_members(self, call: str) -> list[Member]:
        """List the members of the group of a call."""
        return [one for one in await self.members.list_things() if one.call == call]

    async def name_leads(self, call: str) -> list[str]:
        """Name who leads the group of a call, as far as their channel names them."""
        return [one.name for one in await self.leads.list_things() if one.call == call and one.name]

    async def name_groups(self, person: str) -> Sequence[str]:
        """Name the groups somebody is in, whether they joined the programme or not."""
        return [one.cohort for one in await self.members.list_things(person)]

    async def take_in(self, call: Call, application: Application) -> None:
        """Make somebody a member of the group of a call."""
        member = Member(call.id, call.name, application.name, self.today)
        await self.members.keep(application.key, member, application.person)

        def add(one: Ambassador) -> Ambassador:
            return replace(one, cohorts=tuple(dict.fromkeys((*one.cohorts, call.name))))

        await self.ambassadors.change(application.person, add)

    async def take_out(self, call: str, person: str) -> Member | None:
        """Take somebody out of a group; None: they are not in it."""
        member = await self.members.find(f"{call}/{person}")
        if member is None:
            return None
        await self.members.change(f"{call}/{person}", _take_away)

        def drop(one: Ambassador) -> Ambassador:
            return replace(
                one, cohorts=tuple(name for name in one.cohorts if name != member.cohort)
            )

        await self.ambassadors.change(person, drop)
        return member

    async def withdraw(self, call: str, person: str) -> Application | None:
        """Erase an application; None: there is none."""
        application = await self.applications.find(f"{call}/{person}")
        if application is None:
            return None
        await self.applications.change(application.key, _take_away)
        await self.seats.change(application.key, _take_away)
        return application

    async def leave(self, person: str) -> None:
        """Let somebody who leaves the programme leave everything here, too."""
        for application in await self.applications.list_things(person):
            await self.withdraw(application.call, person)
        for member in await self.members.list_things(person):
            await self.take_out(member.call, person)

    async def tidy(self) -> int:
        """Erase applications that have served; says how many. Done once a day, or more often."""
        over = {one.id for one in await self.calls.list_things() if one.is_over(self.today)}
        served = [one for one in await self.applications.list_things() if one.call in over]
        for one in served:
            await self.withdraw(one.call, one.person)
        return len(served)

    async def set_seats(
        self, call: str, applications: Sequence[Application], chosen: Sequence[str]
    ) -> None:
        """Give places by hand; what is so already is not written."""
        seated = set(await self.list_seats(call))
        for one in applications:
            if one.sign in chosen and one.sign not in seated:
                await self.seats.keep(one.key, Seat(call, one.sign), one.person)
            elif one.sign not in chosen and one.sign in seated:
                await self.seats.change(one.key, _take_away)

    async def find_moment(self, person: str) -> datetime.datetime | None:
        """Give the first moment at which somebody may hear of an outcome, after a break of theirs.

        None: a break without an end, or no hours; they find it on their page.
        """
        ambassador, now = await self.ambassadors.find(person), self.clock.now()
        if ambassador is None:
            return Hours(self.zone).find_moment(now)
        until = ambassador.paused_until
        if until is not None and until < datetime.date.max:
            back = datetime.datetime.combine(until, datetime.time(), ZoneInfo(self.zone))
            return find_moment_for(replace(ambassador, paused_until=None), max(now, back))
        return find_moment_for(ambassador, now)

    async def is_lead(self, call: str, person: str) -> bool:
        """Say whether somebody leads a group."""
        return await self.leads.find(f"{call}/{person}") is not None

    async def set_lead(self, call: str, person: str, name: str, *, leads: bool) -> None:
        """Note that somebody leads a group, or no longer does."""
        if leads:
            await self.leads.keep(f"{call}/{person}", Lead(call, name), person)
        else:
            await self.leads.change(f"{call}/{person}", _take_away)


def _take_away(_thing: object) -> None:
    return None
