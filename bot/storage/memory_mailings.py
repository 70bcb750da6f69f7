"""Mailings kept in this process only: for `jourfix chat`, where nobody else can be written to.

What is started here waits: whoever delivers takes it from `letters`.
"""

import datetime
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from bot.core.ports import Clock
from bot.core.programme.mailings import LEFT_OPEN, STOPPED, Mailing, Progress, Recipient, State

WAITING, DELIVERED, REFUSED, UNKNOWN = "waiting", "delivered", "refused", "unknown"
_WEEK = datetime.timedelta(days=7)


@dataclass
class Letter:
    """What became of the message to one person."""

    recipient: Recipient
    not_before: datetime.datetime
    state: str = WAITING
    reason: str = ""
    sent_at: datetime.datetime | None = None

    def settle(self, state: str, reason: str = "") -> None:
        """Note what became of it."""
        self.state, self.reason = state, reason


@dataclass
class Kept:
    """A mailing and the letters of it."""

    mailing: Mailing
    letters: list[Letter]
    hold: State = "running"

    def list_in(self, state: str) -> list[Letter]:
        """List the letters in a state."""
        return [letter for letter in self.letters if letter.state == state]


@dataclass
class MemoryMailings:
    """Implements the Mailings port; everything is gone when the process ends."""

    clock: Clock
    kept: dict[str, Kept] = field(default_factory=dict)

    async def start(self, mailing: Mailing, recipients: Sequence[Recipient]) -> bool:
        """Keep a mailing, unless one of its key is kept."""
        if mailing.key in self.kept:
            return False
        once = {one.person: one for one in reversed(recipients)}
        letters = [Letter(one, one.not_before) for one in reversed(once.values())]
        self.kept[mailing.key] = Kept(mailing, letters)
        return True

    async def pause(self, key: str) -> bool:
        """Hold a mailing."""
        return self._turn(key, "running", "paused")

    async def resume(self, key: str) -> bool:
        """Go on with a mailing."""
        return self._turn(key, "paused", "running")

    async def stop(self, key: str) -> bool:
        """End a mailing: who waits is refused."""
        is_open = await self.measure(key)
        if is_open is None or is_open.state not in ("running", "paused"):
            return False
        self.kept[key].hold = "stopped"
        for letter in self.kept[key].list_in(WAITING):
            letter.settle(REFUSED, STOPPED)
        return True

    async def list_kept(self, keys: Sequence[str]) -> Collection[str]:
        """List which of these are kept."""
        return [key for key in keys if key in self.kept]

    async def measure(self, key: str) -> Progress | None:
        """Count the letters."""
        kept = self.kept.get(key)
        if kept is None:
            return None
        waiting = sorted(letter.not_before for letter in kept.list_in(WAITING))
        state: State = kept.hold if waiting or kept.hold == "stopped" else "done"
        now = self.clock.now()
        monday = (now - datetime.timedelta(days=now.weekday()) + _WEEK).date()
        return Progress(
            state,
            len(kept.list_in(DELIVERED)),
            len(waiting),
            Counter(letter.reason for letter in kept.list_in(REFUSED)),
            Counter(letter.reason for letter in kept.list_in(UNKNOWN)),
            waiting[0] if waiting else None,
            sum(at.astimezone(now.tzinfo).date() >= monday for at in waiting),
        )

    async def settle_unknown(self, key: str, *, send_again: bool) -> int:
        """Send again to those in doubt, or leave it."""
        unknown = self.kept[key].list_in(UNKNOWN) if key in self.kept else []
        for letter in unknown:
            letter.settle(*((WAITING, "") if send_again else (REFUSED, LEFT_OPEN)))
        return len(unknown)

    def _turn(self, key: str, before: State, after: State) -> bool:
        kept = self.kept.get(key)
        if kept is None or kept.hold != before or not kept.list_in(WAITING):
            return False
        kept.hold = after
        return True
