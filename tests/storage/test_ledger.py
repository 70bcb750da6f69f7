"""The ledger: changing and taking back what was sent, whatever state it is in."""

import dataclasses
import datetime
from collections.abc import Sequence

from sqlalchemy import select

from bot.core.deliveries import Delivered, Delivery, InDoubt
from bot.storage.ledger import Sending
from bot.storage.opening import Storage
from bot.storage.tables import DELIVERIES
from tests.fakes.ports import FakeClock
from tests.storage.conftest import Search
from tests.storage.samples import ADA, WORDS, cut

_CASE = Delivery("case/1A2B/0", "slack", "slack:desk", {"channel": "C1"}, {"text": WORDS})


async def take(storage: Storage) -> Sending:
    found = await storage.ledger.take_next("ada", 20)
    assert found is not None
    return found


async def change(storage: Storage, posts: Sequence[Delivery] = ()) -> None:
    async with storage.database.write() as session:
        await storage.ledger.change(session, "slack", "case/1A2B", posts)


async def test_a_change_knows_the_post_it_changes(storage: Storage) -> None:
    await storage.ledger.put([_CASE])
    await storage.ledger.note(await take(storage), "ada", Delivered("C1/17.5"))
    new = dataclasses.replace(_CASE, key="case/1A2B/closed/0", body={"text": "answered"})
    await change(storage, [new])
    taken = await take(storage)
    assert taken.receipt == "C1/17.5"
    assert taken.delivery == dataclasses.replace(new, replaces=_CASE.key)


async def test_what_is_early_takes_its_place_once_what_was_before_is_there(
    storage: Storage,
) -> None:
    ledger = storage.ledger
    early, later = (
        dataclasses.replace(_CASE, key=f"case/1A2B/early-{number}/0", body={"text": number})
        for number in (1, 2)
    )
    await ledger.put([_CASE])
    assert not await ledger.put_over(early, _CASE.key, after=_CASE.key), "nothing is there yet"
    await ledger.note(await take(storage), "ada", Delivered("C1/17.5"))
    assert await ledger.put_over(early, _CASE.key, after=_CASE.key)
    taken = await take(storage)
    assert taken.receipt == "C1/17.5"
    assert not await ledger.put_over(later, _CASE.key, after=early.key), "it is on its way"
    await ledger.note(taken, "ada", Delivered("C1/17.5"))
    assert await ledger.put_over(later, _CASE.key, after=early.key)
    await change(storage, [dataclasses.replace(_CASE, key="case/1A2B/follow/0")])
    shown = [await take(storage)]
    await ledger.note(shown[0], "ada", Delivered("C1/17.5"))
    shown.append(await take(storage))
    assert [one.delivery.key for one in shown] == [later.key, "case/1A2B/follow/0"]
    assert {one.receipt for one in shown} == {"C1/17.5"}


async def test_what_was_posted_is_taken_back_once(storage: Storage) -> None:
    second = dataclasses.replace(_CASE, key="case/1A2B/1")
    await storage.ledger.put([_CASE, second])
    for receipt in ("C1/1", "C1/2"):
        await storage.ledger.note(await take(storage), "ada", Delivered(receipt))
    await change(storage)
    await change(storage)
    receipts = []
    while taken := await storage.ledger.take_next("ada", 20):
        assert taken.delivery.body == {}
        receipts.append(taken.receipt)
        await storage.ledger.note(taken, "ada", Delivered(taken.receipt))
    assert receipts == ["C1/1", "C1/2"]


async def test_what_did_not_leave_yet_never_leaves(storage: Storage) -> None:
    await storage.ledger.put([_CASE])
    await change(storage)
    taken = await take(storage)
    assert (taken.delivery.replaces, taken.receipt) == (_CASE.key, "")  # nothing to take back
    await storage.ledger.note(taken, "ada", Delivered(""))
    assert await storage.ledger.take_next("ada", 20) is None


async def test_what_is_in_doubt_keeps_its_key_and_loses_its_words(
    storage: Storage, clock: FakeClock
) -> None:
    await storage.ledger.put([_CASE])
    sending = await take(storage)
    await storage.ledger.note(sending, "ada", InDoubt("lost", 3.0))
    clock.advance(seconds=1)
    await change(storage)
    clock.advance(seconds=5)
    again = await take(storage)
    assert again.is_in_doubt
    assert again.delivery == dataclasses.replace(_CASE, body={})


async def test_the_sealed_words_are_gone_from_the_file(storage: Storage, search: Search) -> None:
    await storage.ledger.put([_CASE])
    async with storage.database.read() as session:
        sealed = await session.scalar(select(DELIVERIES.c.sealed))
    assert search(cut(sealed))
    await change(storage)
    await storage.records.forget_person(ADA)  # rewrites the file
    assert not search(cut(sealed))


async def test_what_waits_for_its_hour_holds_up_nothing(storage: Storage, clock: FakeClock) -> None:
    later = clock.now() + datetime.timedelta(hours=9)
    evening = dataclasses.replace(_CASE, key="reminder/0")
    await storage.ledger.put([evening], not_before=later)
    await storage.ledger.put([_CASE])
    taken = await take(storage)
    assert taken.delivery.key == _CASE.key
    await storage.ledger.note(taken, "ada", Delivered("C1/1"))
    assert await storage.ledger.take_next("ada", 20) is None
    clock.advance(hours=9)
    assert (await take(storage)).delivery.key == "reminder/0"
