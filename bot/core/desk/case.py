"""A case: a review that its author sent to the editors, and their answer. Pure."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.core.coaching.messages import number_findings
from bot.core.deliveries import Return
from bot.core.model import Language, Review, Severity

Decision = Literal["fine", "change", "do-not"]
Team = Literal["drug_safety", "privacy", "legal"]  # as the organisation file names their contacts
_MORNING, _EVENING = 9, 18  # hours between which somebody may be expected to answer
DECISIONS: tuple[Decision, ...] = ("fine", "change", "do-not")
TEAMS: tuple[Team, ...] = ("drug_safety", "privacy", "legal")
WARNED_BEFORE = datetime.timedelta(hours=2)


@dataclass(frozen=True)
class Noted:
    """A finding as the editors see it; findings that say the same share a number."""

    number: int
    start: int
    end: int
    severity: str
    message: str
    topic: str
    why: str = ""
    source: str = ""
    address: str = ""


@dataclass(frozen=True)
class Case:
    """What an author handed over, word by word; nothing else of the author is in it.

    Args:
        id: A short name that people can say to one another.
        to_author: Where the answer goes; editors do not see it.
        language: The author's; the answer is framed in it.
        text: The draft.
        verdict: Ours, go, adjust or ask.
        findings: What we found.
        opened_at: When it was sent.
        due_at: Until when the author may expect an answer.
        owner: The editor who took it.
        decision: The answer, once there is one.
        reply: The editor's own words to it.
        answered_at: When it was given.
        shown_in: The channels whose editors see it.
        is_warned: Whether the editors were told that it is nearly due.
        owner_name: How the owner is called among colleagues.
        touched_at: When somebody last did something about it.
        handed_to: The team that it was handed over to, last.
        suggested: Words that the author may use instead.
        answered_by: Who answered, and how they are called.
    """

    id: str
    to_author: Return
    language: Language
    text: str
    verdict: str
    findings: tuple[Noted, ...]
    opened_at: datetime.datetime
    due_at: datetime.datetime
    owner: str = ""
    decision: Decision | Literal[""] = ""
    reply: str = ""
    answered_at: datetime.datetime | None = None
    shown_in: tuple[str, ...] = ()
    is_warned: bool = field(default=False, compare=False)
    owner_name: str = ""
    touched_at: datetime.datetime | None = None
    handed_to: Team | Literal[""] = ""
    suggested: str = ""
    answered_by: tuple[str, str] = ("", "")

    @property
    def key(self) -> str:
        """The key of the message that shows it to the editors."""
        return f"case/{self.id}"

    @property
    def reminder_key(self) -> str:
        """The key of the message that says it is nearly due."""
        return f"due/{self.id}"

    @property
    def is_open(self) -> bool:
        """Whether nobody answered it yet."""
        return self.decision == ""

    def is_nearly_due(self, now: datetime.datetime) -> bool:
        """Whether an answer is due soon, or was due before."""
        return self.is_open and now >= self.due_at - WARNED_BEFORE

    def is_over_due(self, now: datetime.datetime) -> bool:
        """Whether an answer was due before."""
        return self.is_open and now > self.due_at

    def is_offered_again(self, now: datetime.datetime) -> bool:
        """Whether its owner did nothing for so long that everybody may take it over.

        Nobody's case waits for a colleague who is ill.
        """
        if not self.owner or not self.is_nearly_due(now):
            return False
        touched = self.touched_at or self.opened_at
        return touched < self.due_at - WARNED_BEFORE or touched < now - WARNED_BEFORE

    def is_free_for(self, person: str, now: datetime.datetime) -> bool:
        """Whether somebody may take it."""
        is_anybodys = not self.owner or self.is_offered_again(now)
        return self.is_open and self.owner != person and is_anybodys

    def take(self, owner: str, name: str, now: datetime.datetime) -> "Case":
        """Give the case to an editor."""
        return replace(self, owner=owner, owner_name=name, touched_at=now)

    def give_back(self, now: datetime.datetime) -> "Case":
        """Take the case from its owner."""
        return replace(self, owner="", owner_name="", touched_at=now)

    def hand_over(self, team: Team, now: datetime.datetime) -> "Case":
        """Give the case to another team, of which nobody has taken it yet."""
        return replace(self.give_back(now), handed_to=team)

    def decide(self, answer: "Answer", by: str, name: str, now: datetime.datetime) -> "Case":
        """Answer the case."""
        return replace(
            self,
            decision=answer.decision,
            reply=answer.reply,
            suggested=answer.suggested,
            owner=self.owner or by,
            owner_name=self.owner_name or name,
            answered_at=now,
            answered_by=(by, name),
            touched_at=now,
        )


@dataclass(frozen=True)
class Answer:
    """What is said to a case: the decision, why, and words that the author may use instead."""

    decision: Decision
    reply: str = ""
    suggested: str = ""


def count_due(dues: Iterable[datetime.datetime], now: datetime.datetime) -> tuple[int, int]:
    """Count which of open cases are due soon, and which were due before."""
    left = [due - now for due in dues]
    over = sum(one < datetime.timedelta() for one in left)
    return sum(one <= WARNED_BEFORE for one in left) - over, over


def find_due(opened_at: datetime.datetime, hours: int, zone: datetime.tzinfo) -> datetime.datetime:
    """Give the moment an answer is due: so many hours later, not counting weekends.

    Hours are counted in the organisation's time zone; a Saturday or Sunday passes uncounted. What
    would be due at night is due the next working morning.
    """
    moment = opened_at.astimezone(zone)
    left = hours
    while left > 0 or moment.weekday() >= 5:
        moment = (moment.astimezone(datetime.UTC) + datetime.timedelta(hours=1)).astimezone(zone)
        if moment.weekday() < 5:
            left -= 1
    if not _MORNING <= moment.hour < _EVENING:
        moment = _find_morning(moment)
    return moment.astimezone(datetime.UTC)


def _find_morning(moment: datetime.datetime) -> datetime.datetime:
    """Give the first morning of a working day after a moment in the night."""
    day = moment.date() + datetime.timedelta(days=1 if moment.hour >= _EVENING else 0)
    while day.weekday() >= 5:
        day += datetime.timedelta(days=1)
    return datetime.datetime.combine(day, datetime.time(_MORNING), moment.tzinfo)


def note_findings(review: Review) -> tuple[Noted, ...]:
    """Note the findings that are more than a thought."""
    serious = [found for found in review.findings if found.severity is not Severity.CONSIDER]
    numbers = number_findings(serious)
    return tuple(
        Noted(
            numbers[at],
            one.start,
            one.end,
            one.severity.value,
            one.message,
            one.topic,
            one.why,
            " ".join(word for word in (one.source.title, one.source.section) if word),
            one.source.address or "",
        )
        for at, one in enumerate(serious)
    )
