"""Compose what those who are invited read."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.coaching.replies import say
from bot.core.message import Choice, Choices, Link, Listing, Message, Paragraph, Part
from bot.core.model import Language
from bot.core.programme.events.book import EventDay
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.event import Answer, Event, Material, SeatKind
from bot.core.programme.events.links import split_link
from bot.core.programme.events.places import Seating
from bot.core.programme.events.when_words import (
    describe_briefly,
    describe_day,
    describe_rhythm,
    describe_time,
)
from bot.core.programme.events.wording import EVENT_WORDINGS
from bot.core.programme.people.messages import JOIN

# The actions of the buttons.
OPEN, SHOW, YES, NO = "events", "event", "event-yes", "event-no"
WANT, LIBRARY = "event-want", "event-library"
WANTED, UNWANTED = "on", "off"


@dataclass(frozen=True)
class Reader:
    """Who reads: their language, their clocks, and the page for their calendar."""

    language: Language
    zone: str = ""
    calendar: str = ""


@dataclass(frozen=True)
class Row:
    """One date in a list: when, and what the reader answered."""

    day: EventDay
    at: datetime.datetime
    answer: Answer | None = None
    seat: SeatKind | None = None


def compose_list(rows: Sequence[Row], reader: Reader, *, has_materials: bool) -> Message:
    """List the next dates, each behind a number."""
    wording = EVENT_WORDINGS[reader.language]
    lines = tuple(
        f"{number}. {_describe_row(row, reader)}" for number, row in enumerate(rows, start=1)
    )
    choices = [Choice(str(number), SHOW, row.day.value) for number, row in enumerate(rows, start=1)]
    if has_materials:
        choices.append(Choice(wording.materials_door, LIBRARY))
    title = wording.list_title if rows else wording.nothing
    parts: tuple[Part, ...] = (Paragraph(title, "strong"),)
    if rows:
        parts += (Listing("", lines), Paragraph(wording.list_hint, "quiet"))
    if choices:
        parts += (Choices(tuple(choices)),)
    return Message("events", title, parts, reader.language)


def _describe_row(row: Row, reader: Reader) -> str:
    wording = EVENT_WORDINGS[reader.language]
    zone = row.day.event.series.zone
    when = describe_briefly(row.at, zone, reader.language, reader.zone)
    line = f"{begin(when)}: {find_title(row.day.event, reader.language)}"
    if row.seat:
        return f"{line} ({wording.line_place if row.seat == 'place' else wording.line_waiting})"
    return f"{line} ({wording.line_no})" if row.answer and not row.answer.comes else line


def find_title(event: Event, language: Language) -> str:
    """Give what an event is called."""
    return event.find_text(language).title or "…"


def tell_when(day: EventDay, at: datetime.datetime, reader: Reader) -> str:
    """Say when a date is, by the clocks of whoever reads."""
    event = day.event
    return describe_time(at, event.minutes, event.series.zone, reader.language, reader.zone)


def begin(text: str) -> str:
    """Begin a line with a capital letter."""
    return f"{text[:1].upper()}{text[1:]}"


def show_where(event: Event, language: Language) -> tuple[Part, ...]:
    """Show where an event is held; a meeting's link can be followed."""
    wording = EVENT_WORDINGS[language]
    place, link = split_link(event.where)
    lines = (Paragraph(wording.where.format(where=place)),) if place else ()
    return (*lines, *((Link(wording.join_meeting, link),) if link else ()))


def show_calendar(reader: Reader) -> tuple[Part, ...]:
    """Show the link for calendars, where there is one."""
    label = EVENT_WORDINGS[reader.language].calendar
    return (Link(label, reader.calendar),) if reader.calendar else ()


def compose_event(
    day: EventDay, at: datetime.datetime, seating: Seating, answer: Answer | None, reader: Reader
) -> Message:
    """Show one date, with yes and no."""
    wording = EVENT_WORDINGS[reader.language]
    event = day.event
    text = event.find_text(reader.language)
    places: tuple[Part, ...] = ()
    if event.places:
        free = event.places - len(seating.coming)
        sentence = wording.free if free > 0 else wording.full
        places = (Paragraph(sentence.format(free=free, places=event.places), "quiet"),)
    choices = _ask(day, reader.language)
    if answer and answer.comes:
        choices = (Choice(wording.rather_no, NO, day.value),)
    elif answer:
        choices = (Choice(wording.rather_yes, YES, day.value, "primary"),)
    state = _tell_answer(answer, seating, reader.language)
    parts = (
        Paragraph(text.title, "strong"),
        *((Paragraph(text.about),) if text.about else ()),
        Paragraph(begin(tell_when(day, at, reader))),
        *show_where(event, reader.language),
        *places,
        *((Paragraph(state, "strong"),) if state else ()),
        *show_calendar(reader),
        Choices((*choices, Choice(wording.back, OPEN))),
    )
    return Message("event", text.title, parts, reader.language)


def _ask(day: EventDay, language: Language) -> tuple[Choice, ...]:
    wording = EVENT_WORDINGS[language]
    return (Choice(wording.yes, YES, day.value, "primary"), Choice(wording.no, NO, day.value))


def _tell_answer(answer: Answer | None, seating: Seating, language: Language) -> str:
    wording = EVENT_WORDINGS[language]
    if answer is None or not answer.comes:
        return ""
    rank = seating.find_rank(answer.person)
    if rank:
        return wording.said_waiting.format(rank=rank)
    return wording.said_yes


def compose_answered(
    day: EventDay, at: datetime.datetime, seating: Seating, answer: Answer, reader: Reader
) -> Message:
    """Confirm an answer."""
    wording = EVENT_WORDINGS[reader.language]
    told = _tell_answer(answer, seating, reader.language) or wording.said_no
    title = find_title(day.event, reader.language)
    comes_now = seating.find_seat(answer.person) == "place"
    choice = (
        Choice(wording.rather_no, NO, day.value)
        if answer.comes
        else Choice(wording.rather_yes, YES, day.value)
    )
    parts = (
        Paragraph(told, "strong"),
        Paragraph(f"{title}: {tell_when(day, at, reader)}"),
        *(show_where(day.event, reader.language) if comes_now else ()),
        *((Paragraph(wording.will_remind, "quiet"),) if comes_now else ()),
        *((Paragraph(wording.will_send, "quiet"),) if answer.wants_material else ()),
        *(show_calendar(reader) if answer.comes else ()),
        Choices(
            (choice, _offer_material(day, answer, reader.language), offer_list(reader.language))
        ),
    )
    return Message("event-answered", told, parts, reader.language, in_place=True)


def _offer_material(day: EventDay, answer: Answer, language: Language) -> Choice:
    wording = EVENT_WORDINGS[language]
    if answer.wants_material:
        return Choice(wording.no_material, WANT, f"{UNWANTED} {day.value}")
    return Choice(wording.ask_material, WANT, f"{WANTED} {day.value}")


def offer_list(language: Language) -> Choice:
    """Lead back to the list."""
    return Choice(EVENT_WORDINGS[language].back, OPEN)


def compose_not_joined(language: Language) -> Message:
    """Say what somebody who has not joined can do."""
    wording = EVENT_WORDINGS[language]
    choices = Choices((Choice(wording.join, JOIN, style="primary"),))
    parts = (Paragraph(wording.not_joined), choices)
    return Message("event-not-joined", wording.not_joined, parts, language)


def compose_gone(sentence: str, language: Language) -> Message:
    """Say that nothing can be answered here any more."""
    parts = (Paragraph(sentence), Choices((offer_list(language),)))
    return Message("event-gone", sentence, parts, language)


def compose_invitation(
    table: Timetable, date: datetime.date, at: datetime.datetime, reader: Reader
) -> Message:
    """Invite to an event, once, when it is announced."""
    wording = EVENT_WORDINGS[reader.language]
    event, day = table.event, EventDay(table, date)
    text = event.find_text(reader.language)
    when = tell_when(day, at, reader)
    if not event.is_single:
        rhythm = describe_rhythm(event.series, reader.language)
        when = f"{rhythm}. {wording.first_date.format(when=when)}"
    title = wording.invitation.format(title=text.title)
    parts = (
        Paragraph(title, "strong"),
        *((Paragraph(text.about),) if text.about else ()),
        Paragraph(begin(when)),
        *show_where(event, reader.language),
        *show_calendar(reader),
        Choices(_ask(day, reader.language), wording.invitation_ask),
    )
    return Message("event-invitation", title, parts, reader.language)


def compose_material(day: EventDay, materials: Sequence[Material], language: Language) -> Message:
    """Show what was put down after a date."""
    wording = EVENT_WORDINGS[language]
    held_on = describe_day(day.table.find_day(day.date), language)
    title = wording.material.format(title=find_title(day.event, language), day=held_on)
    parts: list[Part] = [Paragraph(title, "strong")]
    for one in materials:
        parts += [Paragraph(one.text)] if one.text else []
        parts += [Link(wording.open_link, one.link)] if one.link else []
    parts.append(Choices((Choice(wording.materials_door, LIBRARY), offer_list(language))))
    return Message("event-material", title, tuple(parts), language)


def compose_materials(found: Sequence[EventDay], language: Language) -> Message:
    """List the dates of which there is material, each behind a number."""
    wording = EVENT_WORDINGS[language]
    if not found:
        return say("event-materials", wording.no_materials, language)
    lines = tuple(
        f"{number}. {find_title(day.event, language)},"
        f" {describe_day(day.table.find_day(day.date), language)}"
        for number, day in enumerate(found, start=1)
    )
    choices = tuple(
        Choice(str(number), LIBRARY, day.value) for number, day in enumerate(found, start=1)
    )
    parts = (
        Paragraph(wording.materials, "strong"),
        Listing("", lines),
        Paragraph(wording.materials_hint, "quiet"),
        Choices(choices),
    )
    return Message("event-materials", wording.materials, parts, language)
