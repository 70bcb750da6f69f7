"""Open the storage of the settings, for processes and commands alike; loads nothing else of us."""

import contextlib
import sys
from collections.abc import AsyncIterator

from bot.core.ports import Clock
from bot.settings import Settings
from bot.storage.erasure import Retention
from bot.storage.opening import Storage, open_storage


@contextlib.asynccontextmanager
async def opened_storage(
    settings: Settings, clock: Clock, *, tells_key: bool = True
) -> AsyncIterator[Storage]:
    """Open the database, and close it when the block ends.

    Args:
        settings: Where it is, and for how long things are kept.
        clock: Tells the time.
        tells_key: Whether to say that a key was made just now; commands that print say their own.
    """
    retention = Retention(settings.draft_days, settings.review_days)
    storage = await open_storage(settings.database, settings.secret, clock, retention)
    if tells_key and storage.new_secret is not None:
        sys.stderr.write(
            f"A key for what is encrypted was made: {storage.new_secret}. Keep a copy of it.\n"
        )
    try:
        yield storage
    finally:
        await storage.close()
