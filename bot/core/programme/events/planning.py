"""Plan events: what editors do in chat."""

import datetime
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language, Organisation
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editors import Editors
from bot.core.programme.events import amending, editing
from bot.core.programme.events import desk_messages as messages
from bot.core.programme.events.book import EventBook
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.deciding import Deciding
from bot.core.programme.events.desk_wording import EVENT_DESK_WORDINGS
from bot.core.programme.events.editing import Refused
from bot.core.programme.events.event import KINDS, Kind
from bot.core.programme.events.places import Seating
from bot.core.programme.events.writing import EventWriting, refuse
from bot.core.programme.recurrence import Recurrence
from bot.core.programme.spoken import Spoken
from bot.core.programme.zones import open_zone

_NEW: Mapping[Kind, Spoken] = {
    "jourfix": Spoken(
        {
            "de": ("(?:jour ?fixe? |neuen jour ?fixe? )?anlegen", "neuer jour ?fixe?"),
            "nl": ("(?:jour ?fixe? )?aanmaken", "nieuwe jour ?fixe?"),
            "en": ("(?:new|create(?: a)?|plan(?: a)?) jour ?fixe?",),
        }
    ),
    "coffee": Spoken(
        {
            "de": (
                "coffee(?: (?:&|und|and) learn)? anlegen",
                "neue[rs]? coffee(?: (?:&|und|and) learn)?",
            ),
            "nl": (
                "coffee(?: (?:&|en|and) learn)? aanmaken",
                "nieuwe coffee(?: (?:&|en|and) learn)?",
            ),
            "en": ("(?:new|create(?: a)?|plan(?: a)?) coffee(?: (?:&|and) learn)?",),
        }
    ),
    "other": Spoken(
        {
            "de": ("(?:neuen )?termin anlegen", "neuer termin"),
            "nl": ("(?:nieuwe )?bijeenkomst aanmaken", "nieuwe bijeenkomst"),
            "en": ("new event", "(?:create|plan) an event"),
        }
    ),
}
_DESK = Spoken(
    {
        "de": ("termine (?:planen|verwalten|ändern)",),
        "nl": ("agenda (?:plannen|beheren|wijzigen)",),
        "en": ("plan events", "(?:manage|change) events"),
    }
)
_MOST_SHOWN = 12
_ACTIONS = frozenset(
    {
        messages.DESK, messages.NEW, messages.PAGE, messages.DATES, messages.DATE, messages.ASK,
        messages.WRITE, messages.PROPOSE, messages.DO, messages.DISCARD,
    }
)  # fmt: skip


@dataclass(frozen=True)
class EventPlanning:
    """Implements the Feature of planning events; every word and button is an editor's.

    Args:
        book: What is kept about events.
        deciding: Changes what people have heard of.
        writing: Takes in what is written.
        editors: Who may.
        clock: Tells the time.
        organisation: For time zone and holidays.
    """

    book: EventBook
    deciding: Deciding
    writing: EventWriting
    editors: Editors
    clock: Clock
    organisation: Organisation

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what editors write to reach it."""
        return (*_NEW.values(), _DESK)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead editors to the events."""
        door = Choice(EVENT_DESK_WORDINGS[language].door, messages.DESK)
        return (door,) if for_editors else ()

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “new jourfix” and “plan events”."""
        kind = next((kind for kind in KINDS if _NEW[kind].read(incoming.text) is not None), None)
        if kind is None and _DESK.read(incoming.text) is None:
            return None
        refusal = self.editors.refuse(incoming, language)
        if refusal is not None:
            return [refusal]
        return [self._ask_when(kind, language) if kind else await self._show_desk(language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the buttons of editors; nobody else may press them."""
        if choice.action not in _ACTIONS:
            return None
        refusal = self.editors.refuse(incoming, language)
        return [refusal or await self._answer(choice, incoming.text, language)]

    async def _answer(self, choice: Choice, text: str, language: Language) -> Message:
        value = choice.value
        match choice.action:
            case messages.DESK:
                return await self._show_desk(language)
            case messages.NEW:
                return await self._begin(value, language)
            case messages.DO:
                return await self.deciding.decide(value, language)
            case messages.DATE:
                return await self._show_date(value, language)
            case messages.ASK | messages.WRITE if value.startswith("new-"):
                return await self._write_new(choice, text, language)
        what, _, named = value.rpartition(" ") if choice.action != messages.PAGE else ("", "", "")
        table = await self.book.find_table(named or value)
        if table is None:
            return messages.say_gone(language)
        match choice.action:
            case messages.ASK:
                return self.writing.ask(what, table, language)
            case messages.WRITE:
                return await self.writing.write(what, table, text, language)
            case messages.PROPOSE:
                return await self._propose(what, table, language)
            case messages.DATES:
                return messages.compose_dates(table, self.clock.now(), language)
            case messages.DISCARD:
                return await self._discard(table, language)
            case _:
                return messages.compose_page(table, self.clock.now(), language)

    async def _show_desk(self, language: Language) -> Message:
        now = self.clock.now()
        tables = await self.book.list_tables("planned", "announced")
        tables = sorted(tables, key=lambda table: table.is_over(now))[:_MOST_SHOWN]
        return messages.compose_desk(tables, now, language)

    def _ask_when(self, kind: Kind, language: Language) -> Message:
        zone, today = self.organisation.timezone, self._find_today()
        offered = editing.offer_days(kind, today, zone, self.organisation.holidays)
        return messages.compose_when_question(kind, offered, zone, language)

    async def _begin(self, value: str, language: Language) -> Message:
        """Plan something new on a day that was offered, or ask for the day."""
        kind = _read_kind(value)
        parts = value.split()
        try:
            day = datetime.date.fromisoformat(parts[1])
            time = datetime.time.fromisoformat(parts[2])
            zone = self.organisation.timezone
            series, minutes = editing.draft_series(kind, day, time.replace(tzinfo=None), zone)
        except (IndexError, ValueError):
            return self._ask_when(kind, language)
        return await self._keep_new(kind, series, minutes, language)

    async def _write_new(self, choice: Choice, text: str, language: Language) -> Message:
        kind = _read_kind(choice.value.removeprefix("new-"))
        if choice.action == messages.ASK:
            return messages.compose_form("when", choice.value, "", language)
        zone, today = self.organisation.timezone, self._find_today()
        offered = editing.offer_days(kind, today, zone, self.organisation.holidays)
        series, minutes = editing.draft_series(kind, offered[0].date(), None, zone)
        read = editing.read_series(text, series, minutes, self.clock.now(), language)
        if isinstance(read, Refused):
            return refuse(read, choice.value, language)
        return await self._keep_new(kind, *read, language)

    async def _keep_new(
        self, kind: Kind, series: Recurrence, minutes: int, language: Language
    ) -> Message:
        event = editing.plan_event(secrets.token_hex(4), kind, series, minutes)
        return await self.writing.save(Timetable(event), event, language)

    async def _propose(self, what: str, table: Timetable, language: Language) -> Message:
        """Propose what needs no words: to announce, to cancel, to call one date off."""
        what, _, date = what.partition(" ")
        if what in (amending.ANNOUNCE, amending.CANCEL):
            return await self.deciding.propose(what, table, language)
        day = await self.book.find_day(f"{date} {table.event.id}")
        if what != amending.OFF or day is None:
            return messages.say_gone(language)
        return await self.deciding.propose(what, table, language, date=day.date)

    async def _show_date(self, value: str, language: Language) -> Message:
        day = await self.book.find_day(value)
        held = day.table.find_date(day.date) if day else None
        if day is None or held is None:
            return messages.say_gone(language)
        seating = await self.book.seat(day)
        materials = await self.book.list_materials(day.event.id, day.date)
        people = await self._find_people(seating)
        is_over = held.at <= self.clock.now()
        return messages.compose_date(day, held.at, people, materials, language, is_over=is_over)

    async def _find_people(
        self, seating: Seating
    ) -> tuple[Sequence[Ambassador], Sequence[Ambassador]]:
        known = await self.book.find_people((*seating.coming, *seating.waiting))
        coming = [known[one.person] for one in seating.coming if one.person in known]
        waiting = [known[one.person] for one in seating.waiting if one.person in known]
        return coming, waiting

    async def _discard(self, table: Timetable, language: Language) -> Message:
        """Take away what nobody heard of."""
        if table.event.state == "planned":
            await self.book.events.remove(table.event.id)
        wording = EVENT_DESK_WORDINGS[language]
        is_gone = table.event.state == "planned"
        return messages.compose_refusal(
            "event-discarded", wording.discarded if is_gone else wording.done_before, "", language
        )

    def _find_today(self) -> datetime.date:
        return self.clock.now().astimezone(open_zone(self.organisation.timezone)).date()


def _read_kind(value: str) -> Kind:
    named = value.partition(" ")[0]
    return next((kind for kind in KINDS if kind == named), "other")
