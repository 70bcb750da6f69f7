"""An outbox in memory: what was put on its way, by key."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.deliveries import Return
from bot.core.message import Message


@dataclass(frozen=True)
class Put:
    """One message on its way."""

    key: str
    to: Return
    message: Message
    not_before: datetime.datetime | None = None
    of: str = ""  # the key of the message whose place it takes


@dataclass
class FakeOutbox:
    """Implements the Outbox port."""

    channels: Sequence[str] = ("slack", "teams")
    put: list[Put] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)

    def reaches(self, channel: str) -> bool:
        """Say whether a channel can be written to."""
        return channel in self.channels

    async def send(
        self, key: str, to: Return, message: Message, not_before: datetime.datetime | None = None
    ) -> None:
        """Send once."""
        self._put(Put(key, to, message, not_before))

    async def replace(self, key: str, of: str, to: Return, message: Message) -> None:
        """Put a message in the place of another."""
        self._put(Put(key, to, message, of=of))

    async def is_refused(self, key: str, _channel: str) -> bool:
        """Say whether it was refused."""
        return key in self.refused

    async def take_back(self, key: str, _channel: str) -> None:
        """Take back what was sent."""
        self.put = [one for one in self.put if one.key != key]

    def _put(self, new: Put) -> None:
        if not any((one.key, one.to) == (new.key, new.to) for one in self.put):
            self.put.append(new)
