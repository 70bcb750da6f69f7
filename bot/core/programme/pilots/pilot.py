"""A pilot (congress, proeftuin): a theme with two leads, a first and a last day, and a pack. Pure.

What belongs to a person stands in rows of their own: a lead's answer, that somebody takes part,
what they said afterwards.
"""

import datetime
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.core.deliveries import Return
from bot.core.model import Embargo, Language
from bot.core.programme.by_language import Lines
from bot.core.programme.prompts import find_stage

State = Literal["draft", "open", "off"]
Question = Literal["worked", "hard", "next"]
Missing = Literal["days", "leads", "lead"]
QUESTIONS: tuple[Question, ...] = ("worked", "hard", "next")
LEADS = 2  # exactly: one alone is on their own, three wait for one another
LEAST_COUNTED = 10  # people; what fewer did or said is not told
_SHOWN_AFTER = datetime.timedelta(days=21)  # so long can participants still say how it was
# Days around the pilot on which those who wish get a prompt.
_PROMPTS_BEFORE, _PROMPTS_AFTER = datetime.timedelta(days=5), datetime.timedelta(days=3)


@dataclass(frozen=True)
class Pilot:
    """One pilot.

    Args:
        id: Names it in buttons.
        title: What it is called.
        language: In which its editor writes.
        state: Seen by editors only, open to ambassadors, or called off.
        starts_on: Its first day.
        ends_on: Its last one.
        place: Where, in the editor's words.
        dos: What helps there, by language.
        donts: What to leave.
        hashtags: Its tags.
        embargoes: What must wait; checked in every draft of the house while the pilot is open.
        prompts: The editor's own questions by stage; without any, ours are asked.
        cohort: Who is in this group takes part without a press.
    """

    id: str
    title: str
    language: Language
    state: State = "draft"
    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    place: str = ""
    dos: Lines = field(default_factory=dict)
    donts: Lines = field(default_factory=dict)
    hashtags: tuple[str, ...] = ()
    embargoes: tuple[Embargo, ...] = ()
    prompts: Mapping[str, Lines] = field(default_factory=dict)
    cohort: str = ""

    def tell_stage(self, today: datetime.date) -> str:
        """Say whether it is to come, on, or over; before it has days it is to come."""
        if self.starts_on is None or self.ends_on is None:
            return "before"
        return find_stage(self.starts_on, self.ends_on, today)

    def is_shown(self, today: datetime.date) -> bool:
        """Say whether ambassadors find it: open, and not over for long."""
        if self.state != "open" or self.ends_on is None:
            return False
        return today <= self.ends_on + _SHOWN_AFTER

    def list_prompt_days(self) -> Sequence[datetime.date]:
        """List the days that have a prompt for those who wish; none of one that is not open."""
        if self.state != "open" or self.starts_on is None or self.ends_on is None:
            return ()
        first = self.starts_on - _PROMPTS_BEFORE
        count = (self.ends_on + _PROMPTS_AFTER - first).days + 1
        return [first + datetime.timedelta(days=number) for number in range(count)]


@dataclass(frozen=True)
class Lead:
    """What somebody said to leading a pilot; kept as theirs."""

    pilot: str
    person: str = field(repr=False)
    asked_at: datetime.datetime
    answer: Literal["", "yes", "no"] = ""
    answered_at: datetime.datetime | None = None


@dataclass(frozen=True)
class Member:
    """That somebody takes part, or no longer does; kept as theirs."""

    pilot: str
    person: str = field(repr=False)
    is_in: bool
    wants_prompts: bool = False


@dataclass(frozen=True)
class Told:
    """What somebody said afterwards; kept as theirs, and without them in it."""

    pilot: str
    question: Question
    text: str = field(repr=False)


@dataclass(frozen=True)
class LeadNote:
    """What a lead says of the pilot, for everybody to read."""

    pilot: str
    text: str = field(repr=False)


@dataclass(frozen=True)
class Keeper:
    """The editor who made a pilot and is told how leads answer; kept as theirs."""

    pilot: str
    to: Return
    language: Language


def name_pilot(title: str, made_at: datetime.datetime) -> str:
    """Name a new pilot."""
    named = f"{title}\n{made_at.isoformat()}"
    return hashlib.blake2b(named.encode(), digest_size=5).hexdigest()


def name_in_button(pilot: str, person: str) -> str:
    """Name a person in a button, so that no button carries who they are."""
    return hashlib.blake2b(f"{pilot}\n{person}".encode(), digest_size=6).hexdigest()


def choose_leads(answers: Sequence[Lead]) -> Sequence[Lead]:
    """Give who leads: the first two that said yes, whoever was asked and in whatever order."""
    willing = [
        (one.answered_at, one.person, one)
        for one in answers
        if one.answer == "yes" and one.answered_at is not None
    ]
    return [one for *_, one in sorted(willing, key=lambda row: row[:2])[:LEADS]]


def list_missing(pilot: Pilot, leads: int) -> Sequence[Missing]:
    """List what a draft lacks before it can be opened."""
    missing: list[Missing] = []
    if pilot.starts_on is None or pilot.ends_on is None:
        missing.append("days")
    if leads != LEADS:
        missing.append("leads" if leads == 0 else "lead")
    return missing
