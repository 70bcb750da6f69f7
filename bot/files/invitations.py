"""Write invitations as calendar files (iCalendar, RFC 5545 and 5546)."""

import datetime
import re

from icalendar import Calendar, Event, vCalAddress, vRecur, vText

from bot.core.programme.calendar_file import Invitation, Mailbox
from bot.core.programme.recurrence import Move, Recurrence
from bot.core.programme.recurrence_rule import write_rule
from bot.core.programme.zones import open_zone
from bot.files.calendar_zones import describe_zone

MEDIA_TYPE = "text/calendar"
# A parameter's value cannot hold a quotation mark or a new line (RFC 5545, 3.2); at a backslash
# before its end readers go on into the address.
_UNQUOTED = str.maketrans({'"': "'", "\n": " ", "\\": "/"})
_MAKER = "-//Jourfix//Jourfix//EN"
# What no calendar file may hold (RFC 5545, 3.1), and halves of signs, which UTF-8 cannot write.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def write_invitation(invitation: Invitation) -> bytes:
    """Write an invitation; the same one always gives the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", invitation.method)
    when = invitation.when
    moves = when.moved if isinstance(when, Recurrence) else ()
    day = invitation.start
    if when.zone != "UTC":
        earliest = min([day, *(move.to for move in moves)])
        calendar.add_component(describe_zone(when.zone, earliest))
    meeting = _describe(invitation, day, when.time)
    calendar.add_component(meeting)
    if isinstance(when, Recurrence):
        meeting.add("rrule", vRecur.from_ical(write_rule(when)))
        zone = open_zone(when.zone)
        skipped = [datetime.datetime.combine(date, when.time, zone) for date in when.skipped]
        if skipped:
            meeting.add("exdate", sorted(skipped))
        for move in moves:
            calendar.add_component(_describe_move(invitation, when, move))
    return bytes(calendar.to_ical())


def _describe_move(invitation: Invitation, series: Recurrence, move: Move) -> Event:
    """Describe a date that is held at another time."""
    moved = _describe(invitation, move.to, move.time)
    zone = open_zone(series.zone)
    moved.add("recurrence-id", datetime.datetime.combine(move.date, series.time, zone))
    return moved


def _describe(invitation: Invitation, day: datetime.date, time: datetime.time) -> Event:
    zone = open_zone(invitation.when.zone)
    start = datetime.datetime.combine(day, time, zone)
    end = start.astimezone(datetime.UTC) + datetime.timedelta(minutes=invitation.minutes)
    there = end.astimezone(zone)
    meeting = Event()
    meeting.add("uid", invitation.uid)
    meeting.add("sequence", invitation.sequence)
    meeting.add("dtstamp", invitation.stamp.astimezone(datetime.UTC))
    meeting.add("dtstart", start)
    # when the clocks go back an hour comes twice, and its name means the first
    meeting.add("dtend", end if there.fold else there)
    meeting.add("summary", _clean(invitation.title).replace("\n", " "))
    meeting.add("status", "CANCELLED" if invitation.is_cancelled else "CONFIRMED")
    if invitation.text:
        meeting.add("description", _clean(invitation.text))
    if invitation.place:
        meeting.add("location", _clean(invitation.place).replace("\n", " "))
    if invitation.link:
        meeting.add("url", invitation.link)
    if invitation.organiser:
        meeting.add("organizer", _name(invitation.organiser))
    if invitation.guest:
        guest = _name(invitation.guest)
        guest.params["RSVP"] = vText("TRUE")
        meeting.add("attendee", guest)
    return meeting


def _name(mailbox: Mailbox) -> vCalAddress:
    named = vCalAddress(f"mailto:{mailbox.address}")
    if mailbox.name:
        name = _clean(mailbox.name).translate(_UNQUOTED)
        named.params["CN"] = vText(name)
    return named


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
