"""Run a job regularly while something else runs. Jobs are in memory; nothing is remembered."""

import asyncio
import contextlib
import datetime
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Literal

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.core.errors import BotError
from bot.scheduling.clock import now_in

Period = Literal["hour", "minute", "moment", "second"]
_SECONDS = {"hour": 3_600, "minute": 60, "moment": 3, "second": 1}
_log = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def run_every(
    period: Period,
    name: str,
    job: Callable[[], Awaitable[object]],
    *,
    at_once: bool = False,
) -> AsyncIterator[None]:
    """Run `job` until the block ends; a failed run is logged and tried again later.

    A run that is late is run all the same, once for all that were left out; never two at a time.
    """
    is_running = asyncio.Lock()

    async def run() -> None:
        async with is_running:
            try:
                await job()
            except BotError as error:
                _log.warning("%s failed: %s", name, error)

    seconds = _SECONDS[period]
    scheduler = AsyncIOScheduler(
        timezone="UTC",
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
    )
    scheduler.add_job(run, IntervalTrigger(seconds=seconds, jitter=seconds // 60), id=name)
    if at_once:
        scheduler.modify_job(name, next_run_time=now_in(datetime.UTC))
    scheduler.start()
    watching = asyncio.create_task(_watch(scheduler, seconds))
    try:
        yield
    finally:
        watching.cancel()
        scheduler.shutdown(wait=False)
        async with is_running:  # what ran was told to stop; it is awaited
            pass


async def _watch(scheduler: AsyncIOScheduler, seconds: int) -> None:
    while True:
        await asyncio.sleep(seconds)  # by a clock that nobody puts back
        wake_stalled(scheduler, now_in(datetime.UTC), seconds)


def wake_stalled(scheduler: AsyncIOScheduler, now: datetime.datetime, seconds: int) -> None:
    """Run at once what waits longer than it ever should.

    APScheduler waits for the next time on the wall: put back by a day, it would rest for a day.
    """
    latest = now + 2 * datetime.timedelta(seconds=seconds)
    for job in scheduler.get_jobs():
        if job.next_run_time is not None and job.next_run_time > latest:
            job.modify(next_run_time=now)
