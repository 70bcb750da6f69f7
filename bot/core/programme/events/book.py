"""The book of events: what stands on their shelves, joined."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.programme.ambassador import Ambassador
from bot.core.programme.events.changes import Timetable, lay_out
from bot.core.programme.events.event import (
    Answer,
    DateChange,
    Event,
    Material,
    Proposal,
    Telling,
)
from bot.core.programme.events.places import Seating, seat_people
from bot.core.programme.ports import Shelf, Shelves

_LONGEST_ID = 40


@dataclass(frozen=True)
class EventDay:
    """One date of an event, as buttons name it."""

    table: Timetable
    date: datetime.date

    @property
    def event(self) -> Event:
        """The event."""
        return self.table.event

    @property
    def at(self) -> datetime.datetime | None:
        """When it is held; None: it is not, or nobody was told of it yet."""
        held = self.table.find_date(self.date) if self.event.state == "announced" else None
        return held.at if held else None

    @property
    def value(self) -> str:
        """How a button names it."""
        return f"{self.date} {self.event.id}"


@dataclass(frozen=True)
class EventBook:
    """Finds and keeps everything about events.

    Every method may raise StorageError. What was kept while an answer is composed is read only
    after it: whoever needs it at once adds it.
    """

    events: Shelf[Event]
    changes: Shelf[DateChange]
    answers: Shelf[Answer]
    tellings: Shelf[Telling]
    materials: Shelf[Material]
    proposals: Shelf[Proposal]
    ambassadors: Shelf[Ambassador]

    async def find_table(self, event: str) -> Timetable | None:
        """Find an event with its changes; None: there is none of this id."""
        found = await self.events.find(event[:_LONGEST_ID]) if event else None
        return lay_out(found, await self.changes.list_things()) if found else None

    async def find_day(self, value: str) -> EventDay | None:
        """Find the date that a button names; None: there is none, or was none ever."""
        date, _, event = value.partition(" ")
        try:
            named = datetime.date.fromisoformat(date[:10])
        except ValueError:
            return None
        table = await self.find_table(event)
        known = table is not None and table.event.series.has_date(named)
        return EventDay(table, named) if table and known else None

    async def list_tables(self, *states: str) -> Sequence[Timetable]:
        """List the events in some states, with their changes."""
        changes = await self.changes.list_things()
        found = await self.events.list_things()
        return [lay_out(event, changes) for event in found if event.state in states]

    async def list_answers(self, event: str, date: datetime.date | None = None) -> list[Answer]:
        """List the answers to an event, or to one of its dates."""
        return [
            one
            for one in await self.answers.list_things()
            if one.event == event and date in (None, one.date)
        ]

    async def seat(self, day: EventDay, own: Answer | None = None) -> Seating:
        """Say who has a place at a date; `own` is an answer that is just being kept.

        Whoever answers learns the same sooner where nobody waits: then it does not matter who of
        the others left.
        """
        places = day.event.places
        answers = [
            one
            for one in await self.list_answers(day.event.id, day.date)
            if one.comes and (own is None or one.key != own.key)
        ]
        answers += [own] if own and own.comes else []
        if own is None or (places and len(answers) > places):
            answers = await self._drop_who_left(answers, own)
        return seat_people(answers, places)

    async def find_people(self, answers: Sequence[Answer]) -> Mapping[str, Ambassador]:
        """Find the ambassadors behind answers; who left is not among them."""
        people = dict.fromkeys(one.person for one in answers)
        found = await self.ambassadors.find_all(tuple(people))
        return {person: found[person] for person in people if person in found}

    async def _drop_who_left(self, answers: Sequence[Answer], own: Answer | None) -> list[Answer]:
        """Leave out who left, and what somebody said before they left and came back."""
        people = await self.find_people([one for one in answers if one != own])
        return [
            one
            for one in answers
            if one == own or (one.person in people and people[one.person].joined_at <= one.at)
        ]

    async def list_materials(self, event: str, date: datetime.date) -> Sequence[Material]:
        """List what was put down for a date."""
        materials = await self.materials.list_things()
        return [one for one in materials if (one.event, one.date) == (event, date)]


def open_book(shelves: Shelves, ambassadors: Shelf[Ambassador]) -> EventBook:
    """Open the book of events."""
    return EventBook(
        shelves.open_shelf("events", Event),
        shelves.open_shelf("event-dates", DateChange),
        shelves.open_shelf("event-answers", Answer),
        shelves.open_shelf("event-tellings", Telling),
        shelves.open_shelf("event-materials", Material),
        shelves.open_shelf("event-proposals", Proposal),
        ambassadors,
    )
