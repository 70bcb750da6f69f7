"""The Outbox port in memory: what was put on its way, once a key."""

import datetime
from dataclasses import dataclass, field

from bot.core.deliveries import Return
from bot.core.message import Message


@dataclass(frozen=True)
class Sent:
    """One message on its way."""

    key: str
    to: Return
    message: Message
    not_before: datetime.datetime | None = None


@dataclass
class FakeOutbox:
    """Implements the Outbox port; `channels` can be written to."""

    channels: frozenset[str] = frozenset({"slack"})
    sent: dict[str, Sent] = field(default_factory=dict)

    def reaches(self, channel: str) -> bool:
        """Say whether a channel can be written to."""
        return channel in self.channels

    async def send(
        self,
        key: str,
        to: Return,
        message: Message,
        not_before: datetime.datetime | None = None,
    ) -> None:
        """Keep it, unless something of this key was sent."""
        self.sent.setdefault(key, Sent(key, to, message, not_before))

    async def replace(self, key: str, of: str, to: Return, message: Message) -> None:
        """Put it in the place of another."""
        self.sent.pop(of, None)
        await self.send(key, to, message)

    async def is_refused(self, _key: str, _channel: str) -> bool:
        """Say no."""
        return False

    async def take_back(self, key: str, _channel: str) -> None:
        """Forget it."""
        self.sent.pop(key, None)

    def list_sent_to(self, person: str) -> list[Message]:
        """List what went to somebody, in order."""
        return [one.message for one in self.sent.values() if one.to.person == person]
