"""Send what is on its way: take it, look up what is in doubt, deliver, note what became of it."""

import logging
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot.core.apologies import name_place
from bot.core.deliveries import (
    Delivered,
    Delivery,
    InDoubt,
    Messenger,
    Outcome,
    Postponed,
    Refused,
)
from bot.storage.ledger import Ledger, Sending

_HELD_SECONDS = 25.0  # longer than any request of a channel may take
_STALE_SECONDS = 8.0  # who was frozen for so long no longer sends
MOST_TRIES = 12
_SETTLED_SECONDS = 3.0  # a request whose answer was lost may still be on its way for so long
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 300.0
_WITHDRAWN, _NOTHING = "withdrawn", "nothing to change"  # our own reasons, and no failures
_STRANGE = re.compile(r"[^\w .-]+")
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Couriers:
    """Delivers, one at a time; several of these may work beside one another.

    Args:
        ledger: What is on its way.
        messengers: Who delivers, by channel.
        owner: Names this one among them.
        on_refused: Is told the key of what will never be there.
    """

    ledger: Ledger
    messengers: Mapping[str, Messenger]
    owner: str
    on_refused: Callable[[str], Awaitable[None]] | None = None

    async def do_next(self) -> bool:
        """Deliver the next message; False when nothing may go out now."""
        taken_at = time.monotonic()
        sending = await self.ledger.take_next(self.owner, _HELD_SECONDS)
        if sending is None:
            return False
        messenger = self.messengers.get(sending.delivery.channel)
        if messenger is None:
            outcome: Outcome = Postponed(_LONGEST_PAUSE, "nobody here delivers this channel")
        else:
            outcome = await self._send(sending, messenger, taken_at)
        ended = limit_tries(outcome, sending.tries)
        if await self.ledger.note(sending, self.owner, ended):
            await self._tell(sending.delivery, ended)
        return True

    async def _tell(self, delivery: Delivery, outcome: Outcome) -> None:
        """Say of what failed for good that it did."""
        match outcome:
            case Refused(reason=reason) if reason not in (_WITHDRAWN, _NOTHING):
                _log_end(delivery, "refused", reason)
                if self.on_refused is not None:
                    await self.on_refused(delivery.key)
            case InDoubt(reason=reason, look_up_after=None):
                _log_end(delivery, "unknown", reason)

    async def _send(self, sending: Sending, messenger: Messenger, taken_at: float) -> Outcome:
        delivery = sending.delivery
        try:
            if delivery.replaces:
                return await _change(sending, messenger)
            if delivery.over:
                changed = _repeat_doubtful(await messenger.change(delivery, delivery.over))
                if not isinstance(changed, Refused):
                    return changed
            if sending.is_in_doubt:
                found = await messenger.look_up(delivery)
                if not isinstance(found, Postponed):
                    return found
            if not delivery.body:
                return Refused(_WITHDRAWN)
            if time.monotonic() - taken_at > _STALE_SECONDS:
                return Postponed(_FIRST_PAUSE, "frozen before sending")
            return await messenger.deliver(delivery)
        except Exception as error:  # noqa: BLE001 - the worker's entry: the ledger tells what is known
            _log.error("delivering failed: %s %s", type(error).__name__, name_place(error))
            return InDoubt(type(error).__name__)


def limit_tries(outcome: Outcome, tries: int) -> Outcome:
    """Give up at some time; wait longer each time before."""
    if isinstance(outcome, Delivered | Refused):
        return outcome
    if isinstance(outcome, Postponed) and not outcome.is_failure:
        return outcome
    if tries >= MOST_TRIES:
        in_doubt = isinstance(outcome, InDoubt)
        return InDoubt(outcome.reason, None) if in_doubt else Refused(outcome.reason)
    pause = min(_FIRST_PAUSE * 2 ** (tries - 1), _LONGEST_PAUSE)
    if isinstance(outcome, Postponed):
        return Postponed(max(outcome.seconds, pause), outcome.reason)
    if outcome.look_up_after is None:
        return outcome
    return InDoubt(outcome.reason, max(_SETTLED_SECONDS, pause))


def _log_end(delivery: Delivery, state: str, reason: str) -> None:
    """Log how a delivery ended, with the platform's word for it: nothing of its text or person."""
    word = _STRANGE.sub(" ", reason)[:60]
    _log.warning("a delivery to %s ended %s: %s", delivery.channel, state, word)


async def _change(sending: Sending, messenger: Messenger) -> Outcome:
    """Change what was posted; where that is not known to be there, there is nothing to change."""
    if not sending.receipt:
        return Refused(_NOTHING)
    return _repeat_doubtful(await messenger.change(sending.delivery, sending.receipt))


def _repeat_doubtful(outcome: Outcome) -> Outcome:
    """Try again what is in doubt: a change does no harm twice, so nothing has to be looked up."""
    return Postponed(_FIRST_PAUSE, outcome.reason) if isinstance(outcome, InDoubt) else outcome
