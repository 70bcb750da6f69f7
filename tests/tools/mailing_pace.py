"""How well the pace of mailings uses a platform's limit, on a clock that is not the machine's.

The sender is ours; the ledger is a dictionary, and the platform counts what comes in each second.
Between two chunks of a workspace lies what the engine needs to begin the next: up to its poll.
"""

import asyncio
import random
from collections import deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.core.deliveries import Delivered, Delivery, Outcome, Postponed
from bot.core.programme.ambassador import Ambassador
from bot.delivery.broadcasting import Broadcasting
from bot.delivery.chunk_sending import Means
from bot.delivery.pace import Paces
from bot.delivery.planning import SECONDS_A_CHUNK
from bot.storage.mailing_parts import Advance, Due, Hold, Letter, Step
from tests.delivery.editor_child import make_ambassador
from tests.tools.virtual_time import LoopClock, run_virtually

_POLL_SECONDS = 1.05  # of the engine, at most
_WAY = (0.01, 0.05)  # to the platform, in seconds
_ANSWER = (0.04, 0.35)  # until its answer is there


@dataclass
class Limited:
    """A platform that takes so many messages of a workspace in any second, and counts the rest."""

    limit: int
    chance: random.Random
    last: dict[str, deque[float]] = field(default_factory=dict)
    there: int = 0
    refused: int = 0

    async def deliver(self, delivery: Delivery) -> Outcome:
        await asyncio.sleep(self.chance.uniform(*_WAY))
        now = asyncio.get_running_loop().time()
        seen = self.last.setdefault(delivery.place["team"], deque())
        while seen and seen[0] <= now - 1:
            seen.popleft()
        if len(seen) >= self.limit:
            self.refused += 1
            return Postponed(1.0, "ratelimited", is_failure=False)
        seen.append(now)
        self.there += 1
        await asyncio.sleep(self.chance.uniform(*_ANSWER))
        return Delivered("x")


@dataclass
class Rows:
    """The people of one workspace, in memory: as the chunks in the database behave."""

    team: str
    waiting: dict[str, Due]

    @property
    def mailings(self) -> "Rows":
        return self

    async def find_letter(self, _name: str) -> Letter:
        return Letter("tip", {"en": {"slack": {"text": "A tip"}}}, False, None)  # noqa: FBT003

    async def take(self, mailing: str, number: int, owner: str) -> Hold:
        return Hold(mailing, number, "slack", self.team, owner)

    async def list_due(self, _hold: Hold, most: int) -> list[Due]:
        return list(self.waiting.values())[:most]

    async def take_doubtful(self, _hold: Hold, _most: int, _but: Collection[str]) -> list[Due]:
        return []

    async def advance(self, _hold: Hold, step: Step) -> Advance:
        for sent in step.sent:
            if not isinstance(sent.outcome, Delivered):
                self.waiting[sent.due.author] = sent.due
        claimed = [author for author in step.claims if self.waiting.pop(author, None)]
        return Advance("go", frozenset(claimed))

    async def finish(self, _hold: Hold, _seconds: float = 0.0) -> None:
        return

    async def find_by_authors(self, authors: Sequence[str]) -> dict[str, Ambassador]:
        now = LoopClock().now()
        return {one: make_ambassador(int(one), self.team, now) for one in authors}


def measure_pace(people: int, workspaces: int, limit: int) -> tuple[float, int]:
    """Send to many people at a limit; gives how much of it was used, and how often it was hit."""
    platform = Limited(limit, random.Random(5))
    each = people // workspaces

    async def send() -> float:
        paces = Paces({"slack": float(limit)})
        teams = [_send_all(f"T{one}", each, paces, platform) for one in range(workspaces)]
        await asyncio.gather(*teams)
        return asyncio.get_running_loop().time()

    seconds = run_virtually(send())
    assert platform.there == each * workspaces
    return platform.there / (limit * workspaces * seconds), platform.refused


async def _send_all(team: str, people: int, paces: Paces, platform: Limited) -> None:
    """Send chunk after chunk of one workspace."""
    begin, chance = LoopClock().now(), random.Random(team)
    size = int(paces.limits["slack"] * SECONDS_A_CHUNK)
    for first in range(0, people, size):
        numbers = range(first, min(first + size, people))
        waiting = {str(number): Due(str(number), "en", begin, 0, None) for number in numbers}
        rows: Any = Rows(team, waiting)
        messengers: Any = {"slack": platform}
        sender = Broadcasting(Means(rows, rows, messengers, LoopClock()), paces, team)
        while rows.waiting:
            await sender.send("tip", 1)
            await asyncio.sleep(chance.uniform(0.0, _POLL_SECONDS))
