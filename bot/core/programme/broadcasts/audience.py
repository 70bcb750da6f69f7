"""Whom a broadcast reaches: the people, how many of them may be told, and when each gets it. Pure.

A segment is cut out by what people told of themselves, so nobody may be singled out by it. Who is
in a cohort joined it knowing that its editors see that.
"""

import datetime
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.core.model import LANGUAGES, NETWORKS
from bot.core.programme.ambassador import LEVELS, Ambassador
from bot.core.programme.broadcasts.broadcast import Broadcast, Wall, Whom
from bot.core.programme.mailings import Recipient

FEWEST = 5  # people in a segment; one with fewer is not written to
SHOWN_FROM = 10  # people in a segment whose number is told


@dataclass(frozen=True)
class Headcount:
    """How many people somebody may be told about."""

    people: int
    is_segment: bool = False

    @property
    def is_vague(self) -> bool:
        """Say whether the number is not told."""
        return self.is_segment and self.people < SHOWN_FROM

    @property
    def is_too_small(self) -> bool:
        """Say whether the segment could single somebody out."""
        return self.is_segment and self.people < FEWEST


def choose_people(
    ambassadors: Iterable[Ambassador], whom: Whom, moment: Wall | datetime.datetime
) -> list[Ambassador]:
    """Choose whom it is for: those who fit, and have no break on that day of theirs."""
    return [
        one for one in ambassadors if _fits(one, whom) and not one.is_paused(_find_day(one, moment))
    ]


def count_people(
    ambassadors: Iterable[Ambassador], whom: Whom, moment: Wall | datetime.datetime
) -> Headcount:
    """Count whom it is for."""
    return Headcount(len(choose_people(ambassadors, whom, moment)), whom.is_segment)


def _fits(ambassador: Ambassador, whom: Whom) -> bool:
    return (
        (not whom.cohort or whom.cohort in ambassador.cohorts)
        and whom.language in ("", ambassador.language)
        and whom.level in ("", ambassador.level)
        and (not whom.network or whom.network in ambassador.networks)
    )


def _find_day(ambassador: Ambassador, moment: Wall | datetime.datetime) -> datetime.date:
    if isinstance(moment, Wall):
        return moment.day
    return moment.astimezone(ZoneInfo(ambassador.hours.zone)).date()


def plan_recipients(
    people: Sequence[Ambassador], broadcast: Broadcast, now: datetime.datetime
) -> list[Recipient]:
    """Plan for everybody in which language and from when on; the gate has the last word."""
    return [Recipient(one.person, one.language, _find_own(one, broadcast, now)) for one in people]


def _find_own(
    ambassador: Ambassador, broadcast: Broadcast, now: datetime.datetime
) -> datetime.datetime:
    """Give somebody's own moment, in UTC; somebody without hours is refused at the gate."""
    wanted = now
    if broadcast.when is not None:
        wanted = max(now, broadcast.when.at(ZoneInfo(ambassador.hours.zone)))
    return (ambassador.hours.find_moment(wanted) or wanted).astimezone(datetime.UTC)


def list_cohorts(ambassadors: Iterable[Ambassador]) -> list[str]:
    """List the cohorts there are, by name."""
    return sorted({cohort for one in ambassadors for cohort in one.cohorts})


def change_whom(whom: Whom, kind: str, value: str, cohorts: Sequence[str]) -> Whom:
    """Choose one thing, or everybody; what makes no sense changes nothing."""
    match kind:
        case "all":
            return Whom()
        case "cohort":
            names = {sign_cohort(name): name for name in cohorts}
            return replace(whom, cohort=names.get(value, ""))
        case "language":
            return replace(whom, language=next((one for one in LANGUAGES if one == value), ""))
        case "level":
            return replace(whom, level=next((one for one in LEVELS if one == value), ""))
        case "network":
            return replace(whom, network=next((one for one in NETWORKS if one == value), ""))
        case _:
            return whom


def sign_cohort(name: str) -> str:
    """Give a short sign for a cohort: a button holds no long name."""
    return hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:10]
