"""Where pilots are kept and looked up: one row a pilot, and one for each pilot and person."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.pilots.pilot import (
    Keeper,
    Lead,
    LeadNote,
    Member,
    Pilot,
    Told,
    choose_leads,
)
from bot.core.programme.ports import Shelf, Shelves
from bot.core.programme.zones import find_today


@dataclass(frozen=True)
class PilotBook:
    """All pilots. Every method may raise StorageError."""

    pilots: Shelf[Pilot]
    leads: Shelf[Lead]
    members: Shelf[Member]
    told: Shelf[Told]
    notes: Shelf[LeadNote]
    keepers: Shelf[Keeper]
    ambassadors: Shelf[Ambassador]
    clock: Clock
    zone: str

    @property
    def today(self) -> datetime.date:
        """The day it is where the organisation is."""
        return find_today(self.clock, self.zone)

    async def list_shown(self) -> Sequence[Pilot]:
        """List the pilots that ambassadors find, the next one first."""
        today = self.today
        shown = [one for one in await self.pilots.list_things() if one.is_shown(today)]
        return sorted(shown, key=lambda one: (one.starts_on or today, one.id))

    async def find_shown(self, pilot: str) -> Pilot | None:
        """Find a pilot that ambassadors find."""
        found = await self.pilots.find(pilot)
        return found if found and found.is_shown(self.today) else None

    async def list_asked(self, pilot: str) -> Sequence[Lead]:
        """List who was asked to lead, of those who are ambassadors still."""
        there = {one.person for one in await self.ambassadors.list_things()}
        asked = await self.leads.list_things()
        return [one for one in asked if one.pilot == pilot and one.person in there]

    async def list_leads(self, pilot: str) -> Sequence[Ambassador]:
        """List who leads."""
        leads = choose_leads(await self.list_asked(pilot))
        found = [await self.ambassadors.find(lead.person) for lead in leads]
        return [one for one in found if one is not None]

    async def leads_it(self, pilot: str, person: str) -> bool:
        """Say whether somebody is one of the two leads."""
        return person in {one.person for one in await self.list_leads(pilot)}

    async def find_member(self, pilot: Pilot, person: str) -> Member:
        """Say how somebody takes part: as they chose, else by their cohort."""
        kept = await self.members.find(f"{pilot.id}/{person}")
        if kept is not None:
            return kept
        ambassador = await self.ambassadors.find(person)
        return Member(pilot.id, person, ambassador is not None and _is_in_cohort(pilot, ambassador))

    async def keep_member(self, member: Member) -> None:
        """Keep how somebody takes part."""
        await self.members.keep(f"{member.pilot}/{member.person}", member, member.person)

    async def list_people(self, pilot: Pilot, *, for_prompts: bool = False) -> Sequence[Ambassador]:
        """List the ambassadors who take part: by a press, by their cohort, or as leads."""
        chosen = {
            one.person: one for one in await self.members.list_things() if one.pilot == pilot.id
        }
        leads = {one.person for one in choose_leads(await self.list_asked(pilot.id))}
        people = []
        for ambassador in await self.ambassadors.list_things():
            member = chosen.get(ambassador.person)
            if for_prompts:
                is_in = member is not None and member.is_in and member.wants_prompts
            elif member is not None:
                is_in = member.is_in
            else:
                is_in = _is_in_cohort(pilot, ambassador) or ambassador.person in leads
            if is_in:
                people.append(ambassador)
        return people

    async def leave(self, person: str) -> None:
        """Take away what belongs to somebody who leaves the programme."""
        for lead in await self.leads.list_things(person):
            await self.leads.remove(f"{lead.pilot}/{person}")
        for member in await self.members.list_things(person):
            await self.members.remove(f"{member.pilot}/{person}")
        for told in await self.told.list_things(person):
            await self.told.remove(f"{told.pilot}/{told.question}/{person}")
        for note in await self.notes.list_things(person):
            await self.notes.remove(f"{note.pilot}/{person}")

    async def keep_told(self, person: str, told: Told) -> None:
        """Keep what somebody said afterwards, in place of what they said before."""
        await self.told.keep(f"{told.pilot}/{told.question}/{person}", told, person)


def open_book(
    shelves: Shelves, ambassadors: Shelf[Ambassador], clock: Clock, zone: str
) -> PilotBook:
    """Open the shelves of pilots."""
    return PilotBook(
        shelves.open_shelf("pilots", Pilot),
        shelves.open_shelf("pilot-leads", Lead),
        shelves.open_shelf("pilot-members", Member),
        shelves.open_shelf("pilot-told", Told),
        shelves.open_shelf("pilot-notes", LeadNote),
        shelves.open_shelf("pilot-keepers", Keeper),
        ambassadors,
        clock,
        zone,
    )


def _is_in_cohort(pilot: Pilot, ambassador: Ambassador) -> bool:
    names = {one.casefold() for one in ambassador.cohorts}
    return bool(pilot.cohort) and pilot.cohort.casefold() in names
