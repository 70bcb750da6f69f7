"""What the desk needs from outside."""

import datetime
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.core.deliveries import Return
from bot.core.desk.case import Case
from bot.core.message import Message

WEB = "web"  # the channel of our own page
LETTERS_SHELF = "web-letters"  # what waits for it


class Cases(Protocol):
    """Where cases are kept, encrypted. Every method may raise StorageError."""

    async def keep_case(self, case: Case) -> None:
        """Keep a case, or its next state."""
        ...

    async def find_case(self, name: str) -> Case | None:
        """Find a case by its id."""
        ...

    async def change_case(self, before: Case, after: Case) -> None:
        """Keep the next state of a case, if it still is as it was read.

        Raises:
            CaseChangedError: it is not; where writes are held back, when they are made.
        """
        ...

    async def list_open(self) -> Sequence[Case]:
        """List the cases that nobody answered yet, those that are due soonest first."""
        ...

    async def list_open_dues(self) -> Sequence[datetime.datetime]:
        """List when the open cases are due, and nothing else of them: quick for many."""
        ...

    async def list_answered(self, most: int) -> Sequence[Case]:
        """List the cases that were answered last, the newest answers first."""
        ...

    async def is_awaited_by(self, person: str) -> bool:
        """Say whether somebody waits for an answer."""
        ...

    def together(self) -> AbstractAsyncContextManager[None]:
        """Hold back all that is written in a block, and write it at its end, all or nothing."""
        ...

    async def list_due(self, before: datetime.datetime) -> Sequence[Case]:
        """List open cases that are due before a moment and of which nobody was warned."""
        ...


class Outbox(Protocol):
    """Puts a message on its way to somebody who did not just write to us."""

    def reaches(self, channel: str) -> bool:
        """Say whether somebody in this channel can be written to later."""
        ...

    async def send(
        self,
        key: str,
        to: Return,
        message: Message,
        not_before: datetime.datetime | None = None,
    ) -> None:
        """Send once, not before a moment: a second message of the same key is not sent."""
        ...

    async def replace(self, key: str, of: str, to: Return, message: Message) -> None:
        """Put a message, with a key of its own, in the place of one that was sent under `of`."""
        ...

    async def is_refused(self, key: str, channel: str) -> bool:
        """Say whether something of what was sent under a key will never be there."""
        ...

    async def take_back(self, key: str, channel: str) -> None:
        """Take back what was sent under a key; nothing, if nothing was."""
        ...
