"""What the desk needs from outside."""

import datetime
from collections.abc import Sequence
from typing import Protocol

from bot.core.deliveries import Return
from bot.core.desk.case import Case
from bot.core.message import Message


class Cases(Protocol):
    """Where cases are kept, encrypted. Every method may raise StorageError."""

    async def keep_case(self, case: Case) -> None:
        """Keep a case, or its next state."""
        ...

    async def find_case(self, name: str) -> Case | None:
        """Find a case by its id."""
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
