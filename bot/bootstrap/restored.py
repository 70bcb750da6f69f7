"""Build the command that tells a restored database that it is one."""

import asyncio
import datetime
import sys

from bot.bootstrap.storage import opened_storage
from bot.core.errors import SettingsError
from bot.core.ports import Clock
from bot.scheduling.clock import SystemClock
from bot.settings import load_settings
from bot.storage.restoring import Held

_CLOCK = SystemClock(datetime.UTC)


def hold_back(written: str, clock: Clock = _CLOCK) -> int:
    """Hold back what may have left since a backup was made.

    Raises:
        SettingsError: that is no moment, or one to come.
    """
    held = asyncio.run(_hold_back(_read_moment(written, clock), clock))
    sys.stdout.write(
        f"Held back, because it may have been sent since the backup: {held.recipients} messages of"
        f" mailings (now “unknown”; an editor decides) and {held.deliveries} other messages.\n"
        f"Not answered again: {held.arrivals} messages that were waiting for an answer then.\n"
    )
    return 0


async def _hold_back(backup: datetime.datetime, clock: Clock) -> Held:
    settings = load_settings()
    async with opened_storage(settings, clock, tells_key=False) as storage:
        return await storage.restoring.hold_back(backup)


def _read_moment(written: str, clock: Clock) -> datetime.datetime:
    try:
        moment = datetime.datetime.fromisoformat(written)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise SettingsError(
            "--at is no moment. Write when the backup was made, with its time zone:"
            " 2026-11-22T03:00+01:00."
        )
    if moment > clock.now():
        raise SettingsError("--at is still to come. Write when the backup was made.")
    return moment
