"""What a tick carries out, whatever fails, sleeps, or is asked twice."""

import asyncio
import datetime
import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.errors import StorageError
from bot.core.programme.due import GRACE, find_due
from bot.core.programme.plans import EventDate, Nudge, PlannedBroadcast, Plans
from bot.scheduling.rounds import Rounds
from bot.scheduling.ticking import Ticking
from tests.core.programme.planned import FIRST as BEGUN
from tests.core.programme.planned import LAST, plans
from tests.fakes.ports import FakeClock
from tests.fakes.programme import FakeCarrier, FakeMarks, FakePlanner

UTC = datetime.UTC
MINUTE, HOUR = datetime.timedelta(minutes=1), datetime.timedelta(hours=1)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=UTC)  # Tuesday
ONE = PlannedBroadcast("one", NOW)
PLANS = Plans(
    "Europe/Berlin",
    has_bundle=True,
    broadcasts=(ONE,),
    nudges=(Nudge("ada-s-key", NOW.date(), "Europe/Berlin"),),
)
ALL = ["bundle:2026-W48", "nudge:ada-s-key:2026-11-24", "scheduled:one"]


def make(planned: Plans = PLANS) -> tuple[Rounds, FakeCarrier]:
    carrier = FakeCarrier()
    return Rounds(FakePlanner(planned), carrier), carrier


async def test_all_that_is_due_is_carried_out_in_order_and_once() -> None:
    rounds, carrier = make()
    assert await rounds.tick(NOW - 56 * HOUR, NOW)
    assert await rounds.tick(NOW, NOW + MINUTE)
    assert carrier.asked == ALL


@pytest.mark.parametrize("error", [StorageError("away"), ZeroDivisionError("ada-s-key")])
async def test_what_fails_stops_nothing_else_and_is_tried_again_alone(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    rounds, carrier = make()
    carrier.failing["nudge"] = error
    assert not await rounds.tick(NOW - 56 * HOUR, NOW)
    assert carrier.done == ["bundle:2026-W48", "scheduled:one"]
    assert "nudge" in caplog.text
    assert "ada-s-key" not in caplog.text
    carrier.failing.clear()
    assert await rounds.tick(NOW - 56 * HOUR, NOW + MINUTE)
    assert carrier.asked == [*ALL, "nudge:ada-s-key:2026-11-24"]


async def test_what_fails_for_ever_is_missed_in_the_end_and_holds_nothing_up() -> None:
    rounds, carrier = make()
    carrier.failing["nudge"] = StorageError("away")
    assert not await rounds.tick(NOW - 6 * HOUR, NOW + 30 * HOUR)
    assert await rounds.tick(NOW - 6 * HOUR, NOW + 40 * HOUR)
    assert carrier.missed == ["nudge:ada-s-key:2026-11-24"]


async def test_after_a_long_sleep_what_is_late_is_noted_and_not_done(
    caplog: pytest.LogCaptureFixture,
) -> None:
    rounds, carrier = make()
    assert await rounds.tick(NOW - 56 * HOUR, NOW + 72 * HOUR)
    # the week is not over: its bundle is late, and no less welcome
    assert (carrier.done, carrier.missed) == (ALL[:1], ALL[1:])
    assert "1 nudge, 1 scheduled" in caplog.text
    assert await rounds.tick(NOW - 56 * HOUR, NOW + 72 * HOUR + MINUTE)
    assert carrier.missed == ALL[1:]
    assert caplog.text.count("1 nudge") == 1


async def test_what_was_done_before_a_restart_is_not_missed() -> None:
    coffee = EventDate("coffee", NOW.date(), NOW, "Europe/Berlin")
    rounds, carrier = make(Plans("Europe/Berlin", dates=(coffee,)))
    assert await rounds.tick(NOW + HOUR, NOW + HOUR + MINUTE)  # it is over since an hour
    assert (carrier.asked, carrier.missed) == ([], [])
    assert await rounds.tick(NOW - 30 * HOUR, NOW + HOUR)
    assert carrier.missed == ["reminder:coffee:2026-11-24"]


async def test_what_is_planned_for_a_minute_just_gone_is_still_done() -> None:
    rounds, carrier = make(Plans("Europe/Berlin"))
    assert await rounds.tick(NOW - MINUTE, NOW)
    rounds.planner = FakePlanner(PLANS)
    assert await rounds.tick(NOW, NOW + MINUTE)
    assert carrier.done == ALL[1:]


async def test_a_broadcast_that_gets_another_moment_is_asked_for_again() -> None:
    rounds, carrier = make(Plans("Europe/Berlin", broadcasts=(ONE,)))
    assert await rounds.tick(NOW - MINUTE, NOW + 40 * HOUR)
    assert carrier.missed == ["scheduled:one"]
    later = PlannedBroadcast("one", NOW + 41 * HOUR)
    rounds.planner = FakePlanner(Plans("Europe/Berlin", broadcasts=(later,)))
    assert await rounds.tick(NOW + 40 * HOUR, NOW + 41 * HOUR)
    assert carrier.done == ["scheduled:one"]


async def test_without_a_mark_nothing_older_than_the_grace_is_looked_at() -> None:
    rounds, carrier = make()
    assert await rounds.tick(None, NOW + 30 * HOUR)
    assert carrier.done == ["nudge:ada-s-key:2026-11-24", "scheduled:one"]
    assert carrier.missed == []


async def test_the_mark_waits_until_all_was_carried_out() -> None:
    rounds, carrier = make()
    marks = FakeMarks(NOW - 56 * HOUR)
    ticking = Ticking(rounds.tick, marks, FakeClock(NOW))
    carrier.failing["bundle"] = StorageError("away")
    await ticking.look()
    assert marks.mark == NOW - 56 * HOUR
    carrier.failing.clear()
    marks.is_broken = True
    with pytest.raises(StorageError):
        await ticking.look()
    marks.is_broken = False
    await ticking.look()
    assert marks.mark == NOW
    assert sorted(carrier.done) == sorted(ALL)


# One step of one of several clocks: how far its time goes (some go back), whether it was started
# anew, and whether the database fails meanwhile.
steps = st.tuples(
    st.integers(0, 2),
    st.integers(-600, 60 * 60),
    st.booleans(),
    st.sampled_from((False,) * 4 + (True,)),
)


@settings(max_examples=80)
@given(plans(), st.lists(steps, max_size=60), st.tuples(*[st.integers(-20, 20)] * 3))
def test_clocks_that_sleep_die_differ_and_go_back_lose_and_double_nothing(
    planned: Plans, lived: list[tuple[int, int, bool, bool]], skews: tuple[int, int, int]
) -> None:
    logging.disable()
    carrier, marks, planner = FakeCarrier(), FakeMarks(BEGUN), FakePlanner(planned)
    clocks = [Rounds(planner, carrier) for _ in skews]
    now = BEGUN

    async def live() -> datetime.datetime:
        nonlocal now
        latest = BEGUN
        for which, minutes, is_new, is_failing in [*lived, (0, 1, True, False)]:
            now = min(max(now + minutes * MINUTE, BEGUN), LAST)
            if is_new:
                clocks[which] = Rounds(planner, carrier)
            carrier.failing = {"bundle": StorageError("away")} if is_failing else {}
            own = now + skews[which] * MINUTE
            await Ticking(clocks[which].tick, marks, FakeClock(own)).look()
            if not is_failing:
                latest = max(latest, own)
        return latest

    try:
        latest = asyncio.run(live())
    finally:
        logging.disable(logging.NOTSET)
    assert len(set(carrier.done)) == len(carrier.done)
    due = {one.key for one in find_due(planned, BEGUN, latest)}
    assert due <= {*carrier.done, *carrier.missed}
    # a clock that never rests longer than the grace misses only what makes no sense any more
    if all(minutes < GRACE / MINUTE - 60 for _, minutes, _, _ in lived) and not any(
        is_failing for *_, is_failing in lived
    ):
        assert not [
            key for key in carrier.missed if key.startswith(("nudge", "scheduled", "recap"))
        ]
