"""Add an event in one go, from a page that has all its fields."""

import datetime
import secrets
from dataclasses import dataclass, replace

from bot.core.message import Message
from bot.core.model import Language
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.desk_wording import EVENT_DESK_WORDINGS
from bot.core.programme.events.editing import (
    Refused,
    draft_series,
    plan_event,
    read_where,
    read_words,
)
from bot.core.programme.events.event import KINDS, Kind
from bot.core.programme.events.when_text import find_start
from bot.core.programme.events.when_words import describe_day
from bot.core.programme.events.writing import EventWriting


@dataclass(frozen=True)
class NewEvent:
    """What was written into the fields."""

    kind: str
    title: str
    day: str
    time: str
    where: str


@dataclass(frozen=True)
class Unusable:
    """A field that cannot be taken, and what to do."""

    field: str
    sentence: str


async def add_event(
    new: NewEvent, writing: EventWriting, zone: str, language: Language
) -> Message | Unusable:
    """Plan an event; its page says so. Nobody hears of it before it is announced."""
    wording = EVENT_DESK_WORDINGS[language]
    kind: Kind = next((one for one in KINDS if one == new.kind), "other")
    try:
        day = datetime.date.fromisoformat(new.day.strip())
    except ValueError:
        return Unusable("day", wording.unread.format(part=new.day.strip()[:20]))
    try:
        time = datetime.time.fromisoformat(new.time.strip()).replace(tzinfo=None, second=0)
        series, minutes = draft_series(kind, day, time.replace(microsecond=0), zone)
    except ValueError:
        return Unusable("time", wording.unread.format(part=new.time.strip()[:20]))
    if find_start(series) <= writing.clock.now():
        return Unusable("day", wording.past.format(when=describe_day(day, language)))
    event = plan_event(secrets.token_hex(4), kind, series, minutes)
    event = replace(event, where=read_where(new.where))
    if new.title.strip():
        words = read_words(new.title, language)
        if isinstance(words, Refused):
            return Unusable("title", words.sentence)
        event = replace(event, texts={**event.texts, language: words})
    elif not event.texts:
        return Unusable("title", wording.words_empty)
    return await writing.save(Timetable(event), event, language)
