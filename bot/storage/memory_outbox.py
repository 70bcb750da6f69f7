"""An outbox that reaches nobody: for `jourfix chat`, where there is one person alone."""

import datetime

from bot.core.deliveries import Return
from bot.core.message import Message


class MemoryOutbox:
    """Implements the Outbox port; nothing leaves the process."""

    def reaches(self, _channel: str) -> bool:
        """Say that nobody can be written to later."""
        return False

    async def send(
        self,
        key: str,
        to: Return,
        message: Message,
        not_before: datetime.datetime | None = None,
    ) -> None:
        """Send nothing."""

    async def replace(self, key: str, of: str, to: Return, message: Message) -> None:
        """Replace nothing."""

    async def is_refused(self, _key: str, _channel: str) -> bool:
        """Say that nothing was refused."""
        return False

    async def take_back(self, key: str, channel: str) -> None:
        """Take nothing back."""
