"""Groups and buddies on their shelves in the database: kept with an answer, gone when forgotten."""

import datetime
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.core.deliveries import Return
from bot.core.programme.ambassador import Ambassador, Wishes
from bot.core.programme.buddies.pair import Pair, Refusal
from bot.core.programme.buddies.pairing import Pairing
from bot.core.programme.cohorts.call import Application, Call, Lead, Member, Seat
from bot.core.programme.cohorts.register import Register
from bot.storage.database import writing_together
from bot.storage.opening import Storage
from bot.storage.shelves import DatabaseShelf
from tests.fakes.outbox import FakeOutbox
from tests.fakes.ports import FakeClock

ADA, BEN, EVA = "slack:T1:UADA", "slack:T1:UBEN", "slack:T1:UEVA"
MONDAY = datetime.datetime(2026, 11, 23, 10, tzinfo=datetime.UTC)
CALL = Call(
    "c1", "Spring", {"en": "Eight weeks.", "nl": "Acht weken."}, 6, datetime.date(2026, 12, 1)
)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(MONDAY)


def open_ambassadors(storage: Storage) -> DatabaseShelf[Ambassador]:
    return storage.shelves.open_shelf("ambassadors", Ambassador)


def open_register(storage: Storage, clock: FakeClock) -> Register:
    return Register(
        open_ambassadors(storage),
        storage.shelves.open_shelf("calls", Call),
        storage.shelves.open_shelf("applications", Application),
        storage.shelves.open_shelf("seats", Seat),
        storage.shelves.open_shelf("members", Member),
        storage.shelves.open_shelf("cohort-leads", Lead),
        clock,
        "Europe/Berlin",
    )


def open_pairing(storage: Storage, clock: FakeClock) -> Pairing:
    return Pairing(
        open_ambassadors(storage),
        storage.shelves.open_shelf("pairs", Pair),
        storage.shelves.open_shelf("buddy-refusals", Refusal),
        FakeOutbox(),
        clock,
        "Europe/Berlin",
    )


def make_application(person: str) -> Application:
    to = Return("slack", person, {"team": "T1", "channel": "D1", "thread": ""})
    return Application("c1", person, to, "Ada L.", "nl", "often", "Pflege", "Süd")


async def join(storage: Storage, *people: str) -> None:
    for person in people:
        ambassador = Ambassador(
            person,
            Return("slack", person, {}),
            "en",
            "often" if person == BEN else "starting",
            ("linkedin",),
            MONDAY,
            name=f"Name of {person}",
            wishes=Wishes(buddy=True),
        )
        await open_ambassadors(storage).keep(person, ambassador, person)


@asynccontextmanager
async def answering(storage: Storage) -> AsyncIterator[None]:
    """Write as an answer does: all at its end, or nothing."""
    with writing_together() as writes:
        yield
    async with storage.database.write() as session:
        for write in writes:
            await write(session)


async def open_group(storage: Storage, register: Register) -> None:
    await join(storage, ADA, BEN)
    async with answering(storage):
        await register.calls.keep(CALL.id, CALL)
        await register.set_lead(CALL.id, EVA, "Eva", leads=True)
        for person in (ADA, BEN):
            one = make_application(person)
            await register.applications.keep(one.key, one, person)


async def test_a_group_comes_back_as_it_was_kept(storage: Storage, clock: FakeClock) -> None:
    register = open_register(storage, clock)
    await open_group(storage, register)
    applications = await register.list_applications("c1")
    assert applications == [make_application(ADA), make_application(BEN)]
    async with answering(storage):
        await register.set_seats("c1", applications, [applications[0].sign])
        for one in applications:
            await register.take_in(CALL, one)
    assert await register.list_calls() == [CALL]
    assert await register.list_seats("c1") == [applications[0].sign]
    assert await register.name_leads("c1") == ["Eva"]
    assert [one.since for one in await register.list_members("c1")] == [MONDAY.date()] * 2
    found = await register.ambassadors.find(ADA)
    assert found is not None
    assert found.cohorts == ("Spring",)
    async with answering(storage):
        await register.take_out("c1", ADA)
    found = await register.ambassadors.find(ADA)
    assert found is not None
    assert found.cohorts == ()


async def test_forgetting_takes_application_seat_and_membership_of_one_alone(
    storage: Storage, clock: FakeClock
) -> None:
    register = open_register(storage, clock)
    await open_group(storage, register)
    applications = await register.list_applications("c1")
    async with answering(storage):
        await register.set_seats("c1", applications, [one.sign for one in applications])
        for one in applications:
            await register.take_in(CALL, one)
    forgotten = await storage.records.forget_person(ADA)
    assert forgotten.counts["shelves"] == 4  # and the note that they take part
    assert [one.person for one in await register.list_applications("c1")] == [BEN]
    assert len(await register.list_members("c1")) == len(await register.list_seats("c1")) == 1
    await storage.records.forget_person(EVA)
    assert await register.name_leads("c1") == []


async def test_members_and_pairs_stay_for_as_long_as_they_take_part(
    storage: Storage, clock: FakeClock
) -> None:
    register, pairing = open_register(storage, clock), open_pairing(storage, clock)
    await open_group(storage, register)
    async with answering(storage):
        await register.take_in(CALL, make_application(ADA))
        assert await pairing.match_round() == 1
    clock.advance(days=500)
    await storage.erasure.erase_expired(clock.now())
    assert len(await register.list_members("c1")) == 1
    assert await register.name_leads("c1") == ["Eva"]
    assert len(await pairing.pairs.list_things()) == 2
    assert await register.list_applications("c1") == []


async def test_forgetting_one_of_a_pair_leaves_the_other_free_for_the_next_round(
    storage: Storage, clock: FakeClock
) -> None:
    pairing = open_pairing(storage, clock)
    await join(storage, ADA, BEN)
    async with answering(storage):
        assert await pairing.match_round() == 1
    await storage.records.forget_person(ADA)
    assert await pairing.pairs.list_things() == []
    assert await pairing.find_side(BEN) is None
    await join(storage, EVA)
    async with answering(storage):
        assert await pairing.match_round() == 1


async def test_leaving_takes_a_pair_from_both_sides_along_with_the_answer(
    storage: Storage, clock: FakeClock
) -> None:
    pairing = open_pairing(storage, clock)
    await join(storage, ADA, BEN)
    async with answering(storage):
        await pairing.match_round()
    async with answering(storage):
        await pairing.leave(ADA)
        assert len(await pairing.pairs.list_things()) == 2
    assert await pairing.pairs.list_things() == []
