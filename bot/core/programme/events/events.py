"""What the clock and other features ask of events: the next dates, reminders, who moves up."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.message import Choice
from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.due import Kind, Occurrence
from bot.core.programme.events import tidings
from bot.core.programme.events.book import EventBook, EventDay
from bot.core.programme.events.event import Answer, Event, Telling
from bot.core.programme.events.messages import LIBRARY
from bot.core.programme.events.places import Seating
from bot.core.programme.events.post import EventPost, Notice
from bot.core.programme.events.when_words import describe_time
from bot.core.programme.events.wording import EVENT_WORDINGS
from bot.core.programme.plans import JOURFIX_CALLS, EventDate, Plans, list_event_dates
from bot.core.programme.weeks import Week

_KEPT = datetime.timedelta(days=60)  # after a date: material may still come
_OFFERED = datetime.timedelta(days=2)
_MOST_LINES = 4


@dataclass(frozen=True)
class NextDate:
    """One date that is still to come."""

    event: Event
    date: datetime.date
    at: datetime.datetime

    def describe(self, language: Language) -> str:
        """Say in one line what it is and when."""
        when = describe_time(self.at, self.event.minutes, self.event.series.zone, language)
        return f"{self.event.find_text(language).title}: {when}"


@dataclass(frozen=True)
class Attendance:
    """How many come to a date, and how many wait for a place."""

    coming: int
    waiting: int


@dataclass(frozen=True)
class Events:
    """The events of one organisation, as what is Scheduled. Every method may raise StorageError."""

    book: EventBook
    post: EventPost
    clock: Clock

    async def list_next_dates(self, most: int) -> Sequence[NextDate]:
        """List what is held next, over all announced events."""
        now = self.clock.now()
        found = [
            NextDate(table.event, one.date, one.at)
            for table in await self.book.list_tables("announced")
            for one in table.list_next(now, most)
        ]
        return sorted(found, key=lambda one: (one.at, one.event.id))[:most]

    async def list_lines(self, week: Week, language: Language) -> Sequence[str]:
        """List, a line each, what is held in a week and in the one after."""
        start = datetime.datetime.combine(week.monday, datetime.time(), datetime.UTC)
        end = start + datetime.timedelta(weeks=2)
        found = await self.list_next_dates(_MOST_LINES)
        return [one.describe(language) for one in found if start <= one.at < end]

    async def list_doors(self, language: Language) -> Sequence[Choice]:
        """List what leads to the material of events, once there is some."""
        if not await self.book.materials.list_things():
            return ()
        return (Choice(EVENT_WORDINGS[language].materials_door, LIBRARY),)

    @property
    def kinds(self) -> frozenset[Kind]:
        """Name what it carries out; agenda and recap are another feature's."""
        return frozenset({"reminder"})

    async def plan(self, plans: Plans, since: datetime.datetime, until: datetime.datetime) -> Plans:
        """Add the dates around which something may be due."""
        dates = await self.list_event_dates(since, until)
        return replace(plans, dates=(*plans.dates, *dates))

    async def carry_out(self, occurrence: Occurrence) -> None:
        """Remind of a date."""
        if occurrence.date is not None:
            await self.send_reminder(occurrence.subject, occurrence.date)

    async def note_missed(self, occurrence: Occurrence) -> None:
        """Leave it: a reminder that comes after the date helps nobody."""

    async def list_event_dates(
        self, since: datetime.datetime, until: datetime.datetime
    ) -> Sequence[EventDate]:
        """List the dates around which something may be due between two moments."""
        return [
            date
            for table in await self.book.list_tables("announced")
            for date in list_event_dates(
                table.event.id,
                table.series,
                since,
                until,
                JOURFIX_CALLS if table.event.kind == "jourfix" else ("reminder",),
            )
        ]

    async def leave(self, person: str) -> None:
        """Take back what somebody answered who leaves the programme: their places become free."""
        for answer in await self.book.answers.list_things(person):
            await self.book.answers.remove(answer.key)
            await self.book.tellings.remove(answer.key)

    async def list_attending(self, event: str, date: datetime.date) -> Attendance:
        """Count who comes to a date, and who waits."""
        table = await self.book.find_table(event)
        if table is None:
            return Attendance(0, 0)
        seating = await self.book.seat(EventDay(table, date))
        return Attendance(len(seating.coming), len(seating.waiting))

    async def send_reminder(self, event: str, date: datetime.date) -> None:
        """Remind those who have a place; once for each day that a date is held on."""
        day = await self.book.find_day(f"{date} {event}")
        if day is None or day.at is None or day.at <= self.clock.now():
            return
        seating = await self.book.seat(day)
        people = await self.book.find_people(seating.coming)
        notices = []
        for ambassador in people.values():
            reader = self.post.find_reader(ambassador, event)
            notices.append(
                Notice(ambassador, tidings.compose_reminder(day, day.at, reader), day.at)
            )
        key = f"reminder:{event}:{date}:{day.at:%Y-%m-%dT%H:%M}"
        await self.post.send_many(key, notices)

    async def settle_places(self) -> None:
        """Tell people whose place is another than they were told, and drop what is long over.

        Places become free by a no, by somebody who leaves, by more places. Two who answer at the
        same moment may both read that they have the last one; here it is put right.
        """
        tables = await self.book.list_tables("announced")
        answers = await self.book.answers.list_things()
        limited = [table for table in tables if table.event.places]
        for table in limited:
            dates = {one.date for one in answers if one.event == table.event.id and one.comes}
            for date in sorted(dates):
                day = EventDay(table, date)
                if day.at is not None and day.at > self.clock.now():
                    await self._settle_date(day, day.at)
        await self._drop_old(answers)

    async def _settle_date(self, day: EventDay, at: datetime.datetime) -> None:
        seating = await self.book.seat(day)
        answers = (*seating.coming, *seating.waiting)
        told = await self.book.tellings.find_all([one.key for one in answers])
        for answer in answers:
            await self._settle_answer(day, at, seating, answer, told.get(answer.key))

    async def _settle_answer(
        self,
        day: EventDay,
        at: datetime.datetime,
        seating: Seating,
        answer: Answer,
        known: Telling | None,
    ) -> None:
        seat = seating.find_seat(answer.person) or "waiting"
        telling = known if known and known.at == answer.at else None
        if seat == (telling.told if telling else answer.told):
            return
        ambassador = await self.book.ambassadors.find(answer.person)
        if ambassador is None:
            return
        times = telling.times + 1 if telling else 1
        reader = self.post.find_reader(ambassador, day.event.id)
        rank = seating.find_rank(answer.person)
        message = tidings.compose_seat(day, at, rank, reader)
        key = f"seat/{day.event.id}/{day.date}/{answer.at.isoformat()}/{times}"
        if await self.post.send(ambassador, key, message, at):
            kept = Telling(answer.key, answer.at, seat, times)
            await self.book.tellings.keep(answer.key, kept, answer.person)

    async def _drop_old(self, answers: Sequence[Answer]) -> None:
        """Drop answers to dates that are long over, and what nobody decided."""
        now = self.clock.now()
        for answer in answers:
            if answer.date < (now - _KEPT).date():
                table = await self.book.find_table(answer.event)
                held = table.find_date(answer.date) if table else None
                if held is None or held.at < now - _KEPT:
                    await self.book.answers.remove(answer.key)
                    await self.book.tellings.remove(answer.key)
        for proposal in await self.book.proposals.list_things():
            if proposal.made_at < now - _OFFERED:
                await self.book.proposals.remove(proposal.name)
