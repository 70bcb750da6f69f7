"""Build the commands around the comms desk: opening it, and checking what was done there."""

import asyncio
import datetime
import sys

from bot.bootstrap.console import make_entrance, signs_in
from bot.bootstrap.storage import opened_storage
from bot.core.desk.audit import Verified
from bot.core.errors import SettingsError
from bot.core.ports import Clock
from bot.scheduling.clock import SystemClock
from bot.settings import Settings, load_settings

_CLOCK = SystemClock(datetime.UTC)


def open_desk(clock: Clock = _CLOCK) -> int:
    """Print a link that opens the desk once, to whoever sits at this machine.

    Raises:
        SettingsError: people sign in with their names.
    """
    settings = load_settings()
    if signs_in(settings):
        raise SettingsError(
            f"Nobody needs a link here: people sign in at {settings.address.rstrip('/')}/desk. Who"
            " cannot come in is named in no setting: add them to JOURFIX_EDITORS, or the like."
        )
    path = asyncio.run(_make_entrance(settings, clock))
    sys.stdout.write(f"http://127.0.0.1:{settings.port}{path}\n")
    return 0


def verify_audit(head: str, clock: Clock = _CLOCK) -> int:
    """Say whether the chain of the audit log holds; the status is 1 when it does not."""
    found = asyncio.run(_verify(load_settings(), clock, head))
    if found.broken_at is not None:
        sys.stdout.write(
            f"The chain does not hold from entry {found.broken_at} on: it, or one before it, was"
            " changed, taken away or put in by somebody else than Jourfix. Compare the database"
            " with a backup.\n"
        )
        return 1
    if not found.has_noted:
        sys.stdout.write(
            "Every entry holds, but the link that you noted is not among them: the end of the chain"
            " was cut off since. Compare the database with a backup.\n"
        )
        return 1
    erased = f", {found.erased} of them emptied as their time or their person asked"
    sys.stdout.write(
        f"The chain holds: {found.entries} entries{erased if found.erased else ''}.\n"
        f"Its last link: {found.head}\n"
    )
    return 0


async def _make_entrance(settings: Settings, clock: Clock) -> str:
    async with opened_storage(settings, clock, tells_key=False) as storage:
        return await make_entrance(settings, storage)


async def _verify(settings: Settings, clock: Clock, head: str) -> Verified:
    async with opened_storage(settings, clock, tells_key=False) as storage:
        return await storage.audit.verify(head)
