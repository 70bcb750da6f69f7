"""Sending a chunk: who may be written to is asked again right before, and nothing is guessed."""

import asyncio
import datetime
from dataclasses import dataclass, replace

import pytest
from sqlalchemy import update

from bot.core.deliveries import Delivered, Delivery, InDoubt, Outcome, Postponed, Refused
from bot.core.programme.ambassador import Wishes
from bot.core.programme.mailings import MailingTooLongError, Progress
from bot.storage.chunk_rows import HELD_SECONDS
from bot.storage.opening import Storage
from bot.storage.tables import SHELVES
from tests.delivery.house import DAYTIME, MONDAY, Channel, House, make_ambassador, name_person
from tests.fakes.ports import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(MONDAY)


@pytest.fixture
def house(storage: Storage, clock: FakeClock) -> House:
    return House(storage, clock)


async def measure(house: House, key: str = "tip:1") -> Progress:
    progress = await house.mailings.measure(key)
    assert progress
    return progress


async def test_everybody_gets_it_once(house: House) -> None:
    await house.gather(120)
    assert await house.start(120)
    await house.run_due()
    assert await measure(house) == Progress("done", delivered=120)
    assert house.channel.list_people() == sorted(name_person(number) for number in range(120))
    await house.run_due()
    assert len(house.channel.there) == 120


async def test_a_mailing_of_a_key_is_started_once(house: House) -> None:
    await house.gather(2)
    assert await house.start(1)
    assert not await house.start(2)
    assert (await measure(house)).total == 1


async def test_nobody_is_written_to_whose_mind_changed_since_it_was_planned(
    house: House, clock: FakeClock
) -> None:
    await house.gather(4)
    await house.start(5)
    await house.ambassadors.remove(name_person(0))
    paused = make_ambassador(1, paused_until=datetime.date(2026, 12, 1))
    await house.join(paused)
    await house.join(make_ambassador(2, hours=replace(DAYTIME, start=datetime.time(14))))
    await house.run_due()
    assert await measure(house) == Progress(
        "running", 1, 1, {"left": 2, "paused": 1}, next_at=MONDAY.replace(hour=14)
    )
    clock.advance(hours=4)
    await house.run_due()
    assert house.channel.list_people() == [name_person(3)]
    clock.advance(hours=1, minutes=1)
    await house.run_due()
    assert house.channel.list_people() == [name_person(2), name_person(3)]
    assert (await measure(house)).state == "done"


async def test_what_somebody_allows_a_week_counts_over_all_mailings(
    house: House, clock: FakeClock
) -> None:
    await house.join(make_ambassador(0))
    await house.join(make_ambassador(1, wishes=Wishes(most_a_week=2)))
    for number in range(3):
        await house.start(2, f"tip:{number}")
    await house.start(2, "asked for", counts=False)
    await house.run_due()
    got = [delivery.person for delivery in house.channel.there]
    assert (got.count(name_person(0)), got.count(name_person(1))) == (1 + 1, 2 + 1)
    clock.advance(days=7, minutes=1)
    await house.run_due()
    got = [delivery.person for delivery in house.channel.there]
    assert (got.count(name_person(0)), got.count(name_person(1))) == (3, 4)


async def test_who_could_not_be_told_in_time_is_not_told(house: House, clock: FakeClock) -> None:
    clock.advance(hours=9)  # everybody's day is over
    await house.gather(3)
    await house.start(3, until=clock.now() + datetime.timedelta(hours=2))
    await house.run_due()
    clock.advance(hours=2)
    await house.watch.end_late()
    assert await measure(house) == Progress("done", refused={"too-late": 3})
    clock.advance(days=1)
    await house.run_due()
    assert not house.channel.there


async def test_the_time_is_up_while_it_is_being_sent(house: House, clock: FakeClock) -> None:
    await house.gather(150)
    house.channel.before_sending = lambda: clock.advance(minutes=1)
    await house.start(150, until=clock.now() + datetime.timedelta(minutes=10))
    await house.run_due()
    progress = await measure(house)
    assert progress.delivered + progress.refused["too-late"] == 150
    assert progress.delivered
    assert progress.state == "done"


async def test_a_paused_mailing_goes_on_when_it_is_resumed(house: House) -> None:
    await house.gather(5)
    await house.start(5)
    assert await house.mailings.pause("tip:1")
    assert not await house.mailings.pause("tip:1")
    await house.run_due()
    assert await measure(house) == Progress("paused", waiting=5)
    assert not house.channel.there
    assert await house.mailings.resume("tip:1")
    assert not await house.mailings.resume("tip:1")
    await house.run_due()
    assert await measure(house) == Progress("done", delivered=5)


async def test_pausing_while_it_is_being_sent_lets_nothing_more_go(house: House) -> None:
    await house.gather(200)
    await house.start(200)

    def pause() -> None:
        if house.channel.sending_waits_for is None:
            pausing = asyncio.ensure_future(house.mailings.pause("tip:1"))
            house.channel.sending_waits_for = pausing

    house.channel.before_sending = pause
    await house.run_due()
    assert house.channel.sending_waits_for is not None
    assert await house.channel.sending_waits_for
    progress = await measure(house)
    assert (progress.state, progress.delivered + progress.waiting) == ("paused", 200)
    assert progress.delivered < 200
    house.channel.before_sending = lambda: None
    house.channel.sending_waits_for = None
    await house.mailings.resume("tip:1")
    await house.run_due()
    assert await measure(house) == Progress("done", delivered=200)
    assert len(set(house.channel.list_people())) == 200


async def test_a_stopped_mailing_never_goes_on(house: House) -> None:
    await house.gather(3)
    await house.start(3)
    await house.mailings.pause("tip:1")
    assert await house.mailings.stop("tip:1")
    assert not await house.mailings.resume("tip:1")
    assert not await house.mailings.stop("tip:1")
    await house.run_due()
    assert await measure(house) == Progress("stopped", refused={"stopped": 3})
    assert not await house.mailings.stop("never heard of")
    assert await house.mailings.measure("never heard of") is None


async def test_a_lost_answer_is_looked_up(house: House, clock: FakeClock) -> None:
    await house.gather(3)
    house.channel.outcomes = [InDoubt("lost"), InDoubt("lost"), InDoubt("lost")]
    house.channel.found = [Delivered("x"), Postponed(0.0, "not there"), InDoubt("no right", None)]
    await house.start(3)
    await house.run_due()
    assert await measure(house) == Progress("running", waiting=3)
    clock.advance(seconds=10)
    await house.run_due()
    assert await measure(house) == Progress("done", 2, unknown={"no right": 1})
    assert len(house.channel.there) == 1


@pytest.mark.parametrize("again", [True, False])
async def test_an_editor_decides_over_those_in_doubt(house: House, again: bool) -> None:
    await house.gather(2)
    house.channel.outcomes = [InDoubt("teams cannot be asked", None)]
    await house.start(2)
    await house.run_due()
    assert (await measure(house)).in_doubt == 1
    assert await house.mailings.settle_unknown("tip:1", send_again=again) == 1
    assert await house.mailings.settle_unknown("tip:1", send_again=again) == 0
    await house.run_due()
    refused = {} if again else {"left-open": 1}
    assert await measure(house) == Progress("done", 2 if again else 1, refused=refused)


async def test_what_was_stopped_is_not_sent_again(house: House) -> None:
    await house.gather(1)
    house.channel.outcomes = [InDoubt("lost", None)]
    await house.start(1)
    await house.run_due()
    await house.start(1, "tip:2")
    house.channel.outcomes = [InDoubt("lost", None)]
    assert not await house.mailings.stop("tip:1"), "it was done"
    assert await house.mailings.settle_unknown("tip:1", send_again=False) == 1


async def test_a_platform_that_says_later_is_asked_later(house: House) -> None:
    await house.gather(2)
    house.channel.outcomes = [Postponed(0.3, "ratelimited", is_failure=False)]
    await house.start(2)
    sender = house.make_sender()
    await house.run_due(sender)
    house.clock.advance(seconds=1)
    await house.run_due(sender)
    assert await measure(house) == Progress("done", delivered=2)


async def test_what_is_refused_or_fails_again_and_again_is_listed(
    house: House, clock: FakeClock
) -> None:
    await house.gather(2)
    failing = [Postponed(0.0, "cannot be reached")] * 12
    house.channel.outcomes = [Refused("channel_not_found"), *failing]
    await house.start(2)
    for _ in range(12):
        await house.run_due()
        clock.advance(minutes=6)
    expected = {"channel_not_found": 1, "cannot be reached": 1}
    assert await measure(house) == Progress("done", refused=expected)


async def test_a_channel_that_breaks_leaves_a_doubt(house: House, clock: FakeClock) -> None:
    await house.gather(1)
    house.channel.outcomes = [ValueError("a secret")]
    house.channel.found = [Delivered("x")]
    await house.start(1)
    await house.run_due()
    clock.advance(seconds=10)
    await house.run_due()
    assert await measure(house) == Progress("done", delivered=1)


async def test_what_needs_two_posts_is_refused_at_the_start(
    storage: Storage, clock: FakeClock
) -> None:
    house = House(storage, clock, Channel(posts_a_message=2))
    with pytest.raises(MailingTooLongError, match="“en” needs 2 posts in slack"):
        await house.start(1)
    assert await house.mailings.measure("tip:1") is None


async def test_who_forgot_us_is_not_written_to_and_not_counted(house: House) -> None:
    await house.gather(2)
    await house.start(2)
    forgotten = await house.storage.records.forget_person(name_person(0))
    assert forgotten.counts["recipients"] == 1
    await house.run_due()
    assert await measure(house) == Progress("done", delivered=1)
    assert house.channel.list_people() == [name_person(1)]


@dataclass
class Deadly(Channel):
    """A messenger in which nobody lives who delivers to one person; nothing arrives there."""

    victim: str = name_person(3)

    async def deliver(self, delivery: Delivery) -> Outcome:
        if delivery.person == self.victim:
            raise asyncio.CancelledError
        return await super().deliver(delivery)

    async def look_up(self, delivery: Delivery) -> Outcome:
        self.asked.append(delivery.person)
        return Postponed(0.0, "not there")


async def test_whoever_a_sender_dies_over_again_and_again_is_left_and_the_others_go_on(
    storage: Storage, clock: FakeClock
) -> None:
    house = House(storage, clock, Deadly())
    await house.gather(30)
    await house.start(30)
    await house.run_due()
    assert await measure(house) == Progress("running", 29, 1)
    for _ in range(4):
        clock.advance(seconds=HELD_SECONDS)
        await house.run_due()
    assert await measure(house) == Progress("done", 29, refused={"broke off": 1})
    assert house.channel.asked == [name_person(3)] * 4


async def test_a_note_that_cannot_be_opened_stops_nobody_else(house: House) -> None:
    await house.gather(5)
    pseudonym = house.rows.unlocked.pseudonyms.name_person(name_person(2))
    spoilt = update(SHELVES).where(SHELVES.c.author == pseudonym).values(sealed=b"spoilt")
    async with house.storage.database.write() as session:
        await session.execute(spoilt)
    await house.start(5)
    await house.run_due()
    assert await measure(house) == Progress("done", 4, refused={"unreadable": 1})
