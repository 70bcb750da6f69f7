"""What is due: decided from the plans and the time alone. Pure.

The same plans give the same keys, whoever asks and how often: two clocks, a second tick, a machine
that slept and a clock put back find nothing that is not known by its key.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.core.programme.plans import EventDate, Pilot, Plans
from bot.core.programme.weeks import find_week
from bot.core.programme.workdays import Workdays
from bot.core.programme.zones import find_moment_of, open_zone

Kind = Literal[
    "bundle", "talk", "agenda", "reminder", "recap", "scheduled", "nudge", "buddies-check",
    "pilot-start", "pilot-end", "pilot-evaluation",
]  # fmt: skip
GRACE = datetime.timedelta(hours=36)
# On the Sunday before, when it is Monday nowhere yet: whoever works on Monday mornings far in the
# east has a moment in the week, too. The talk first, since the bundle may speak of it.
_TALK, _BUNDLE = datetime.time(4), datetime.time(5)
_CHECK_BUDDIES_AFTER = datetime.timedelta(weeks=4)
_EVALUATE_AFTER = datetime.timedelta(weeks=1)  # what a post does is seen after some days
_DAY, _WEEK = datetime.timedelta(days=1), datetime.timedelta(days=7)


@dataclass(frozen=True)
class Occurrence:
    """Something that is to be done once.

    Args:
        key: Names it for good; what was done under this key is not done again.
        kind: What to do.
        at: When, in UTC.
        subject: For what: a week, an event, a broadcast, a person's key, a pair, a pilot.
        date: The day it is about, where the subject has several: the name of an event's date.
        until: From when on it makes no sense any more.
        is_missed: Whether it is too late: listed, not done. Of a broadcast editors are asked.
    """

    key: str
    kind: Kind
    at: datetime.datetime
    subject: str
    date: datetime.date | None = None
    until: datetime.datetime | None = None
    is_missed: bool = False


def find_due(
    plans: Plans,
    since: datetime.datetime,
    until: datetime.datetime,
    grace: datetime.timedelta = GRACE,
) -> Sequence[Occurrence]:
    """Find what is due after a moment, up to and with another, which is now; in order of time.

    Args:
        plans: What is planned.
        since: Up to when was looked before.
        until: Now.
        grace: How late something is still done.
    """
    found = [
        replace(one, is_missed=_is_too_late(one, until, grace))
        for listed in (
            _list_weekly(plans, since, until),
            _list_around_dates(plans),
            _list_broadcasts(plans),
            _list_nudges(plans),
            _list_buddies(plans),
            _list_pilots(plans),
        )
        for one in listed
        if since < one.at <= until
    ]
    return sorted(found, key=lambda one: (one.at, one.key))


def _is_too_late(one: Occurrence, now: datetime.datetime, grace: datetime.timedelta) -> bool:
    """Say whether it makes no sense any more; the bundle of a week does for as long as it lasts."""
    is_late = one.kind != "bundle" and one.at < now - grace
    return is_late or (one.until is not None and one.until <= now)


def _list_weekly(
    plans: Plans, since: datetime.datetime, until: datetime.datetime
) -> Iterator[Occurrence]:
    """List what comes every week and may fall between two moments."""
    zone = open_zone(plans.zone)
    monday = find_week((since - _WEEK).date()).monday
    while monday <= (until + _WEEK).date():
        name = find_week(monday).name
        over = find_moment_of(monday + _WEEK, datetime.time(), zone)
        if plans.has_talk:
            at = find_moment_of(monday - _DAY, _TALK, zone)
            yield Occurrence(f"talk:{name}", "talk", at, name, until=over)
        if plans.has_bundle:
            at = find_moment_of(monday - _DAY, _BUNDLE, zone)
            yield Occurrence(f"bundle:{name}", "bundle", at, name, until=over)
        monday += _WEEK


def _list_around_dates(plans: Plans) -> Iterator[Occurrence]:
    for one in plans.dates:
        days = Workdays(one.zone, plans.holidays)
        before = days.find_morning(days.find_before(one.held_on))
        starts_at = one.starts_at.astimezone(datetime.UTC)
        for call in one.calls:
            if call == "recap":
                after = days.find_morning(days.find_after(one.held_on))
                key = f"recap:{one.event}:{one.date}"
                yield Occurrence(key, call, after, one.event, one.date)
            else:
                key = f"{call}:{one.event}:{_name_holding(one)}"
                yield Occurrence(key, call, before, one.event, one.date, starts_at)


def _name_holding(one: EventDate) -> str:
    """Name a date and, where it was moved to another day, that day: people are told again."""
    return f"{one.date}" if one.held_on == one.date else f"{one.date}-to-{one.held_on}"


def _list_broadcasts(plans: Plans) -> Iterator[Occurrence]:
    for one in plans.broadcasts:
        at = one.at.astimezone(datetime.UTC)
        yield Occurrence(f"scheduled:{one.broadcast}", "scheduled", at, one.broadcast)


def _list_nudges(plans: Plans) -> Iterator[Occurrence]:
    for one in plans.nudges:
        at = Workdays(one.zone).find_morning(one.day)
        yield Occurrence(f"nudge:{one.person}:{one.day}", "nudge", at, one.person, one.day)


def _list_buddies(plans: Plans) -> Iterator[Occurrence]:
    days = Workdays(plans.zone, plans.holidays)
    for one in plans.pairs:
        at = days.find_morning(days.find_from(one.paired_on + _CHECK_BUDDIES_AFTER))
        yield Occurrence(f"buddies-check:{one.pair}", "buddies-check", at, one.pair)


def _list_pilots(plans: Plans) -> Iterator[Occurrence]:
    days = Workdays(plans.zone, plans.holidays)
    for one in plans.pilots:
        for kind, day in _list_days(one, days):
            at = days.find_morning(day)
            yield Occurrence(f"{kind}:{one.pilot}", kind, at, one.pilot)


def _list_days(pilot: Pilot, days: Workdays) -> Iterator[tuple[Kind, datetime.date]]:
    """List what is said of a pilot, and when: its start not after it, its end not before it."""
    yield "pilot-start", days.find_until(pilot.starts_on)
    yield "pilot-end", days.find_after(pilot.ends_on)
    yield "pilot-evaluation", days.find_from(pilot.ends_on + _EVALUATE_AFTER)
