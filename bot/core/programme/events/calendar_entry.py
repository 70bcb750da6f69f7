"""An event as a calendar takes it in: all its dates, and nobody's name. Pure."""

import datetime

from bot.core.model import Language
from bot.core.programme.calendar_file import Invitation, Mailbox, Once
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.links import split_link
from bot.core.programme.recurrence import Recurrence
from bot.core.programme.zones import open_zone

_DOMAIN = "jourfix"


def compose_entry(
    table: Timetable,
    language: Language,
    stamp: datetime.datetime,
    *,
    organiser: Mailbox | None = None,
    guest: Mailbox | None = None,
    is_cancelled: bool = False,
) -> Invitation:
    """Give an event for calendars; with an organiser and a guest it can be mailed."""
    event = table.event
    text = event.find_text(language)
    place, link = split_link(event.where)
    when, is_off = _find_when(table)
    # called off by mail before it is in chat: calendars want a version that they do not have yet
    is_first = is_cancelled and event.state != "cancelled"
    return Invitation(
        uid=f"{event.id}@{_DOMAIN}",
        sequence=table.sequence + is_first,
        stamp=stamp,
        title=text.title,
        when=when,
        minutes=event.minutes,
        text=text.about,
        place=place,
        link=link,
        organiser=organiser,
        guest=guest,
        is_cancelled=is_cancelled or is_off or event.state == "cancelled",
    )


def _find_when(table: Timetable) -> tuple[Recurrence | Once, bool]:
    """Give when it is held, and whether nothing is left of it."""
    series = table.event.series
    if not table.event.is_single:
        return table.series, False
    zone = open_zone(series.zone)
    held = table.find_date(series.anchor)
    if held is None:
        return Once(series.zone, series.anchor, series.time), True
    local = held.at.astimezone(zone)
    return Once(series.zone, local.date(), local.time().replace(tzinfo=None)), False
