"""Answer what arrived: take it, let its channel answer, put the answers on their way."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass

from bot.core.apologies import make_reference, name_place
from bot.core.deliveries import Answered, Arrival, Messenger
from bot.core.errors import BotError, StorageError
from bot.delivery.early_posts import EarlyPosts
from bot.storage.database import writing_together
from bot.storage.inbox import Held, Inbox

_HELD_SECONDS = 12.0  # after its worker died, an arrival is free again so soon
_MOST_TRIES = 3  # where the database fails
_POISON_TRIES = 5  # so many workers died over it
_RETRY_SECONDS = 2.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Answering:
    """Answers arrivals, one at a time; several of these may work beside one another.

    Args:
        inbox: What arrived.
        messengers: Who answers, by channel.
        owner: Names this one among them.
        on_new: Wakes the couriers while an answer is still being written.
        follow_ups: Answers what follows a message of ours; else what people said.
    """

    inbox: Inbox
    messengers: Mapping[str, Messenger]
    owner: str
    on_new: Callable[[], None]
    follow_ups: bool = False

    async def do_next(self) -> bool:
        """Answer the next arrival; False when there is none."""
        held = await self.inbox.hold_next(self.owner, _HELD_SECONDS, follow_ups=self.follow_ups)
        if held is None:
            return False
        messenger = self.messengers.get(held.arrival.channel)
        if messenger is None:
            _log.warning("nobody here answers “%s”", held.arrival.channel)
            return True  # another process may; the hold ends by itself
        async with self._holding(held):
            await self._answer(held, messenger)
        return True

    async def _answer(self, held: Held, messenger: Messenger) -> None:
        """Answer; what is written down meanwhile is kept with the answer or not at all."""
        with writing_together() as writes:
            try:
                _refuse_poison(held)
                answered = await self._ask(messenger, held.arrival)
            except StorageError as error:
                if held.tries < _MOST_TRIES:
                    _log.warning("answering waits: %s", error)
                    await self.inbox.hold_on(held, self.owner, _RETRY_SECONDS)
                    return
                writes.clear()
                answered = await self._apologise(held, messenger, error)
            except Exception as error:  # noqa: BLE001 - the worker's entry: a person gets a sentence
                writes.clear()
                answered = await self._apologise(held, messenger, error)
        await self.inbox.settle(held, answered, writes)

    async def _ask(self, messenger: Messenger, arrival: Arrival) -> Answered:
        if not arrival.follows:
            return await messenger.answer(arrival)
        early = EarlyPosts(self.inbox.ledger, arrival, self.on_new)
        return await messenger.answer_follow_up(arrival, early.show)

    async def _apologise(self, held: Held, messenger: Messenger, error: Exception) -> Answered:
        reference = make_reference()
        # The error's own text could quote a draft, so only its kind and place are logged.
        _log.error(
            "answering failed: %s [%s] %s", type(error).__name__, reference, name_place(error)
        )
        return Answered(await messenger.apologise(held.arrival, reference))

    @contextlib.asynccontextmanager
    async def _holding(self, held: Held) -> AsyncIterator[None]:
        """Hold on to an arrival for as long as the work takes."""

        async def hold_on() -> None:
            while True:
                await asyncio.sleep(_HELD_SECONDS / 3)
                with contextlib.suppress(StorageError):
                    await self.inbox.hold_on(held, self.owner, _HELD_SECONDS)

        holding = asyncio.create_task(hold_on())
        try:
            yield
        finally:
            holding.cancel()


class PoisonError(BotError):
    """An arrival stopped every worker that took it; its person is told that it failed."""


def _refuse_poison(held: Held) -> None:
    if held.tries > _POISON_TRIES:
        raise PoisonError("This message could not be answered. Please send it in another form.")
