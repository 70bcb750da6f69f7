"""Events: the jourfix, Coffee & Learn, and whatever else colleagues meet for. Pure.

What is kept is one row a thing and person, so that two who act at once overwrite nothing of each
other's: an event, what changed of one of its dates, one person's answer to one date. Places, the
waiting list and the version that calendars compare are computed from these rows.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.core.model import LANGUAGES, Language
from bot.core.programme.recurrence import Recurrence

Kind = Literal["jourfix", "coffee", "other"]
State = Literal["planned", "announced", "cancelled"]
SeatKind = Literal["place", "waiting"]
KINDS: tuple[Kind, ...] = ("jourfix", "coffee", "other")
MOST_PLACES = 1_000


@dataclass(frozen=True)
class EventText:
    """What an event is called and about, in one language."""

    title: str
    about: str = ""


@dataclass(frozen=True)
class Event:
    """Something that is held, once or again and again.

    Args:
        id: Names it for good.
        kind: What it is.
        texts: Its words, in at least one language once it is announced.
        series: When, as its rhythm gives it; what changed of single dates stands beside it.
        minutes: How long one date takes.
        where: A place or a meeting's link, or both.
        places: How many people may come to one date; nought: as many as like.
        state: Planned ones are seen by editors only.
        sequence: How often it changed; see `changes.count_sequence`.
    """

    id: str
    kind: Kind
    texts: Mapping[Language, EventText]
    series: Recurrence
    minutes: int = 60
    where: str = ""
    places: int = 0
    state: State = "planned"
    sequence: int = 0

    @property
    def is_single(self) -> bool:
        """Whether it has one date only."""
        return self.series.until == self.series.anchor

    @property
    def length(self) -> datetime.timedelta:
        """How long one date takes."""
        return datetime.timedelta(minutes=self.minutes)

    def find_text(self, language: Language) -> EventText:
        """Give its words in a language, or in the first that it has."""
        known = next((one for one in (language, *LANGUAGES) if one in self.texts), None)
        return self.texts[known] if known else EventText("")


@dataclass(frozen=True)
class DateChange:
    """What became of one date: held at another time, or, without one, not at all.

    Args:
        event: Of which event.
        date: The date's name: the local day that the rhythm gave it.
        to: The day it is held on instead.
        time: When.
        sequence: How often this date changed.
    """

    event: str
    date: datetime.date
    to: datetime.date | None = None
    time: datetime.time | None = None
    sequence: int = 1

    @property
    def key(self) -> str:
        """Where it stands on its shelf."""
        return f"{self.event}/{self.date}"


@dataclass(frozen=True)
class Answer:
    """One person's answer to one date.

    Args:
        event: To which event.
        date: To which of its dates.
        person: Whose.
        comes: Yes or no.
        at: When they said it: the order in which places are given.
        told: Whether they read that they have a place, or that they wait.
        wants_material: Whether they asked for what there is to read afterwards.
    """

    event: str
    date: datetime.date
    person: str
    comes: bool
    at: datetime.datetime
    told: SeatKind = "place"
    wants_material: bool = False

    @property
    def key(self) -> str:
        """Where it stands on its shelf."""
        return f"{self.event}/{self.date}/{self.person}"


@dataclass(frozen=True)
class Telling:
    """What somebody was told of their place after they answered.

    Args:
        key: That of the answer.
        at: The answer's moment; another answer begins anew.
        told: What they read last.
        times: How often they were told.
    """

    key: str
    at: datetime.datetime
    told: SeatKind
    times: int = 1


@dataclass(frozen=True)
class Material:
    """What an editor put down for those who were there, and for those who could not come.

    Args:
        name: Names it for good.
        event: Of which event.
        date: Of which date.
        text: Words; may be empty where there is a link.
        link: An address; may be empty.
    """

    name: str
    event: str
    date: datetime.date
    text: str = ""
    link: str = ""


@dataclass(frozen=True)
class Proposal:
    """A change that an editor looks at before it is made.

    Args:
        name: Names it; the button that makes the change carries it.
        event: Of which event.
        what: What would be done.
        sequence: The event's version that the editor saw.
        made_at: When; it is not offered for long.
        date: Of which date, where it is about one.
        value: What is new, in a form of ours.
        material: What would be put down.
    """

    name: str
    event: str
    what: str
    sequence: int
    made_at: datetime.datetime
    date: datetime.date | None = None
    value: str = ""
    material: Material | None = field(default=None)
