"""May this message go to this ambassador now? Asked right before it goes. Pure.

Whatever was planned, people change their minds: they leave, pause, move their hours.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.core.programme.ambassador import Ambassador

# The words of our own reasons, for the report.
LEFT, PAUSED, NO_HOURS = "left", "paused", "no-hours"


@dataclass(frozen=True)
class Go:
    """It may go out now."""


@dataclass(frozen=True)
class Later:
    """Not now, but at a moment."""

    moment: datetime.datetime


@dataclass(frozen=True)
class Never:
    """Not at all: the reason, as a word of ours."""

    reason: str


Leave = Go | Later | Never


def weigh_sending(
    ambassador: Ambassador | None,
    now: datetime.datetime,
    sent_at: Sequence[datetime.datetime],
    *,
    counts: bool,
) -> Leave:
    """Decide whether a message may go out now.

    Args:
        ambassador: For whom; None: they left the programme.
        now: The moment.
        sent_at: When messages that count went out to them, at least those of this week.
        counts: Whether this message counts against what they allow a week.
    """
    if ambassador is None:
        return Never(LEFT)
    zone = ZoneInfo(ambassador.hours.zone)
    today = now.astimezone(zone).date()
    if ambassador.is_paused(today):
        return Never(PAUSED)
    earliest = now
    if counts:
        monday = today - datetime.timedelta(days=today.weekday())
        week = [at for at in sent_at if at.astimezone(zone).date() >= monday]
        if len(week) >= ambassador.wishes.most_a_week:
            following = monday + datetime.timedelta(days=7)
            earliest = datetime.datetime.combine(following, datetime.time.min, zone)
    moment = ambassador.hours.find_moment(earliest)
    if moment is None:
        return Never(NO_HOURS)
    return Go() if moment == now else Later(moment.astimezone(datetime.UTC))


def find_moment_for(ambassador: Ambassador, now: datetime.datetime) -> datetime.datetime | None:
    """Give the first moment at which somebody may be written to; None during a break."""
    match weigh_sending(ambassador, now, (), counts=False):
        case Go():
            return now
        case Later(moment=moment):
            return moment
        case _:
            return None
