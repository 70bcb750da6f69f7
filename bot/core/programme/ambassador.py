"""An ambassador: a colleague who joined, and what they chose. Pure.

Everything here was told by the person, is shown to them, and goes when they leave.
"""

import datetime
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.core.deliveries import Return
from bot.core.model import Language
from bot.core.programme.hours import Hours

Level = Literal["starting", "sometimes", "often"]
Rhythm = Literal["week", "two-weeks", "month", "never"]
LEVELS: tuple[Level, ...] = ("starting", "sometimes", "often")
RHYTHMS: tuple[Rhythm, ...] = ("week", "two-weeks", "month", "never")
MOST_A_WEEK = (1, 2, 3)  # what a person may choose; no editor can raise it


@dataclass(frozen=True)
class Wishes:
    """What somebody switched on; all of it is off until they do, but for the bundle.

    Args:
        bundle: How often the bundle comes: a tip, a dilemma, a prompt, in one message.
        recap: The recap of each jourfix as a message, beside its channel.
        buddy: To be paired with a colleague.
        most_a_week: How many messages that they did not ask for may come in a week.
        topics: What tips should be about first.
    """

    bundle: Rhythm = "week"
    recap: bool = False
    buddy: bool = False
    most_a_week: int = 1
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class Work:
    """What somebody told of their work, so that a group can be spread; each part may be empty."""

    department: str = ""
    region: str = ""
    started_on: datetime.date | None = None  # for the anniversary, if they want it remembered


@dataclass(frozen=True)
class Ambassador:
    """Somebody who joined.

    Args:
        person: As their channel names them.
        to: Where they are written to.
        language: Theirs.
        level: How sure they feel.
        networks: Where they post.
        joined_at: When they agreed to what is stored.
        name: How their channel shows them to colleagues (a mention); for buddies and events.
        hours: When they may be written to.
        wishes: What they switched on.
        work: What they told of their work.
        cohorts: The groups they are in.
        role: The class of their role, where they told it.
        paused_until: Nothing comes before; the last day of time means until they say so.
        seen: The ids of lessons they looked at, the latest last.
    """

    person: str
    to: Return
    language: Language
    level: Level
    networks: tuple[str, ...]
    joined_at: datetime.datetime
    name: str = ""
    hours: Hours = field(default_factory=Hours)
    wishes: Wishes = field(default_factory=Wishes)
    work: Work = field(default_factory=Work)
    cohorts: tuple[str, ...] = ()
    role: str = ""
    paused_until: datetime.date | None = None
    seen: tuple[str, ...] = ()

    def is_paused(self, today: datetime.date) -> bool:
        """Say whether nothing may come today."""
        return self.paused_until is not None and today < self.paused_until

    def note_seen(self, lesson: str) -> "Ambassador":
        """Note a lesson as the latest one."""
        return replace(self, seen=(*(one for one in self.seen if one != lesson), lesson))
