"""Propose a change to an event, and make it: an editor sees first what it does and who hears."""

import datetime
import secrets
from dataclasses import dataclass, replace

from bot.core.message import Message
from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.events import amending, messages, tidings
from bot.core.programme.events.announcing import Announcing
from bot.core.programme.events.book import EventBook, EventDay
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.desk_messages import (
    compose_page,
    compose_refusal,
    say_gone,
)
from bot.core.programme.events.desk_wording import EVENT_DESK_WORDINGS
from bot.core.programme.events.event import Material, Proposal
from bot.core.programme.events.messages import Reader
from bot.core.programme.events.notices import Notices
from bot.core.programme.events.proposal_messages import compose_proposal, say_done
from bot.core.programme.events.wording import EVENT_WORDINGS

_OFFERED = datetime.timedelta(hours=24)


@dataclass(frozen=True)
class Deciding:
    """Changes events that people have heard of."""

    book: EventBook
    notices: Notices
    announcing: Announcing
    clock: Clock

    async def propose(
        self,
        what: str,
        table: Timetable,
        language: Language,
        *,
        date: datetime.date | None = None,
        value: str = "",
        material: Material | None = None,
    ) -> Message:
        """Show what a change does and who hears of it; keep it until somebody decides."""
        refusal = self._refuse(what, table, date, language)
        if refusal:
            return refusal
        name = secrets.token_hex(6)
        proposal = Proposal(
            name, table.event.id, what, table.sequence, self.clock.now(), date, value, material
        )
        await self.book.proposals.keep(name, proposal)
        return await self._show(proposal, table, language)

    async def decide(self, name: str, language: Language) -> Message:
        """Make a change that was proposed; twice is once."""
        proposal = await self.book.proposals.find(name[:20])
        table = await self.book.find_table(proposal.event) if proposal else None
        if proposal is None or table is None:
            return say_gone(language)
        wording = EVENT_DESK_WORDINGS[language]
        now = self.clock.now()
        is_decided = proposal.made_at + _OFFERED < now or proposal.sequence < 0
        if is_decided or self._refuse(proposal.what, table, proposal.date, language):
            return compose_page(table, now, language, note=wording.done_before)
        if proposal.sequence != table.sequence:
            again = replace(proposal, sequence=table.sequence)
            await self.book.proposals.keep(name, again)
            return await self._show(again, table, language, note=wording.changed)
        after = await self._make(proposal, table)
        # what was done stays known for a day, so that a second press does nothing
        await self.book.proposals.keep(name, replace(proposal, sequence=-1))
        return compose_page(after, now, language, note=say_done(proposal.what, language))

    async def _make(self, proposal: Proposal, table: Timetable) -> Timetable:
        after = amending.amend(table, proposal)
        if proposal.what == amending.ANNOUNCE:
            await self.announcing.announce(after)
        await self.notices.send(proposal, table)
        if proposal.what in amending.OF_EVENT:
            await self.book.events.keep(after.event.id, after.event)
        elif proposal.material is not None:
            await self.book.materials.keep(proposal.material.name, proposal.material)
        elif proposal.date is not None and (change := after.find_change(proposal.date)):
            await self.book.changes.keep(change.key, change)
        return after

    def _refuse(
        self, what: str, table: Timetable, date: datetime.date | None, language: Language
    ) -> Message | None:
        """Refuse what cannot be done to an event as it is."""
        wording = EVENT_DESK_WORDINGS[language]
        event = table.event
        if what == amending.ANNOUNCE:
            if event.state != "planned":
                return compose_refusal("event-refused", wording.done_before, event.id, language)
            if not event.find_text(language).title:
                return compose_refusal("event-refused", wording.announce_words, event.id, language)
            if self.announcing.find_first(table) is None:
                return compose_refusal("event-refused", wording.announce_over, event.id, language)
            return None
        is_dated = what in amending.OF_DATE
        held = table.find_date(date) if date else None
        if event.state == "planned" or (is_dated and held is None):
            return compose_refusal("event-refused", wording.gone, event.id, language)
        if what != amending.MATERIAL and event.state == "cancelled":
            return compose_refusal("event-refused", wording.gone, event.id, language)
        if what in (amending.MOVE, amending.OFF) and held and held.at <= self.clock.now():
            sentence = EVENT_WORDINGS[language].over
            return compose_refusal("event-refused", sentence, event.id, language)
        return None

    async def _show(
        self, proposal: Proposal, table: Timetable, language: Language, *, note: str = ""
    ) -> Message:
        if proposal.what == amending.ANNOUNCE:
            notices = await self.announcing.list_invited(table)
        else:
            notices = await self.notices.list_notices(proposal, table)
        shown = self._preview(proposal, table, Reader(language))
        audience = self.notices.gather(notices)
        return compose_proposal(proposal, table.event, shown, audience, language, note=note)

    def _preview(self, proposal: Proposal, table: Timetable, reader: Reader) -> Message:
        """Compose what people will read, in the editor's language."""
        after = amending.amend(table, proposal)
        first = self.announcing.find_first(after) or self.announcing.find_first(table)
        if proposal.material is not None:
            day = EventDay(table, proposal.material.date)
            return messages.compose_material(day, [proposal.material], reader.language)
        if proposal.what == amending.CANCEL or first is None:
            return tidings.compose_event_off(table.event, reader)
        date = proposal.date or first.date
        day, was, now = EventDay(after, date), table.find_date(date), after.find_date(date)
        match proposal.what:
            case "announce":
                return messages.compose_invitation(after, first.date, first.at, reader)
            case "move" if was and now:
                return tidings.compose_moved(day, was.at, now.at, reader)
            case "off" if was:
                following = after.series.list_next(was.at, 1)
                next_at = following[0].at if following else None
                return tidings.compose_off(day, was.at, next_at, reader)
            case "time" if now:
                return tidings.compose_new_time(day, now.at, reader)
            case _:
                return tidings.compose_new_place(day, reader)
