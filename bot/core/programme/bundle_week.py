"""The bundle of a week: whether somebody gets it, and at which moment of that week. Pure."""

import datetime

from bot.core.programme.ambassador import Rhythm
from bot.core.programme.hours import Hours
from bot.core.programme.weeks import Week, find_week
from bot.core.programme.zones import find_moment_of, open_zone

_TUESDAY = 1
_TEN = datetime.time(10)


def has_bundle(week: Week, rhythm: Rhythm, anchor: datetime.date) -> bool:
    """Say whether a week has a bundle for whoever chose this rhythm.

    Args:
        week: The week.
        rhythm: What they chose; a month's bundle comes in the week of its first Tuesday.
        anchor: Any day of a week that has one for those of every second week.
    """
    match rhythm:
        case "week":
            return True
        case "two-weeks":
            return (week.monday - find_week(anchor).monday).days // 7 % 2 == 0
        case "month":
            return week.find_day(_TUESDAY).day <= 7
        case "never":
            return False


def plan_moment(
    hours: Hours,
    week: Week,
    weekday: int = _TUESDAY,
    time: datetime.time = _TEN,
    not_before: datetime.datetime | None = None,
) -> datetime.datetime | None:
    """Plan somebody's own moment in a week, in UTC; None: they have no hours in it.

    It is the wished one, or the first after it that suits them, or else the first of the week.

    Args:
        hours: Theirs.
        week: Which week, by their own calendar.
        weekday: The wished day; Monday is 0.
        time: The wished time.
        not_before: When it can go out at the earliest: where it is planned, Monday may be over.
    """
    zone = open_zone(hours.zone)
    monday = find_moment_of(week.monday, datetime.time(), zone)
    for wished in (find_moment_of(week.find_day(weekday), time, zone), monday):
        earliest = wished if not_before is None else max(wished, not_before)
        moment = hours.find_moment(earliest.astimezone(datetime.UTC))
        if moment is not None and find_week(moment.astimezone(zone).date()) == week:
            return moment
    return None
