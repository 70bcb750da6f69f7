"""Run a job every hour while something else runs. The scheduler remembers nothing: jobs are in memory."""

import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.core.errors import BotError

_log = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def run_hourly(name: str, job: Callable[[], Awaitable[object]]) -> AsyncIterator[None]:
    """Run `job` every hour until the block ends; a failed run is logged and tried again next hour."""

    async def run() -> None:
        try:
            await job()
        except BotError as error:
            _log.warning("%s failed: %s", name, error)

    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(run, IntervalTrigger(hours=1, jitter=60), id=name, coalesce=True)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
