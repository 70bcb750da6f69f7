"""What an event would be after a proposed change. Pure."""

import datetime
from dataclasses import replace

from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.event import DateChange, Proposal

# What can be proposed.
ANNOUNCE, WHERE, TIME, MOVE = "announce", "where", "time", "move"
OFF, CANCEL, MATERIAL = "off", "cancel", "material"
OF_EVENT = (ANNOUNCE, WHERE, TIME, CANCEL)
OF_DATE = (MOVE, OFF, MATERIAL)


def write_time(time: datetime.time, minutes: int) -> str:
    """Write a time and a length as a proposal's value."""
    return f"{time:%H:%M} {minutes}"


def write_move(to: datetime.date, time: datetime.time) -> str:
    """Write the day and the time of a move as a proposal's value."""
    return f"{to} {time:%H:%M}"


def amend(table: Timetable, proposal: Proposal) -> Timetable:
    """Give the event as it would be."""
    event = table.event
    match proposal.what:
        case "announce":
            return replace(table, event=replace(event, state="announced"))
        case "cancel":
            cancelled = replace(event, state="cancelled", sequence=event.sequence + 1)
            return replace(table, event=cancelled)
        case "where":
            moved = replace(event, where=proposal.value, sequence=event.sequence + 1)
            return replace(table, event=moved)
        case "time":
            time, _, minutes = proposal.value.partition(" ")
            series = replace(event.series, time=datetime.time.fromisoformat(time))
            timed = replace(event, series=series, minutes=int(minutes), sequence=event.sequence + 1)
            return replace(table, event=timed)
        case "move" | "off" if proposal.date:
            return _change_date(table, proposal.date, proposal.value)
        case _:
            return table


def _change_date(table: Timetable, date: datetime.date, value: str) -> Timetable:
    """Move a date, or without a value call it off."""
    known = table.find_change(date)
    change = DateChange(table.event.id, date, sequence=known.sequence + 1 if known else 1)
    if value:
        day, _, time = value.partition(" ")
        to, at = datetime.date.fromisoformat(day), datetime.time.fromisoformat(time)
        change = replace(change, to=to, time=at)
    others = tuple(one for one in table.changes if one.date != date)
    return replace(table, changes=(*others, change))
