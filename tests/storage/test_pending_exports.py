"""A file that waits for answers, on its shelf in the database: sealed, and gone with its owner."""

import random

from bot.core.message import SharedFile
from bot.core.programme.exports.pending import (
    LONGEST,
    Asked,
    PendingExport,
    name_file,
    pack_file,
    unpack_file,
)
from bot.core.programme.exports.taking_in import TakingIn
from bot.storage.opening import Storage
from bot.storage.shelves import DatabaseShelf
from tests.fakes.ports import FakeClock
from tests.storage.conftest import Search
from tests.storage.samples import ADA

LINK = "https://www.linkedin.com/feed/update/urn:li:activity:7406535690785632256"
_LARGE = random.Random(5).randbytes(LONGEST * 3 // 4 - 200)


def open_shelf(storage: Storage) -> DatabaseShelf[PendingExport]:
    return storage.shelves.open_shelf("exports", PendingExport)


def make_pending(clock: FakeClock, data: bytes) -> PendingExport:
    questions = tuple(Asked(f"column:{number:0>290}", "impressions") for number in range(12))
    answers = {f"column:{number:0>290}ö": "leave-out" for number in range(60)}
    name = name_file(data)
    packed = pack_file(data)
    return PendingExport(name, ADA, "Wörter.csv", packed, clock.now(), questions, answers)


async def test_the_largest_file_comes_back_whole_and_is_sealed(
    storage: Storage, clock: FakeClock, search: Search
) -> None:
    data = _LARGE + LINK.encode()
    pending = make_pending(clock, data)
    assert pending.packed
    await open_shelf(storage).keep(pending.key, pending, ADA)
    found = await open_shelf(storage).find(pending.key)
    assert found == pending
    assert unpack_file(found) == SharedFile("Wörter.csv", data)
    # Long enough not to stand by chance in fifteen megabytes that look like random.
    needles = [LINK.encode(), pending.packed[:60].encode(), b"rter.csv", b"column:", ADA.encode()]
    assert search(needles) == []
    forgotten = await storage.records.forget_person(ADA)
    assert forgotten.counts["shelves"] == 1
    assert await open_shelf(storage).find(pending.key) is None


async def test_what_is_over_is_erased_by_the_hour(storage: Storage, clock: FakeClock) -> None:
    shelf = open_shelf(storage)
    taking_in = TakingIn(None, None, None, shelf, clock, None)  # type: ignore[arg-type]
    old = make_pending(clock, b"Link;Aufrufe\n")
    await shelf.keep(old.key, old, ADA)
    clock.advance(hours=23)
    new = make_pending(clock, b"Link;Gesehen\n")
    await shelf.keep(new.key, new, ADA)
    assert await taking_in.tidy() == 0
    clock.advance(hours=1)
    assert await taking_in.tidy() == 1
    assert await shelf.list_things(ADA) == [new]
