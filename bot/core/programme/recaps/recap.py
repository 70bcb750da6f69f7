"""What an agenda and a recap are made of: here events, dilemmas and lessons plug in. Pure."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.core.programme.highlights.showing import ShownPost

Kind = Literal["agenda", "recap"]
Section = Literal["highlights", "tip", "open", "ours", "dates", "thanks"]
KINDS: tuple[Kind, ...] = ("agenda", "recap")
SECTIONS: tuple[Section, ...] = ("highlights", "tip", "open", "ours", "dates", "thanks")
UNSTRUCK: tuple[Section, ...] = ("ours",)  # practise what you preach: it is always there
UNWRITTEN: tuple[Section, ...] = ("highlights",)  # only in the words their authors agreed to
FEWEST_VOTES = 10  # of fewer nothing is told
LONGEST_TEXT = 1_200  # of a section that an editor wrote anew


@dataclass(frozen=True)
class Occasion:
    """One date of an event, with which an agenda and a recap go.

    Args:
        event: Its id.
        date: The date's name.
        title: What it is called.
        recap_at: When its recap goes out by itself; None: it does not.
    """

    event: str
    date: datetime.date
    title: str = ""
    recap_at: datetime.datetime | None = None

    @property
    def name(self) -> str:
        """Name it in buttons and on shelves."""
        return f"{self.event}:{self.date}"

    def key(self, kind: Kind) -> str:
        """Give the key under which its agenda or its recap is sent, once."""
        return f"{kind}:{self.name}"


@dataclass(frozen=True)
class RecapTip:
    """A lesson, in one language."""

    title: str
    text: str
    try_now: str = ""


@dataclass(frozen=True)
class OpenDilemma:
    """A dilemma that is open for votes; how many there are is told from ten on."""

    title: str
    question: str
    votes: int = 0


@dataclass(frozen=True)
class NextDate:
    """A date to come, in the zone in which it is held."""

    title: str
    starts_at: datetime.datetime
    where: str = ""


@dataclass(frozen=True)
class Gathered:
    """What others give for one language."""

    tip: RecapTip | None = None
    dilemmas: Sequence[OpenDilemma] = ()
    questions: Sequence[str] = ()
    dates: Sequence[NextDate] = ()


@dataclass(frozen=True)
class RecapInput:
    """Everything that one agenda or recap is composed of, in one language."""

    kind: Kind
    occasion: Occasion
    highlights: Sequence[ShownPost] = ()
    ours: Sequence[ShownPost] = ()
    gathered: Gathered = field(default_factory=Gathered)


@dataclass(frozen=True)
class Edit:
    """What an editor decided about one section of one occasion.

    A section is struck in all languages, and written anew in one. So these are rows of their own.
    """

    occasion: str
    section: Section
    language: str = ""
    text: str = ""
    is_struck: bool = False

    @property
    def key(self) -> str:
        """Name it on the shelf."""
        return name_edit(self.occasion, self.section, self.language)


def name_edit(occasion: str, section: Section, language: str = "") -> str:
    """Name the edit of a section: in a language its text, in none whether it is struck."""
    return f"{occasion}/{section}/{language}"


@dataclass(frozen=True)
class Sent:
    """That something went out, and what others had given for it; nothing of a person."""

    kind: Kind
    occasion: Occasion
    sent_at: datetime.datetime
    gathered: Gathered
