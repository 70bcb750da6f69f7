"""What mailings and chunks are made of, between database and senders. Nothing is read here."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.core.deliveries import Outcome

Verdict = Literal["go", "yield", "paused", "over", "lost"]


@dataclass(frozen=True)
class Letter:
    """What a mailing says: its key, and for each variant and channel the rendered body."""

    key: str
    bodies: Mapping[str, Mapping[str, Mapping[str, object]]]
    counts: bool
    until: datetime.datetime | None


@dataclass(frozen=True)
class PlannedPerson:
    """Somebody of a mailing. With a reason they are refused from the beginning."""

    author: str
    variant: str
    not_before: datetime.datetime
    reason: str = ""


@dataclass(frozen=True)
class PlannedChunk:
    """About a minute of sending in one lane."""

    number: int
    channel: str
    lane: str
    due_at: datetime.datetime
    people: Sequence[PlannedPerson]


@dataclass(frozen=True)
class Run:
    """One run over a chunk, for the engine; holds nothing of a person."""

    mailing: str
    number: int
    run: int
    lane: str
    due_at: datetime.datetime


@dataclass(frozen=True)
class Hold:
    """A chunk in the hands of one sender."""

    mailing: str
    number: int
    channel: str
    lane: str
    owner: str


@dataclass(frozen=True)
class Due:
    """Somebody whose turn it is.

    In doubt: an earlier sender may have reached them. An orphan: that sender died over it.
    """

    author: str
    variant: str
    not_before: datetime.datetime
    tries: int
    sent_at: datetime.datetime | None
    reason: str = ""
    is_in_doubt: bool = False
    is_orphan: bool = False


@dataclass(frozen=True)
class Sent:
    """What became of somebody whose message was being sent."""

    due: Due
    outcome: Outcome


@dataclass(frozen=True)
class Step:
    """What is to be written down in one commit.

    Args:
        sent: What became of those who were being sent to.
        later: Who is to wait, and until when.
        never: Whom nothing is sent, and why.
        claims: To whom something is sent next.
        insists: Whether they go out even if an answer waits.
    """

    sent: Sequence[Sent] = ()
    later: Mapping[str, datetime.datetime] = field(default_factory=dict)
    never: Mapping[str, str] = field(default_factory=dict)
    claims: Sequence[str] = ()
    insists: bool = False


@dataclass(frozen=True)
class Advance:
    """Whether to go on, and who of the claimed is ours."""

    verdict: Verdict
    claimed: frozenset[str] = frozenset()
