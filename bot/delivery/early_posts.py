"""Early posts: what is ready of an answer, in the place of the message that it follows."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.core.deliveries import Arrival, Delivery
from bot.storage.ledger import Ledger

_LOOK_SECONDS = 0.5  # another process may deliver: nothing tells us when it has


@dataclass
class EarlyPosts:
    """Shows what is ready, one post at a time.

    While one is still on its way, or the platform asks us to wait, no other is put behind it: the
    whole answer never waits for what it makes needless.

    Args:
        ledger: What is on its way.
        arrival: Follows the message whose place they take.
        on_new: Wakes the couriers.
    """

    ledger: Ledger
    arrival: Arrival
    on_new: Callable[[], None]
    _shown: int = 0

    async def show(self, posts: Sequence[Delivery]) -> None:
        """Show the first post of what is ready; a message that waits for more has no other.

        Waits for its turn; what is written meanwhile comes with the next.
        """
        first = f"{self.arrival.follows}/0"
        last = self._name_post(self._shown) if self._shown else first
        post = replace(posts[0], key=self._name_post(self._shown + 1))
        while not await self.ledger.put_over(post, first, after=last):  # noqa: ASYNC110 - nothing tells
            await asyncio.sleep(_LOOK_SECONDS)
        self._shown += 1
        self.on_new()

    def _name_post(self, number: int) -> str:
        return f"{self.arrival.key}/early-{number}/0"
