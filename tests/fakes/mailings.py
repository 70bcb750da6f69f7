"""The Mailings port in memory, with a delivery that happens when a test says so."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.message import Message
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.gate import Go, Later, Never, weigh_sending
from bot.core.programme.mailings import TOO_LATE
from bot.core.programme.ports import Shelf
from bot.storage.memory import MemoryShelf
from bot.storage.memory_mailings import (
    DELIVERED,
    REFUSED,
    UNKNOWN,
    WAITING,
    Kept,
    Letter,
    MemoryMailings,
)


@dataclass
class FakeMailings(MemoryMailings):
    """Mailings whose messages go out with `send_due`, through the gate.

    Args:
        ambassadors: Who is asked right before something goes out.
        refuses: Reasons of the platform, by person.
        doubts: Of whom it stays unknown whether they have it, and why, by person.
    """

    ambassadors: Shelf[Ambassador] = field(default_factory=MemoryShelf)
    refuses: Mapping[str, str] = field(default_factory=dict)
    doubts: Mapping[str, str] = field(default_factory=dict)
    sent: list[tuple[str, str, Message]] = field(default_factory=list)  # key, person, message

    async def send_due(self, most: int = 1_000_000) -> int:
        """Send what may go out now, to so many at most; says to how many it went."""
        before = len(self.sent)
        for kept in self.kept.values():
            for letter in kept.list_in(WAITING) if kept.hold == "running" else ():
                if len(self.sent) - before < most:
                    await self._send(kept, letter)
        return len(self.sent) - before

    def list_sent_to(self, person: str) -> list[Message]:
        """List what went out to somebody."""
        return [message for _, whom, message in self.sent if whom == person]

    async def _send(self, kept: Kept, letter: Letter) -> None:
        mailing, person, now = kept.mailing, letter.recipient.person, self.clock.now()
        if mailing.until is not None and now >= mailing.until:
            return letter.settle(REFUSED, TOO_LATE)
        if letter.not_before > now:
            return None
        ambassador = await self.ambassadors.find(person)
        match weigh_sending(ambassador, now, self._list_moments(person), counts=mailing.counts):
            case Never(reason=reason):
                letter.settle(REFUSED, reason)
            case Later(moment=moment):
                letter.not_before = moment
            case Go():
                self._hand_over(kept, letter)
        return None

    def _hand_over(self, kept: Kept, letter: Letter) -> None:
        person = letter.recipient.person
        if person in self.refuses:
            letter.settle(REFUSED, self.refuses[person])
            return
        self.sent.append(
            (kept.mailing.key, person, kept.mailing.messages[letter.recipient.variant])
        )
        letter.sent_at = self.clock.now()
        if person in self.doubts:
            letter.settle(UNKNOWN, self.doubts[person])
        else:
            letter.settle(DELIVERED)

    def _list_moments(self, person: str) -> list[datetime.datetime]:
        """List when messages that count went out to somebody."""
        return [
            letter.sent_at
            for kept in self.kept.values()
            for letter in kept.letters
            if kept.mailing.counts and letter.recipient.person == person and letter.sent_at
        ]
