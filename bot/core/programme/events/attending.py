"""What is coming up, and coming or not: for those who take part."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.events import messages
from bot.core.programme.events.book import EventBook, EventDay
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.event import Answer, SeatKind
from bot.core.programme.events.messages import Reader, Row
from bot.core.programme.events.ports import CalendarLinks
from bot.core.programme.events.wording import EVENT_WORDINGS
from bot.core.programme.spoken import Spoken

_ALIKE = ("events", "agenda", "coffee (?:&|and) learn")  # said so in all three languages
_EVENTS = Spoken(
    {
        "de": (*_ALIKE, "(?:die )?(?:n(?:ä|ae)chsten )?termine", "veranstaltungen", "was steht an"),
        "nl": (*_ALIKE, "bijeenkomsten", "wat (?:komt er ?aan|staat er op de agenda)"),
        "en": (*_ALIKE, "what'?s (?:on|coming up)", "next (?:events|dates)"),
    }
)
_MOMENT = datetime.timedelta(microseconds=1)
_MOST_SHOWN = 6
_MOST_MATERIALS = 8


@dataclass(frozen=True)
class Attending:
    """Implements the Feature of coming to events.

    Args:
        book: What is kept about events.
        links: Names the pages for calendars.
        clock: Tells the time.
    """

    book: EventBook
    links: CalendarLinks
    clock: Clock

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_EVENTS,)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead to what is coming up."""
        door = Choice(EVENT_WORDINGS[language].door, messages.OPEN)
        return () if for_editors else (door,)

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “events”."""
        if _EVENTS.read(incoming.text) is None:
            return None
        return [await self._list_events(incoming, language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the buttons of a date."""
        match choice.action:
            case messages.OPEN:
                return [await self._list_events(incoming, language)]
            case messages.SHOW:
                return [await self._show_event(incoming, choice.value, language)]
            case messages.YES:
                return [await self._answer(incoming, choice.value, language, comes=True)]
            case messages.NO:
                return [await self._answer(incoming, choice.value, language, comes=False)]
            case messages.WANT:
                return [await self._ask_material(incoming, choice.value, language)]
            case messages.LIBRARY:
                return [await self._show_materials(choice.value, language)]
            case _:
                return None

    async def _list_events(self, incoming: Incoming, language: Language) -> Message:
        now = self.clock.now()
        found = [
            (appointment.at, EventDay(table, appointment.date))
            for table in await self.book.list_tables("announced")
            for appointment in table.list_next(now, _MOST_SHOWN)
        ]
        next_ones = sorted(found, key=lambda one: (one[0], one[1].value))[:_MOST_SHOWN]
        ambassador = await self.book.ambassadors.find(incoming.person)
        own = {one.key: one for one in await self.book.answers.list_things(incoming.person)}
        rows = []
        for at, day in next_ones:
            answer = _keep_current(own.get(_name_answer(day, incoming.person)), ambassador)
            rows.append(Row(day, at, answer, await self._find_seat(day, answer)))
        has_materials = bool(await self.book.materials.list_things())
        reader = _find_reader(language, ambassador)
        return messages.compose_list(rows, reader, has_materials=has_materials)

    async def _find_seat(self, day: EventDay, answer: Answer | None) -> SeatKind | None:
        if answer is None or not answer.comes:
            return None
        if not day.event.places:
            return "place"
        return (await self.book.seat(day, answer)).find_seat(answer.person)

    async def _show_event(self, incoming: Incoming, value: str, language: Language) -> Message:
        day = await self.book.find_day(value)
        if day is None or day.at is None or self._is_over(day):
            return self._refuse(day, language)
        ambassador = await self.book.ambassadors.find(incoming.person)
        answer = await self.book.answers.find(_name_answer(day, incoming.person))
        answer = _keep_current(answer, ambassador)
        reader = self._find_reader(incoming, language, ambassador, day.table)
        return messages.compose_event(day, day.at, await self.book.seat(day), answer, reader)

    async def _answer(
        self, incoming: Incoming, value: str, language: Language, *, comes: bool
    ) -> Message:
        """Keep an answer. The same one again changes nothing: the first moment counts."""
        day = await self.book.find_day(value)
        if day is None or day.at is None or self._is_over(day):
            return self._refuse(day, language)
        ambassador = await self.book.ambassadors.find(incoming.person)
        if ambassador is None:
            return messages.compose_not_joined(language)
        known = await self.book.answers.find(_name_answer(day, incoming.person))
        before = _keep_current(known, ambassador)
        answer = before
        if answer is None or answer.comes != comes:
            answer = await self._make_answer(day, incoming.person, before, comes=comes)
        seating = await self.book.seat(day, answer)
        answer = replace(answer, told=seating.find_seat(incoming.person) or "place")
        if answer != before:
            await self.book.answers.keep(answer.key, answer, incoming.person)
        reader = self._find_reader(incoming, language, ambassador, day.table)
        return messages.compose_answered(day, day.at, seating, answer, reader)

    async def _make_answer(
        self, day: EventDay, person: str, before: Answer | None, *, comes: bool
    ) -> Answer:
        """Make an answer that comes after all others, also where another clock goes ahead."""
        wants = before is not None and before.wants_material
        known = await self.book.list_answers(day.event.id, day.date)
        at = max([self.clock.now(), *(one.at + _MOMENT for one in known)])
        return Answer(day.event.id, day.date, person, comes, at, wants_material=wants)

    async def _ask_material(self, incoming: Incoming, value: str, language: Language) -> Message:
        """Note whether somebody wants what there is to read afterwards."""
        asked, _, named = value.partition(" ")
        day = await self.book.find_day(named)
        if day is None or day.at is None:
            return self._refuse(day, language)
        ambassador = await self.book.ambassadors.find(incoming.person)
        if ambassador is None:
            return messages.compose_not_joined(language)
        known = await self.book.answers.find(_name_answer(day, incoming.person))
        answer = _keep_current(known, ambassador)
        if answer is None:
            answer = await self._make_answer(day, incoming.person, None, comes=False)
        answer = replace(answer, wants_material=asked == messages.WANTED)
        await self.book.answers.keep(answer.key, answer, incoming.person)
        seating = await self.book.seat(day, answer)
        reader = self._find_reader(incoming, language, ambassador, day.table)
        return messages.compose_answered(day, day.at, seating, answer, reader)

    async def _show_materials(self, value: str, language: Language) -> Message:
        if value:
            day = await self.book.find_day(value)
            if day is None:
                return self._refuse(day, language)
            materials = await self.book.list_materials(day.event.id, day.date)
            return messages.compose_material(day, materials, language)
        tables = await self.book.list_tables("announced", "cancelled")
        known = {table.event.id: table for table in tables}
        named = {(one.event, one.date) for one in await self.book.materials.list_things()}
        found = sorted(named, key=lambda one: (one[1], one[0]), reverse=True)
        shown = [EventDay(known[event], date) for event, date in found if event in known]
        return messages.compose_materials(shown[:_MOST_MATERIALS], language)

    def _is_over(self, day: EventDay) -> bool:
        return day.at is not None and day.at + day.event.length <= self.clock.now()

    def _refuse(self, day: EventDay | None, language: Language) -> Message:
        """Say why a date cannot be answered."""
        wording = EVENT_WORDINGS[language]
        if day is None or day.event.state == "planned":
            return messages.compose_gone(wording.gone, language)
        return messages.compose_gone(wording.off if day.at is None else wording.over, language)

    def _find_reader(
        self,
        incoming: Incoming,
        language: Language,
        ambassador: Ambassador | None,
        table: Timetable,
    ) -> Reader:
        reader = _find_reader(language, ambassador)
        page = self.links.name_page(table.event.id, language, incoming.channel)
        return replace(reader, calendar=page)


def _find_reader(language: Language, ambassador: Ambassador | None) -> Reader:
    return Reader(language, ambassador.hours.zone if ambassador else "")


def _name_answer(day: EventDay, person: str) -> str:
    return f"{day.event.id}/{day.date}/{person}"


def _keep_current(answer: Answer | None, ambassador: Ambassador | None) -> Answer | None:
    """Give an answer, unless it is of a time before somebody left and came back."""
    is_current = answer and ambassador and ambassador.joined_at <= answer.at
    return answer if is_current else None
