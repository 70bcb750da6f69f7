"""Read what an editor wrote into a form about an event. Pure."""

import datetime
import re
from dataclasses import dataclass, replace

from bot.core.model import LANGUAGES, Language
from bot.core.programme.events import amending
from bot.core.programme.events.desk_wording import EVENT_DESK_WORDINGS
from bot.core.programme.events.event import MOST_PLACES, Event, EventText, Kind, Material
from bot.core.programme.events.links import split_link
from bot.core.programme.events.when_text import (
    Unread,
    When,
    find_start,
    plan_series,
    read_when,
)
from bot.core.programme.events.when_words import describe_day
from bot.core.programme.recurrence import Recurrence
from bot.core.programme.zones import find_moment_of, open_zone

_LONGEST_TITLE, _LONGEST_ABOUT, _LONGEST_WHERE = 120, 1_500, 180
_LONGEST_MATERIAL = 2_500
_MINUTES: dict[Kind, int] = {"jourfix": 45, "coffee": 60, "other": 60}
_EVERY: dict[Kind, int] = {"jourfix": 2, "coffee": 0, "other": 0}
_START: dict[Kind, datetime.time] = {
    "jourfix": datetime.time(10),
    "coffee": datetime.time(15),
    "other": datetime.time(14),
}
_PLACES: dict[Kind, int] = {"jourfix": 0, "coffee": 12, "other": 0}
_PLACES_FORM = re.compile(r"[^\d-]{0,20}(\d{1,4})[^\d]{0,20}", re.ASCII)  # “8”, “8 Plätze”
_OFFERED_DAYS = (1, 2, 3)  # Tuesday to Thursday
_NOTICE = datetime.timedelta(days=5)  # so that people hear of it in time


@dataclass(frozen=True)
class Refused:
    """A sentence that says what to do instead."""

    sentence: str


def offer_days(
    kind: Kind, today: datetime.date, zone: str, holidays: frozenset[datetime.date]
) -> list[datetime.datetime]:
    """Offer days for something new: the next that are far enough away, without holidays."""
    found = []
    for weekday in _OFFERED_DAYS:
        day = today + _NOTICE
        day += datetime.timedelta(days=(weekday - day.weekday()) % 7)
        while day in holidays:
            day += datetime.timedelta(days=7)
        at = find_moment_of(day, _START[kind], open_zone(zone))
        found.append(at.astimezone(open_zone(zone)))
    return sorted(found)


def plan_event(name: str, kind: Kind, series: Recurrence, minutes: int) -> Event:
    """Plan something new, with what its kind is called."""
    texts = {language: EVENT_DESK_WORDINGS[language].texts[kind] for language in LANGUAGES}
    known = {language: text for language, text in texts.items() if text.title}
    return Event(name, kind, known, series, minutes, places=_PLACES[kind])


def draft_series(
    kind: Kind, day: datetime.date, time: datetime.time | None, zone: str
) -> tuple[Recurrence, int]:
    """Give when something new of a kind is held, and how long it takes."""
    once = _EVERY[kind] == 0
    every = max(_EVERY[kind], 1)
    until = day if once else None
    start = time or _START[kind]
    return Recurrence(zone, day.weekday(), start, every, day, until=until), _MINUTES[kind]


def read_series(
    text: str,
    before: Recurrence,
    minutes: int,
    now: datetime.datetime,
    language: Language,
) -> tuple[Recurrence, int] | Refused:
    """Read when something is held that nobody heard of yet."""
    wording = EVENT_DESK_WORDINGS[language]
    today = now.astimezone(open_zone(before.zone)).date()
    when = read_when(text, today)
    planned = when if isinstance(when, Unread) else plan_series(when, before, minutes, today)
    if isinstance(planned, Unread):
        return Refused(wording.unread.format(part=planned.part))
    if find_start(planned[0]) <= now:
        return Refused(wording.past.format(when=describe_day(planned[0].anchor, language)))
    return planned


def read_time(text: str, event: Event, language: Language) -> str | Refused:
    """Read a new time for all dates; gives a proposal's value."""
    wording = EVENT_DESK_WORDINGS[language]
    when = read_when(text, event.series.anchor)
    if isinstance(when, Unread):
        return Refused(f"{wording.part_unread.format(part=when.part)} {wording.time_hint}")
    if replace(when, time=None, minutes=None) != When():
        return Refused(wording.only_time)
    return amending.write_time(when.time or event.series.time, when.minutes or event.minutes)


def read_move(
    text: str, event: Event, at: datetime.datetime, now: datetime.datetime, language: Language
) -> str | Refused:
    """Read where one date moves; gives a proposal's value. A time alone keeps the day."""
    wording = EVENT_DESK_WORDINGS[language]
    zone = open_zone(event.series.zone)
    held = at.astimezone(zone)
    when = read_when(text, now.astimezone(zone).date())
    if isinstance(when, Unread):
        return Refused(f"{wording.part_unread.format(part=when.part)} {wording.move_hint}")
    is_other_length = when.minutes not in (None, event.minutes)
    if when.every is not None or when.zone is not None or is_other_length:
        return Refused(wording.only_time)
    day = when.date or held.date()
    if when.date is None and when.weekday is not None:
        day += datetime.timedelta(days=(when.weekday - day.weekday()) % 7)
    time = when.time or held.time().replace(tzinfo=None)
    if find_moment_of(day, time, zone) <= now:
        return Refused(wording.past.format(when=describe_day(day, language)))
    return amending.write_move(day, time)


def read_words(text: str, language: Language) -> EventText | Refused:
    """Read a title and what stands below it."""
    title, _, about = text.strip().partition("\n")
    if not title.strip():
        return Refused(EVENT_DESK_WORDINGS[language].words_empty)
    return EventText(title.strip()[:_LONGEST_TITLE], about.strip()[:_LONGEST_ABOUT])


def read_where(text: str) -> str:
    """Read where something is held, on one line."""
    return " ".join(text.split())[:_LONGEST_WHERE]


def read_places(text: str, given: int, language: Language) -> int | Refused:
    """Read a number of places; those that were given stay given."""
    wording = EVENT_DESK_WORDINGS[language]
    found = _PLACES_FORM.fullmatch(text.strip())
    if found is None:
        return Refused(wording.places_unread)
    places = int(found[1])
    if places > MOST_PLACES:
        return Refused(wording.places_unread)
    if 0 < places < given:
        return Refused(wording.places_given.format(given=given))
    return places


def read_material(
    text: str, name: str, event: str, date: datetime.date, language: Language
) -> Material | Refused:
    """Read a text with or without a link."""
    words, link = split_link(text.strip()[:_LONGEST_MATERIAL])
    if not (words or link):
        return Refused(EVENT_DESK_WORDINGS[language].material_empty)
    return Material(name, event, date, words, link)
