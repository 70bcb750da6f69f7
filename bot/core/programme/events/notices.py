"""Who hears of a change, and what: found before it is made, and sent when it is."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.message import Message
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.events import amending, messages, tidings
from bot.core.programme.events.book import EventBook, EventDay
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.event import Answer, Proposal
from bot.core.programme.events.messages import Reader
from bot.core.programme.events.post import EventPost, Notice

_Compose = Callable[[EventDay, Reader], Message]


@dataclass(frozen=True)
class Audience:
    """Who gets a message in time, and who does not, whatever the reason."""

    hearing: tuple[Ambassador, ...] = ()
    unreached: tuple[Ambassador, ...] = ()


@dataclass(frozen=True)
class Notices:
    """Tells those who said yes of what changed."""

    book: EventBook
    post: EventPost

    async def list_notices(self, proposal: Proposal, table: Timetable) -> Sequence[Notice]:
        """List who hears of a proposed change, and what."""
        after = amending.amend(table, proposal)
        if proposal.what == amending.MATERIAL and proposal.date and proposal.material:
            return await self._list_readers(proposal, after)
        if proposal.what in (amending.MOVE, amending.OFF) and proposal.date:
            return await self._list_of_date(proposal.date, table, after)
        if proposal.what == amending.ANNOUNCE:
            return []
        return await self._list_of_event(proposal, table, after)

    async def send(self, proposal: Proposal, table: Timetable) -> None:
        """Put the notices of a change on their way, before it is kept."""
        sequence = amending.amend(table, proposal).sequence
        of = proposal.material.name if proposal.material else str(sequence)
        key = f"event-{proposal.what}:{table.event.id}:{proposal.date or ''}:{of}"
        await self.post.send_many(key, await self.list_notices(proposal, table))

    def gather(self, notices: Sequence[Notice]) -> Audience:
        """Say whom messages reach."""
        reached: dict[bool, list[Ambassador]] = {True: [], False: []}
        for notice in notices:
            reach, _ = self.post.weigh(notice.ambassador, notice.before)
            reached[reach == "in-time"].append(notice.ambassador)
        return Audience(tuple(reached[True]), tuple(reached[False]))

    async def _list_of_date(
        self, date: datetime.date, table: Timetable, after: Timetable
    ) -> Sequence[Notice]:
        was, now = table.find_date(date), after.find_date(date)
        if was is None:
            return []
        day = EventDay(after, date)
        if now is not None:
            known, at, before = was.at, now.at, min(was.at, now.at)

            def compose(reader: Reader) -> Message:
                return tidings.compose_moved(day, known, at, reader)
        else:
            at, before = was.at, was.at
            following = after.series.list_next(was.at, 1)
            next_at = following[0].at if following else None

            def compose(reader: Reader) -> Message:
                return tidings.compose_off(day, at, next_at, reader)

        answers = await self.book.list_answers(table.event.id, date)
        people = await self._find_coming(answers)
        return [
            Notice(known, compose(self._read(known, table)), before) for known in people.values()
        ]

    async def _list_of_event(
        self, proposal: Proposal, table: Timetable, after: Timetable
    ) -> Sequence[Notice]:
        """Tell each person once, of the first date they said yes to that is still to come."""
        now = self.post.clock.now()
        answers = []
        for answer in await self.book.list_answers(table.event.id):
            held = table.find_date(answer.date)
            if held is not None and held.at > now:
                answers.append((held.at, answer))
        answers.sort(key=lambda one: one[0])
        first = {answer.person: (at, answer) for at, answer in reversed(answers) if answer.comes}
        people = await self._find_coming([answer for _, answer in first.values()])
        found = []
        for person, ambassador in people.items():
            at, answer = first[person]
            message = self._compose(proposal.what, after, answer, self._read(ambassador, table))
            moved = after.find_date(answer.date)
            before = min(at, moved.at) if moved else at
            found.append(Notice(ambassador, message, before))
        return found

    def _compose(self, what: str, after: Timetable, answer: Answer, reader: Reader) -> Message:
        day = EventDay(after, answer.date)
        if what == amending.CANCEL:
            return tidings.compose_event_off(after.event, reader)
        held = after.find_date(answer.date)
        if what == amending.TIME and held is not None:
            return tidings.compose_new_time(day, held.at, reader)
        return tidings.compose_new_place(day, reader)

    async def _list_readers(self, proposal: Proposal, table: Timetable) -> Sequence[Notice]:
        """List those who asked for what there is to read afterwards."""
        material, date = proposal.material, proposal.date
        if material is None or date is None:
            return []
        answers = await self.book.list_answers(table.event.id, date)
        people = await self.book.find_people([one for one in answers if one.wants_material])
        return [
            Notice(
                known,
                messages.compose_material(EventDay(table, date), [material], known.language),
            )
            for known in people.values()
        ]

    async def _find_coming(self, answers: Sequence[Answer]) -> Mapping[str, Ambassador]:
        """Find who said yes, with a place or waiting, and still takes part."""
        coming = [one for one in answers if one.comes]
        people = await self.book.find_people(coming)
        return {
            one.person: people[one.person]
            for one in coming
            if one.person in people and people[one.person].joined_at <= one.at
        }

    def _read(self, ambassador: Ambassador, table: Timetable) -> Reader:
        return self.post.find_reader(ambassador, table.event.id)
