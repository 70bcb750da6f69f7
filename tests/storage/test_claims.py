"""Many workers of several processes at one database: everything is taken once, and in order."""

import asyncio
import dataclasses
from collections import Counter, defaultdict

from bot.core.deliveries import Answered, Arrival, Delivered, Delivery
from bot.storage.opening import Storage
from tests.fakes.ports import FakeClock
from tests.storage.conftest import Open

_PEOPLE, _EACH, _HELD_SECONDS = 6, 5, 30


def make_arrivals() -> list[Arrival]:
    return [
        Arrival(f"{person}-{number}", "slack", f"slack:{person}", "{}")
        for number in range(_EACH)
        for person in range(_PEOPLE)
    ]


def make_delivery(arrival: Arrival) -> Delivery:
    return Delivery(arrival.key, "slack", arrival.person, {"channel": arrival.person}, {})


async def test_every_arrival_is_taken_once_and_one_of_a_person_at_a_time(
    open_here: Open, clock: FakeClock
) -> None:
    storages = [await open_here() for _ in range(3)]
    for arrival in make_arrivals():
        await storages[0].inbox.keep([arrival])
        clock.advance(seconds=1)
    left = _PEOPLE * _EACH
    in_hand: Counter[str] = Counter()
    answered: dict[str, list[str]] = defaultdict(list)

    async def answer(storage: Storage, owner: str) -> None:
        nonlocal left
        while left:
            held = await storage.inbox.hold_next(owner, _HELD_SECONDS)
            if held is None:
                continue
            person = held.arrival.person
            in_hand[person] += 1
            assert in_hand[person] == 1
            await storage.inbox.hold_on(held, owner, _HELD_SECONDS)
            answered[person].append(held.arrival.key)
            in_hand[person] -= 1
            left -= 1
            await storage.inbox.settle(held, Answered([make_delivery(held.arrival)]))

    await asyncio.gather(
        *(answer(storage, f"{at}-{n}") for at, storage in enumerate(storages) for n in range(3))
    )
    assert dict(answered) == {
        f"slack:{person}": [f"{person}-{number}" for number in range(_EACH)]
        for person in range(_PEOPLE)
    }


async def test_every_delivery_is_sent_once_and_in_the_order_of_its_lane(
    open_here: Open, clock: FakeClock
) -> None:
    storages = [await open_here() for _ in range(3)]
    deliveries = [make_delivery(arrival) for arrival in make_arrivals()]
    for delivery in deliveries:
        await storages[0].ledger.put([delivery])
        clock.advance(seconds=1)
    left = len(deliveries)
    sent: dict[str, list[str]] = defaultdict(list)

    async def send(storage: Storage, owner: str) -> None:
        nonlocal left
        while left:
            sending = await storage.ledger.take_next(owner, _HELD_SECONDS)
            if sending is None:
                continue
            assert not sending.is_in_doubt
            sent[sending.delivery.person].append(sending.delivery.key)
            left -= 1
            assert await storage.ledger.note(sending, owner, Delivered())

    await asyncio.gather(
        *(send(storage, f"{at}-{n}") for at, storage in enumerate(storages) for n in range(3))
    )
    assert dict(sent) == {
        f"slack:{person}": [f"{person}-{number}" for number in range(_EACH)]
        for person in range(_PEOPLE)
    }


async def test_what_several_processes_keep_at_once_is_new_to_one_of_them(open_here: Open) -> None:
    storages = [await open_here() for _ in range(3)]
    arrivals = make_arrivals()
    orders = (arrivals, arrivals[::-1], arrivals[7:] + arrivals[:7])
    kept = await asyncio.gather(
        *(storage.inbox.keep(order) for storage, order in zip(storages, orders, strict=True))
    )
    new = [
        arrival.key
        for order, are_new in zip(orders, kept, strict=True)
        for arrival, is_new in zip(order, are_new, strict=True)
        if is_new
    ]
    assert sorted(new) == sorted(arrival.key for arrival in arrivals)


async def test_what_was_answered_does_not_come_back_when_it_is_repeated(storage: Storage) -> None:
    arrival = make_arrivals()[0]
    assert await storage.inbox.keep([arrival, dataclasses.replace(arrival)]) == [True, False]
    held = await storage.inbox.hold_next("one", _HELD_SECONDS)
    assert held
    await storage.inbox.settle(held, Answered())
    assert await storage.inbox.keep([arrival]) == [False]
    assert await storage.inbox.hold_next("one", _HELD_SECONDS) is None


async def test_what_a_dead_worker_held_is_taken_before_what_came_later(
    storage: Storage, clock: FakeClock
) -> None:
    first, second = make_arrivals()[0], make_arrivals()[_PEOPLE]
    await storage.inbox.keep([first])
    clock.advance(seconds=1)
    await storage.inbox.keep([second])
    dead = await storage.inbox.hold_next("dead", _HELD_SECONDS)
    assert dead
    assert await storage.inbox.hold_next("alive", _HELD_SECONDS) is None
    clock.advance(seconds=_HELD_SECONDS)
    again = await storage.inbox.hold_next("alive", _HELD_SECONDS)
    assert again
    assert (again.arrival, again.tries) == (first, 2)
