"""The Outbox port in memory: what was put on its way, to whom, for when."""

import datetime
from dataclasses import dataclass, field

from bot.core.deliveries import Return
from bot.core.message import Message


@dataclass(frozen=True)
class Put:
    """One message on its way; `of` is the key of the one whose place it takes."""

    key: str
    to: Return
    message: Message
    not_before: datetime.datetime | None = None
    of: str = ""


@dataclass
class FakeOutbox:
    """Reaches the channels it is told of, and keeps what it was given."""

    channels: frozenset[str] = frozenset({"slack", "teams"})
    sent: dict[str, Put] = field(default_factory=dict)
    taken_back: list[str] = field(default_factory=list)

    def reaches(self, channel: str) -> bool:
        """Say whether this is one of its channels."""
        return channel in self.channels

    async def send(
        self,
        key: str,
        to: Return,
        message: Message,
        not_before: datetime.datetime | None = None,
    ) -> None:
        """Send once."""
        assert self.reaches(to.channel)
        self.sent.setdefault(key, Put(key, to, message, not_before))

    async def replace(self, key: str, of: str, to: Return, message: Message) -> None:
        """Put a message in the place of one that was sent."""
        assert of in self.sent
        self.sent.setdefault(key, Put(key, to, message, of=of))

    async def is_refused(self, key: str, channel: str) -> bool:  # noqa: ARG002 - nothing ever is
        """Say that everything can be delivered."""
        return False

    async def take_back(self, key: str, channel: str) -> None:
        """Take back what was sent."""
        assert self.reaches(channel)
        self.taken_back.append(key)

    def list_sent_to(self, person: str) -> list[Put]:
        """List what somebody was sent, but for what was taken back."""
        put = self.sent.values()
        return [one for one in put if one.to.person == person and one.key not in self.taken_back]
