"""The Outbox port in memory: what was put on its way, and what took its place."""

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
    """Keeps what is sent; reaches the channels named."""

    channels: frozenset[str] = frozenset({"slack", "teams"})
    sent: dict[str, Sent] = field(default_factory=dict)
    replaced: dict[str, Message] = field(default_factory=dict)  # what stands there now, by key
    changes: list[str] = field(default_factory=list)

    def reaches(self, channel: str) -> bool:
        return channel in self.channels

    async def send(
        self,
        key: str,
        to: Return,
        message: Message,
        not_before: datetime.datetime | None = None,
    ) -> None:
        self.sent.setdefault(key, Sent(key, to, message, not_before))

    async def replace(self, key: str, of: str, to: Return, message: Message) -> None:
        assert to == self.sent[of].to
        if key not in self.changes:
            self.changes.append(key)
            self.replaced[of] = message

    async def is_refused(self, key: str, channel: str) -> bool:
        return self.reaches(channel) and key not in self.sent

    async def take_back(self, key: str, channel: str) -> None:
        if self.reaches(channel):
            self.sent.pop(key, None)

    def list_sent_to(self, person: str) -> list[Sent]:
        """List what somebody was sent and still has."""
        return [one for one in self.sent.values() if one.to.person == person]
