"""What is planned, as far as the calendar needs to know: small values that features fill in."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.core.programme.recurrence import Recurrence
from bot.core.programme.zones import check_days, open_zone

Call = Literal["agenda", "reminder", "recap"]
JOURFIX_CALLS: tuple[Call, ...] = ("agenda", "reminder", "recap")
# How far a date may be from what is due for it: over the longest rest, and a little more.
REACH = datetime.timedelta(days=20)


@dataclass(frozen=True)
class EventDate:
    """One date of an event.

    Args:
        event: Which one.
        date: Its name: the local date that its rhythm gave it, also when it was moved.
        starts_at: When it begins.
        zone: Where its mornings are counted.
        calls: What is said around it; a recap only of what was a jourfix.
    """

    event: str
    date: datetime.date
    starts_at: datetime.datetime
    zone: str
    calls: tuple[Call, ...] = ("reminder",)

    @property
    def held_on(self) -> datetime.date:
        """The local day it is held on."""
        return self.starts_at.astimezone(open_zone(self.zone)).date()


def list_event_dates(
    event: str,
    series: Recurrence,
    since: datetime.datetime,
    until: datetime.datetime,
    calls: tuple[Call, ...] = JOURFIX_CALLS,
) -> Sequence[EventDate]:
    """List the dates of a series for which something may be due between two moments."""
    return [
        EventDate(event, one.date, one.at, series.zone, calls)
        for one in series.list_appointments(since - REACH, until + REACH)
    ]


@dataclass(frozen=True)
class PlannedBroadcast:
    """A broadcast that an editor gave a moment."""

    broadcast: str
    at: datetime.datetime


@dataclass(frozen=True)
class Nudge:
    """That somebody asked to be reminded on a day; `person` is a key that nobody can read back.

    Raises:
        ValueError: there is no such zone, or the day is in no year of ours.
    """

    person: str
    day: datetime.date
    zone: str

    def __post_init__(self) -> None:
        open_zone(self.zone)
        check_days(self.day)


@dataclass(frozen=True)
class Pair:
    """Two buddies, since a day."""

    pair: str
    paired_on: datetime.date


@dataclass(frozen=True)
class Pilot:
    """A bounded theme, both days inside.

    Raises:
        ValueError: it ends before it starts, or a day is in no year of ours.
    """

    pilot: str
    starts_on: datetime.date
    ends_on: datetime.date

    def __post_init__(self) -> None:
        check_days(self.starts_on, self.ends_on)
        if self.ends_on < self.starts_on:
            raise ValueError("A pilot ends before it starts. Swap the days.")


@dataclass(frozen=True)
class Plans:
    """Everything that is planned.

    Args:
        zone: The organisation's.
        holidays: Its days off.
        has_bundle: Whether there is a bundle every week.
        has_talk: Whether there are feeds to look at every week.
        dates: Of events, those within REACH of the time in question.
        broadcasts: Those with a moment.
        nudges: What people asked for.
        pairs: Buddies.
        pilots: Bounded themes.
    """

    zone: str
    holidays: frozenset[datetime.date] = frozenset()
    has_bundle: bool = False
    has_talk: bool = False
    dates: tuple[EventDate, ...] = ()
    broadcasts: tuple[PlannedBroadcast, ...] = ()
    nudges: tuple[Nudge, ...] = ()
    pairs: tuple[Pair, ...] = ()
    pilots: tuple[Pilot, ...] = ()
