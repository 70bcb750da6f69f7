"""Change one thing of what somebody chose. Pure."""

import datetime
from collections.abc import Container
from dataclasses import replace

from bot.core.model import NETWORKS
from bot.core.programme.ambassador import LEVELS, MOST_A_WEEK, RHYTHMS, Ambassador
from bot.core.programme.people.hours_text import Unread, read_hours
from bot.core.programme.people.work_text import read_work

FOR_GOOD = datetime.date.max  # paused until they say so
PAUSES = {"14": 14, "30": 30, "91": 91}  # days


def change_ambassador(
    ambassador: Ambassador, what: str, value: str, topics: Container[str], today: datetime.date
) -> Ambassador | Unread:
    """Give the ambassador with one thing changed; what makes no sense changes nothing."""
    wishes = ambassador.wishes
    several = value.split(",")
    match what:
        case "bundle":
            rhythm = next((one for one in RHYTHMS if one == value), wishes.bundle)
            return replace(ambassador, wishes=replace(wishes, bundle=rhythm))
        case "most":
            most = next((one for one in MOST_A_WEEK if str(one) == value), wishes.most_a_week)
            return replace(ambassador, wishes=replace(wishes, most_a_week=most))
        case "recap":
            return replace(ambassador, wishes=replace(wishes, recap=not wishes.recap))
        case "topics":
            chosen = tuple(one for one in several if one in topics)
            return replace(ambassador, wishes=replace(wishes, topics=chosen))
        case "networks":
            networks = tuple(one for one in NETWORKS if one in several)
            return replace(ambassador, networks=networks)
        case "level":
            level = next((one for one in LEVELS if one == value), ambassador.level)
            return replace(ambassador, level=level)
        case "pause":
            return replace(ambassador, paused_until=_find_end(value, today))
        case "hours":
            hours = read_hours(value, ambassador.hours)
            return hours if isinstance(hours, Unread) else replace(ambassador, hours=hours)
        case "work":
            work = read_work(value)
            return work if isinstance(work, Unread) else replace(ambassador, work=work)
        case _:
            return ambassador


def _find_end(pause: str, today: datetime.date) -> datetime.date:
    return today + datetime.timedelta(days=PAUSES[pause]) if pause in PAUSES else FOR_GOOD
