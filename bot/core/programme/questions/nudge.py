"""A nudge: that somebody asked to be reminded, once, on a day. Pure."""

import datetime
import hashlib
import re
from dataclasses import dataclass, field

from bot.core.deliveries import Return
from bot.core.model import Language
from bot.core.programme.day_names import WEEKDAYS, find_next_weekday
from bot.core.programme.hours import Hours
from bot.core.programme.written_dates import read_day
from bot.core.programme.zones import find_moment_of, open_zone

_TOMORROW = frozenset({"morgen", "tomorrow"})
_LITTLE = re.compile(r"(?i)\b(?:am|an|on|op|aan|den|nächsten|volgende|next|bitte|please)\b")
_FARTHEST = datetime.timedelta(days=92)
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Nudge:
    """What somebody asked for; kept as theirs, one a person.

    Args:
        id: Names it where it becomes due; nobody can read a person out of it.
        person: Who asked.
        to: Where they are written to.
        language: Theirs.
        day: When, by their own calendar.
        zone: Their time zone.
    """

    id: str
    person: str = field(repr=False)
    to: Return
    language: Language
    day: datetime.date
    zone: str


def name_nudge(person: str, asked_at: datetime.datetime) -> str:
    """Name a nudge."""
    named = f"{person}\n{asked_at.isoformat()}"
    return hashlib.blake2b(named.encode(), digest_size=8).hexdigest()


def read_wish(text: str, today: datetime.date) -> datetime.date | None:
    """Read “am Donnerstag”, “tomorrow” or “3.12.2026”: always a day to come; None: no day."""
    words = " ".join(_LITTLE.sub(" ", text).casefold().strip(" .!?").split())
    if words in _TOMORROW:
        return today + _DAY
    if words in WEEKDAYS:
        return find_next_weekday(today, WEEKDAYS[words])
    day = read_day(words)
    return day if day and today < day <= today + _FARTHEST else None


def find_own_day(day: datetime.date, hours: Hours) -> datetime.date | None:
    """Give a day, or the first after it on which somebody may be written to."""
    zone = open_zone(hours.zone)
    moment = hours.find_moment(find_moment_of(day, datetime.time(), zone))
    return moment.astimezone(zone).date() if moment else None
