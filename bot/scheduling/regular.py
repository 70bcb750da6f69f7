"""Run a job regularly while something else runs. Jobs are in memory; nothing is remembered."""

import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Literal

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.core.errors import BotError

_log = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def run_every(
    period: Literal["hour", "minute"], name: str, job: Callable[[], Awaitable[object]]
) -> AsyncIterator[None]:
    """Run `job` until the block ends; a failed run is logged and tried again later."""

    async def run() -> None:
        try:
            await job()
        except BotError as error:
            _log.warning("%s failed: %s", name, error)

    seconds = 3_600 if period == "hour" else 60
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(
        run, IntervalTrigger(seconds=seconds, jitter=seconds // 60), id=name, coalesce=True
    )
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
