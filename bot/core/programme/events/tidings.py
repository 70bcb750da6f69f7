"""Compose what those who said yes are told when something changes."""

import datetime
from collections.abc import Sequence

from bot.core.message import Choice, Choices, Message, Paragraph
from bot.core.programme.events.book import EventDay
from bot.core.programme.events.event import Event
from bot.core.programme.events.messages import (
    NO,
    Reader,
    begin,
    find_title,
    offer_list,
    show_calendar,
    show_where,
    tell_when,
)
from bot.core.programme.events.wording import EVENT_WORDINGS


def compose_moved(
    day: EventDay, before: datetime.datetime, at: datetime.datetime, reader: Reader
) -> Message:
    """Tell that a date is held at another time."""
    wording = EVENT_WORDINGS[reader.language]
    title = wording.moved.format(title=find_title(day.event, reader.language))
    was = wording.was.format(when=tell_when(day, before, reader))
    now = wording.now.format(when=tell_when(day, at, reader))
    return _compose_change("event-moved", title, (was, now), day, reader)


def compose_new_place(day: EventDay, reader: Reader) -> Message:
    """Tell that an event is held somewhere else."""
    wording = EVENT_WORDINGS[reader.language]
    title = wording.new_place.format(title=find_title(day.event, reader.language))
    return _compose_change("event-changed", title, (), day, reader)


def compose_new_time(day: EventDay, at: datetime.datetime, reader: Reader) -> Message:
    """Tell that all dates of an event begin at another hour or take another time."""
    wording = EVENT_WORDINGS[reader.language]
    title = wording.new_time.format(title=find_title(day.event, reader.language))
    line = wording.next_one.format(when=tell_when(day, at, reader))
    return _compose_change("event-changed", title, (line,), day, reader)


def _compose_change(
    kind: str, title: str, lines: Sequence[str], day: EventDay, reader: Reader
) -> Message:
    wording = EVENT_WORDINGS[reader.language]
    parts = (
        Paragraph(title, "strong"),
        *(Paragraph(line) for line in lines),
        *show_where(day.event, reader.language),
        Paragraph(wording.still),
        *show_calendar(reader),
        Choices((Choice(wording.rather_no, NO, day.value), offer_list(reader.language))),
    )
    return Message(kind, title, parts, reader.language)


def compose_off(
    day: EventDay, at: datetime.datetime, next_at: datetime.datetime | None, reader: Reader
) -> Message:
    """Tell that a date does not take place."""
    wording = EVENT_WORDINGS[reader.language]
    event_title = find_title(day.event, reader.language)
    title = wording.date_off.format(title=event_title, when=tell_when(day, at, reader))
    more = wording.next_one.format(when=tell_when(day, next_at, reader)) if next_at else ""
    return _compose_end(title, more, reader)


def compose_event_off(event: Event, reader: Reader) -> Message:
    """Tell that an event does not take place any more."""
    wording = EVENT_WORDINGS[reader.language]
    title = wording.event_off.format(title=find_title(event, reader.language))
    return _compose_end(title, "", reader)


def _compose_end(title: str, more: str, reader: Reader) -> Message:
    parts = (
        Paragraph(title, "strong"),
        *((Paragraph(more),) if more else ()),
        *show_calendar(reader),
        Choices((offer_list(reader.language),)),
    )
    return Message("event-off", title, parts, reader.language)


def compose_seat(day: EventDay, at: datetime.datetime, rank: int, reader: Reader) -> Message:
    """Tell somebody who waited of their place; with a rank, that they wait after all."""
    wording = EVENT_WORDINGS[reader.language]
    sentence = wording.place_lost if rank else wording.place_free
    title = sentence.format(title=find_title(day.event, reader.language), rank=rank)
    parts = (
        Paragraph(title, "strong"),
        Paragraph(begin(tell_when(day, at, reader))),
        *(() if rank else show_where(day.event, reader.language)),
        *show_calendar(reader),
        Choices((Choice(wording.rather_no, NO, day.value), offer_list(reader.language))),
    )
    return Message("event-seat", title, parts, reader.language)


def compose_reminder(day: EventDay, at: datetime.datetime, reader: Reader) -> Message:
    """Remind somebody who said yes."""
    wording = EVENT_WORDINGS[reader.language]
    title = wording.remind.format(title=find_title(day.event, reader.language))
    parts = (
        Paragraph(title, "strong"),
        Paragraph(begin(tell_when(day, at, reader))),
        *show_where(day.event, reader.language),
        Choices((Choice(wording.rather_no, NO, day.value), offer_list(reader.language))),
    )
    return Message("event-reminder", title, parts, reader.language)
