"""Put a broadcast into words: its name, whom it is for, when, how many. Pure."""

import datetime
from zoneinfo import ZoneInfo

from bot.core.coaching.wording import WORDINGS
from bot.core.model import Language
from bot.core.programme.broadcasts.audience import Headcount
from bot.core.programme.broadcasts.broadcast import Broadcast, Wall, Whom
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS

_LONGEST_NAME = 45


def name_broadcast(broadcast: Broadcast, language: Language) -> str:
    """Give the title of a broadcast, or how it begins."""
    text = broadcast.choose_text(language)
    words = " ".join((text.title or text.text).split())
    return words if len(words) <= _LONGEST_NAME else f"{words[: _LONGEST_NAME - 1].rstrip()}…"


def describe_whom(whom: Whom, language: Language) -> str:
    """Say whom it is for."""
    wording = BROADCAST_WORDINGS[language]
    parts = []
    if whom.cohort:
        parts.append(wording.cohort.format(name=whom.cohort))
    if whom.language:
        parts.append(wording.in_language[whom.language])
    if whom.level:
        parts.append(wording.levels[whom.level])
    if whom.network:
        name = WORDINGS[language].networks.get(whom.network, whom.network)
        parts.append(wording.on_network.format(network=name))
    return ", ".join(parts) or wording.all


def describe_people(headcount: Headcount, language: Language) -> str:
    """Say how many it reaches, as exactly as may be told."""
    wording = BROADCAST_WORDINGS[language]
    if not headcount.people and not headcount.is_segment:
        return wording.nobody
    if headcount.is_vague:
        return wording.people_vague
    return (
        wording.person if headcount.people == 1 else wording.people.format(count=headcount.people)
    )


def describe_when(when: Wall | None, language: Language) -> str:
    """Say when it comes."""
    wording = BROADCAST_WORDINGS[language]
    return wording.now if when is None else wording.at_wall.format(moment=show_wall(when, language))


def show_wall(wall: Wall, language: Language) -> str:
    """Show a moment of everybody's own clock."""
    return show_moment(wall.at(datetime.UTC), "UTC", language)


def show_moment(moment: datetime.datetime, zone: str, language: Language) -> str:
    """Show a moment as it is in a zone."""
    wording = BROADCAST_WORDINGS[language]
    local = moment.astimezone(ZoneInfo(zone))
    return f"{wording.days[local.weekday()]}, {wording.moment.format(date=local)}"
