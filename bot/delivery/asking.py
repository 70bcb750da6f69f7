"""Ask a channel for something, and say what it means when it answers in no way that we know."""

import asyncio
import logging
from collections.abc import Awaitable

from bot.core.apologies import name_place
from bot.core.deliveries import InDoubt, Outcome
from bot.storage.chunk_rows import HELD_SECONDS

_REQUEST_SECONDS = HELD_SECONDS - 5  # a request that takes longer is in doubt
_log = logging.getLogger(__name__)


async def ask_channel(sending: Awaitable[Outcome]) -> Outcome:
    """Ask a channel, and say what its failures mean."""
    try:
        async with asyncio.timeout(_REQUEST_SECONDS):
            return await sending
    except TimeoutError:
        return InDoubt("no answer in time")
    except Exception as error:  # noqa: BLE001 - the sender's entry: the ledger tells what is known
        _log.error("delivering failed: %s %s", type(error).__name__, name_place(error))
        return InDoubt(type(error).__name__)
