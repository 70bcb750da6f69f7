"""Forgetting somebody takes along what their buddy's side says of them, on both databases."""

import datetime

from bot.core.deliveries import Delivered, Delivery
from bot.core.programme.buddies.pair import Pair
from bot.storage.opening import Storage
from bot.storage.shelves import DatabaseShelf
from tests.fakes.ports import FakeClock
from tests.storage.conftest import Search
from tests.storage.samples import ADA, BEN, cut

CEM = "slack:U0CEM4713"


def make_side(pair: str, person: str, other: str, clock: FakeClock) -> Pair:
    now = clock.now()
    return Pair(pair, person, other, "Ada L.", "often", ("story",), "nl", now.date(), now, "slack")


async def open_pairs(storage: Storage, clock: FakeClock) -> DatabaseShelf[Pair]:
    pairs = storage.shelves.open_shelf("pairs", Pair)
    for pair, one, other in (("p1", ADA, BEN), ("p2", BEN, CEM)):
        for side in (make_side(pair, one, other, clock), make_side(pair, other, one, clock)):
            await pairs.keep(side.key, side, side.person)
    return pairs


async def test_both_sides_go_and_pairs_of_others_stay(storage: Storage, clock: FakeClock) -> None:
    pairs = await open_pairs(storage, clock)
    forgotten = await storage.records.forget_person(ADA)
    left = await pairs.list_things()
    assert {(side.person, side.other) for side in left} == {(BEN, CEM), (CEM, BEN)}
    assert forgotten.counts == {"shelves": 1, "pairs": 1}


async def test_what_waits_to_tell_of_them_is_not_sent(storage: Storage, clock: FakeClock) -> None:
    pairs = await open_pairs(storage, clock)
    evening = clock.now() + datetime.timedelta(hours=9)
    for pair in ("p1", "p2"):
        side = await pairs.find(f"{pair}/{BEN}")
        assert side is not None
        posts = [
            Delivery(f"{side.told_under}/{number}", "slack", BEN, {"channel": "D1"}, {"text": pair})
            for number in range(2)
        ]
        await storage.ledger.put(posts, evening)
    await storage.records.forget_person(ADA)
    clock.advance(hours=10)
    said = []
    while sending := await storage.ledger.take_next("me", 10):
        said.append(sending.delivery.body["text"])
        await storage.ledger.note(sending, "me", Delivered("there"))
    assert said == ["p2", "p2"]


async def test_nothing_of_it_is_left_in_the_files(
    storage: Storage, clock: FakeClock, search: Search
) -> None:
    await open_pairs(storage, clock)
    shelf = storage.shelves.open_shelf("pairs", Pair)
    rows = await read_sealed(storage)
    kept = {f"p2/{BEN}", f"p2/{CEM}"}
    names = {shelf._name(key) for key in kept}  # noqa: SLF001 - the row's name in the file
    needles = [piece for name, sealed in rows for piece in cut(sealed) if name not in names]
    assert search(needles)
    await storage.records.forget_person(ADA)
    assert search(needles) == []


async def read_sealed(storage: Storage) -> list[tuple[str, bytes]]:
    rows = await storage.database.run_bare("SELECT key, sealed FROM shelves WHERE shelf = 'pairs'")
    return [(str(row[0]), bytes(row[1])) for row in rows]
