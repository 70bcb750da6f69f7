"""A mailing: the messages of one occasion on their way to many people, each at their own hour.

What goes to one person in answer to what they did goes through the desk's Outbox instead.
"""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from bot.core.errors import BotError
from bot.core.message import Message

State = Literal["running", "paused", "stopped", "done"]
# Our own reasons, beside those of the gate.
STOPPED, TOO_LATE, UNREACHABLE, LEFT_OPEN = "stopped", "too-late", "unreachable", "left-open"
DIED = "sender died"  # over this person, and nothing is there: once more, on its own
BROKE_OFF = "broke off"  # that happened so often that it is left
UNREADABLE = "unreadable"  # what is kept of the person cannot be opened


@dataclass(frozen=True)
class Recipient:
    """One ambassador of a mailing.

    Where it goes is looked up when it goes: it is what the ambassador's own note says by then.

    Args:
        person: Who, as their channel names them.
        variant: Which of the mailing's messages.
        not_before: When it may go out at the earliest.
    """

    person: str
    variant: str
    not_before: datetime.datetime


@dataclass(frozen=True)
class Mailing:
    """One occasion: an editor's broadcast, the bundle of a week, a recap.

    Args:
        key: Names it for good, made of what it is for: `bundle:2026-W47`. Never sent twice.
        messages: What is said, by variant (language, level, what somebody asked for).
        until: What could not go out by then does not go out any more.
        counts: Whether it counts against what a person allows a week.
    """

    key: str
    messages: Mapping[str, Message]
    until: datetime.datetime | None = None
    counts: bool = True


@dataclass(frozen=True)
class Progress:
    """How far a mailing is, in people: for its editors.

    Args:
        state: Whether it goes on.
        delivered: Who has it.
        waiting: Whose turn is still to come.
        refused: Who will never have it, by reason.
        unknown: Who may have it, by reason.
        next_at: When somebody's turn comes next.
        next_week: How many of those who wait do so until another week: mostly people who had as
            many messages this week as they allow.
    """

    state: State
    delivered: int = 0
    waiting: int = 0
    refused: Mapping[str, int] = field(default_factory=dict)
    unknown: Mapping[str, int] = field(default_factory=dict)
    next_at: datetime.datetime | None = None
    next_week: int = 0

    @property
    def total(self) -> int:
        """How many people it was meant for."""
        return self.delivered + self.waiting + sum(self.refused.values()) + self.in_doubt

    @property
    def in_doubt(self) -> int:
        """How many may or may not have it."""
        return sum(self.unknown.values())


class MailingTooLongError(BotError):
    """A message of a mailing does not fit into one post; the message says which and where."""


class Mailings(Protocol):
    """Sends mailings. Every method may raise StorageError."""

    async def start(self, mailing: Mailing, recipients: Sequence[Recipient]) -> bool:
        """Put a mailing on its way, in one transaction; False: one of this key was started.

        Raises:
            MailingTooLongError: one of its messages does not fit into one post.
        """
        ...

    async def pause(self, key: str) -> bool:
        """Let nothing more go out until resumed, within two seconds; False: nothing to pause."""
        ...

    async def resume(self, key: str) -> bool:
        """Go on with a paused mailing."""
        ...

    async def stop(self, key: str) -> bool:
        """Let nothing more go out, for good; who waits is refused with the reason STOPPED."""
        ...

    async def list_kept(self, keys: Sequence[str]) -> Collection[str]:
        """List which of these mailings are kept still; what went out a month ago is not."""
        ...

    async def measure(self, key: str) -> Progress | None:
        """Say how far a mailing is; None: there is none."""
        ...

    async def settle_unknown(self, key: str, *, send_again: bool) -> int:
        """Decide over those in doubt: send again (one may get it twice), or leave it.

        Those left are refused with the reason LEFT_OPEN. Says how many.
        """
        ...
