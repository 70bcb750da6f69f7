"""A restored backup: nothing that may have left since is sent again, and all of it is listed."""

import datetime

import pytest

from bot.core.deliveries import Arrival, Delivery
from bot.core.programme.mailings import Progress
from bot.storage.opening import Storage
from bot.storage.restoring import Gap, Held
from tests.delivery.house import MONDAY, House
from tests.fakes.ports import FakeClock
from tests.storage.samples import ADA

_DELIVERY = Delivery("k/0", "slack", ADA, {"channel": "D1"}, {"text": "x"})


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(MONDAY - datetime.timedelta(hours=4))


async def test_whoever_waited_is_unknown_until_an_editor_decides(
    storage: Storage, clock: FakeClock
) -> None:
    clock.advance(hours=4)
    house = House(storage, clock)
    await house.gather(3)
    await house.start(3)
    backup = clock.now()
    clock.advance(hours=1)
    assert await storage.restoring.hold_back(backup) == Held(0, 3, 0)
    await house.run_due()
    assert not house.channel.there
    assert await house.mailings.measure("tip:1") == Progress("done", unknown={"restored": 3})
    assert await house.mailings.settle_unknown("tip:1", send_again=True) == 3
    await house.run_due()
    assert await house.mailings.measure("tip:1") == Progress("done", delivered=3)


async def test_whose_hour_has_not_come_since_still_waits(
    storage: Storage, clock: FakeClock
) -> None:
    house = House(storage, clock)
    await house.gather(2)
    await house.start(2)
    await house.run_due()  # it is five in the morning: everybody waits until nine
    assert await storage.restoring.hold_back(clock.now()) == Held(0, 0, 0)
    clock.advance(hours=4, minutes=1)
    await house.run_due()
    assert await house.mailings.measure("tip:1") == Progress("done", delivered=2)


async def test_answers_that_waited_are_held_and_nobody_is_answered_twice(
    storage: Storage, clock: FakeClock
) -> None:
    await storage.ledger.put([_DELIVERY])
    await storage.inbox.keep([Arrival("e1", "slack", ADA, "{}")])
    backup = clock.now()
    clock.advance(minutes=5)
    assert await storage.restoring.hold_back(backup) == Held(1, 0, 1)
    assert await storage.ledger.take_next("one", 25) is None
    assert await storage.inbox.hold_next("one", 25) is None


async def test_the_times_of_which_nothing_is_known_are_kept(
    storage: Storage, clock: FakeClock
) -> None:
    assert await storage.restoring.list_gaps() == []
    gaps = []
    for _ in range(2):
        backup = clock.now()
        clock.advance(hours=3)
        await storage.restoring.hold_back(backup)
        gaps.append(Gap(backup, clock.now()))
    assert await storage.restoring.list_gaps() == gaps
