"""Take in what an editor writes about an event.

Nobody heard of a planned one, so it is changed at once; of an announced one people are told, so the
editor sees first who hears what.
"""

import secrets
from dataclasses import dataclass, replace

from bot.core.message import Message
from bot.core.model import LANGUAGES, Language
from bot.core.ports import Clock
from bot.core.programme.events import amending, editing
from bot.core.programme.events import desk_messages as messages
from bot.core.programme.events.book import EventBook, EventDay
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.deciding import Deciding
from bot.core.programme.events.desk_wording import EVENT_DESK_WORDINGS
from bot.core.programme.events.editing import Refused
from bot.core.programme.events.event import Event

_MOST_COUNTED = 12  # dates ahead on which people have places


@dataclass(frozen=True)
class EventWriting:
    """Changes events by what is written into forms."""

    book: EventBook
    deciding: Deciding
    clock: Clock

    async def save(self, table: Timetable, event: Event, language: Language) -> Message:
        """Keep an event as it is now, and show it."""
        changed = replace(event, sequence=event.sequence + 1)
        await self.book.events.keep(changed.id, changed)
        saved = EVENT_DESK_WORDINGS[language].saved
        after = replace(table, event=changed)
        return messages.compose_page(after, self.clock.now(), language, note=saved)

    def ask(self, what: str, table: Timetable, language: Language) -> Message:
        """Ask for a part with what stands there now."""
        event = table.event
        what, _, date = what.partition(" ")
        known = {
            "where": event.where,
            "places": str(event.places),
            **{f"words-{one}": _join_words(event, one) for one in LANGUAGES},
        }
        value = " ".join(part for part in (what, date, event.id) if part)
        return messages.compose_form(what, value, known.get(what, ""), language)

    async def write(self, what: str, table: Timetable, text: str, language: Language) -> Message:
        """Keep what was written, or where people have heard of the event propose it."""
        event = table.event
        what, _, date = what.partition(" ")
        is_open = event.state == "planned"
        match what:
            case "when" if is_open:
                now = self.clock.now()
                read = editing.read_series(text, event.series, event.minutes, now, language)
                if isinstance(read, Refused):
                    return refuse(read, f"{what} {event.id}", language)
                series, minutes = read
                planned = replace(event, series=series, minutes=minutes)
                return await self.save(table, planned, language)
            case "where" if is_open:
                changed = replace(event, where=editing.read_where(text))
                return await self.save(table, changed, language)
            case "where":
                where = editing.read_where(text)
                return await self.deciding.propose(amending.WHERE, table, language, value=where)
            case "time" if not is_open:
                value = editing.read_time(text, event, language)
                if isinstance(value, Refused):
                    return refuse(value, f"{what} {event.id}", language)
                return await self.deciding.propose(amending.TIME, table, language, value=value)
            case "places":
                return await self._write_places(table, text, language)
            case "words-de" | "words-nl" | "words-en":
                return await self._write_words(what, table, text, language)
            case "move" | "material":
                return await self._write_of_date(what, f"{date} {event.id}", text, language)
            case _:
                return messages.compose_page(table, self.clock.now(), language)

    async def _write_places(self, table: Timetable, text: str, language: Language) -> Message:
        now = self.clock.now()
        given = 0
        for appointment in table.list_next(now, _MOST_COUNTED):
            seating = await self.book.seat(EventDay(table, appointment.date))
            given = max(given, len(seating.coming))
        places = editing.read_places(text, given, language)
        if isinstance(places, Refused):
            return refuse(places, f"places {table.event.id}", language)
        return await self.save(table, replace(table.event, places=places), language)

    async def _write_words(
        self, what: str, table: Timetable, text: str, language: Language
    ) -> Message:
        event = table.event
        written = next(one for one in LANGUAGES if what == f"words-{one}")
        words = editing.read_words(text, language)
        if isinstance(words, Refused):
            return refuse(words, f"{what} {event.id}", language)
        # nobody is told of other words, but calendars take them in
        changed = replace(event, texts={**event.texts, written: words})
        return await self.save(table, changed, language)

    async def _write_of_date(self, what: str, named: str, text: str, language: Language) -> Message:
        day = await self.book.find_day(named)
        held = day.table.find_date(day.date) if day else None
        if day is None or held is None:
            return messages.say_gone(language)
        if what == amending.MATERIAL:
            name = secrets.token_hex(6)
            read = editing.read_material(text, name, day.event.id, day.date, language)
            if isinstance(read, Refused):
                return refuse(read, f"{what} {day.value}", language)
            return await self.deciding.propose(
                what, day.table, language, date=day.date, material=read
            )
        value = editing.read_move(text, day.event, held.at, self.clock.now(), language)
        if isinstance(value, Refused):
            return refuse(value, f"{what} {day.value}", language)
        return await self.deciding.propose(what, day.table, language, date=day.date, value=value)


def refuse(refused: Refused, form: str, language: Language) -> Message:
    """Say what could not be read, with the form once more and the way back."""
    event = form.rpartition(" ")[2] if " " in form else ""
    again = messages.offer_form(form, language)
    return messages.compose_refusal("event-unread", refused.sentence, event, language, again)


def _join_words(event: Event, language: Language) -> str:
    text = event.texts.get(language)
    return f"{text.title}\n\n{text.about}".strip() if text else ""
