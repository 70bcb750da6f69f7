"""The clock at work: at once, again and again, beside a second one, and as a process."""

import asyncio
import contextlib
import datetime
import logging
import sqlite3
from pathlib import Path

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.core.errors import StorageError
from bot.core.programme.marks import SHELF
from bot.core.programme.plans import PlannedBroadcast, Plans
from bot.scheduling.regular import run_every, wake_stalled
from bot.scheduling.rounds import Rounds
from bot.scheduling.ticking import Ticking
from tests.channels.running import WebPerson, keep_time, serve
from tests.fakes.ports import FakeClock
from tests.fakes.programme import FakeCarrier, FakeMarks, FakePlanner

UTC = datetime.UTC
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=UTC)
PATIENCE = 10


class Counted:
    """Says when it was called so often; fails at first if told to."""

    def __init__(self, wanted: int, *errors: Exception) -> None:
        self.wanted, self.errors, self.count = wanted, list(errors), 0
        self.reached = asyncio.Event()

    async def __call__(self, *_moments: object) -> bool:
        self.count += 1
        if self.count >= self.wanted:
            self.reached.set()
        if self.errors:
            raise self.errors.pop(0)
        return True


async def test_the_first_look_is_at_once_and_others_follow() -> None:
    tick, marks = Counted(2), FakeMarks()
    async with Ticking(tick, marks, FakeClock(NOW)).running("second"):
        await asyncio.wait_for(tick.reached.wait(), PATIENCE)
    assert marks.mark == NOW


@pytest.mark.parametrize("error", [StorageError("away"), ZeroDivisionError()])
async def test_a_look_that_failed_is_followed_by_another(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    tick = Counted(2, error)
    async with Ticking(tick, FakeMarks(), FakeClock(NOW)).running("second"):
        await asyncio.wait_for(tick.reached.wait(), PATIENCE)
    assert tick.count >= 2
    assert any(record.levelno >= logging.WARNING for record in caplog.records)


async def test_a_look_at_work_is_stopped_with_the_block_and_not_noted() -> None:
    begun, marks = asyncio.Event(), FakeMarks()

    async def tick(*_moments: object) -> bool:
        begun.set()
        await asyncio.Event().wait()
        return True

    async with Ticking(tick, marks, FakeClock(NOW)).running():
        await asyncio.wait_for(begun.wait(), PATIENCE)
    assert marks.mark is None


async def test_two_clocks_do_what_is_due_once_and_keep_one_mark() -> None:
    planner = FakePlanner(Plans("Europe/Berlin", broadcasts=(PlannedBroadcast("one", NOW),)))
    carrier, marks = FakeCarrier(), FakeMarks()
    clocks = [
        Ticking(Rounds(planner, carrier).tick, marks, FakeClock(NOW + seconds))
        for seconds in (datetime.timedelta(0), datetime.timedelta(seconds=2))
    ]
    async with clocks[0].running(), clocks[1].running():
        for one in clocks:
            await asyncio.wait_for(one.looked.wait(), PATIENCE)
    assert carrier.done == ["scheduled:one"]
    assert marks.mark in {NOW, NOW + datetime.timedelta(seconds=2)}


async def test_nothing_runs_twice_at_a_time() -> None:
    inside, most, third = 0, 0, Counted(3)

    async def job() -> None:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        await third()
        await asyncio.sleep(0)
        inside -= 1

    async with run_every("second", "test", job, at_once=True):
        await asyncio.wait_for(third.reached.wait(), PATIENCE)
    assert most == 1


async def test_a_clock_that_was_put_back_does_not_rest_until_it_was_before() -> None:
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(Counted(1), "interval", minutes=1, id="late")
    scheduler.add_job(Counted(1), "interval", minutes=1, id="soon")
    scheduler.start(paused=True)
    now = datetime.datetime.now(UTC)
    scheduler.modify_job("late", next_run_time=now + datetime.timedelta(days=1))
    soon = scheduler.get_job("soon").next_run_time
    wake_stalled(scheduler, now, 60)
    assert scheduler.get_job("late").next_run_time == now
    assert scheduler.get_job("soon").next_run_time == soon
    scheduler.shutdown(wait=False)


def count_marks(folder: Path) -> int:
    with contextlib.closing(sqlite3.connect(folder / "jourfix.db")) as database:
        found = database.execute("SELECT count(*) FROM shelves WHERE shelf = ?", (SHELF,))
        return int(found.fetchone()[0])


def test_two_clocks_run_side_by_side_keep_one_mark_and_stop_when_told(tmp_path: Path) -> None:
    with keep_time(tmp_path) as first, keep_time(tmp_path) as second:
        assert count_marks(tmp_path) == 1
    assert (first.process.returncode, second.process.returncode) == (0, 0)
    assert "failed" not in "".join(first.log + second.log)


_MOST_PAGES = 500  # some milliseconds each


@pytest.mark.parametrize(("flags", "marks"), [((), 1), (("--web-only",), 0)])
def test_serve_keeps_the_time_itself_unless_it_only_takes_in(
    flags: tuple[str, ...], marks: int, tmp_path: Path
) -> None:
    with serve(tmp_path, *flags) as running:
        # a page may be there before the first look at the clock is over: ask for pages until it is
        for _ in range(_MOST_PAGES):
            assert WebPerson(running.port).request("GET", "/")[0].status == 200
            if count_marks(tmp_path) >= marks:
                break
    assert count_marks(tmp_path) == marks
