"""The chain of what was done at the desk: it holds, and shows every change made to it."""

import asyncio

import pytest
from sqlalchemy import delete, insert, select, update

from bot.core.desk.audit import FIRST_LINK, Deed
from bot.storage.opening import Storage
from bot.storage.tables import AUDIT
from tests.fakes.ports import FakeClock
from tests.storage.conftest import Open, Search
from tests.storage.samples import SECRET

EVE, BEN = "slack:T1:UEVE", "slack:T1:UBEN"


async def fill(storage: Storage, count: int = 5) -> None:
    for number in range(count):
        person = EVE if number % 2 else BEN
        await storage.audit.append(Deed(person, "case-answered", f"case-{number}", {"as": "fine"}))


async def test_an_empty_log_holds(open_here: Open) -> None:
    verified = await (await open_here()).audit.verify()
    assert (verified.entries, verified.broken_at, verified.head) == (0, None, FIRST_LINK)


async def test_entries_come_back_the_newest_first(open_here: Open) -> None:
    storage = await open_here()
    await fill(storage)
    entries = await storage.audit.list_newest(2)
    deeds = [entry.read_deed() for entry in entries]
    assert deeds == [
        Deed(BEN, "case-answered", "case-4", {"as": "fine"}),
        Deed(EVE, "case-answered", "case-3", {"as": "fine"}),
    ]
    (older,) = await storage.audit.list_newest(1, before=entries[-1].number)
    assert older.number == 3
    assert (await storage.audit.verify()).broken_at is None


async def test_a_changed_entry_is_found(open_here: Open) -> None:
    storage = await open_here()
    await fill(storage)
    async with storage.database.write() as session:
        forged = storage.audit.unlocked.sealer.seal("{}", ("audit", "3"))
        await session.execute(update(AUDIT).where(AUDIT.c.number == 3).values(sealed=forged))
    assert (await storage.audit.verify()).broken_at == 3


@pytest.mark.parametrize("column", ["digest", "link"])
async def test_a_forged_digest_or_link_is_found(open_here: Open, column: str) -> None:
    storage = await open_here()
    await fill(storage)
    async with storage.database.write() as session:
        await session.execute(update(AUDIT).where(AUDIT.c.number == 2).values({column: "f" * 64}))
    assert (await storage.audit.verify()).broken_at == 2


async def test_an_entry_that_was_taken_away_is_found(open_here: Open) -> None:
    storage = await open_here()
    await fill(storage)
    async with storage.database.write() as session:
        await session.execute(delete(AUDIT).where(AUDIT.c.number == 2))
    assert (await storage.audit.verify()).broken_at == 2


async def test_an_entry_that_was_put_in_is_found(open_here: Open) -> None:
    storage = await open_here()
    await fill(storage)
    async with storage.database.write() as session:
        last = (await session.execute(select(AUDIT).where(AUDIT.c.number == 5))).one()
        row = {**last._mapping, "number": 6}  # noqa: SLF001
        row["sealed"] = storage.audit.unlocked.sealer.seal("{}", ("audit", "6"))
        await session.execute(insert(AUDIT).values(row))
    assert (await storage.audit.verify()).broken_at == 6


async def test_an_end_that_was_cut_off_is_seen_by_whoever_noted_it(open_here: Open) -> None:
    storage = await open_here()
    await fill(storage)
    head = (await storage.audit.verify()).head
    assert (await storage.audit.verify(head)).has_noted
    await fill(storage, 1)
    assert (await storage.audit.verify(head)).has_noted
    async with storage.database.write() as session:
        await session.execute(delete(AUDIT).where(AUDIT.c.number >= 4))
    cut = await storage.audit.verify(head)
    assert (cut.broken_at, cut.has_noted) == (None, False)


async def test_two_at_once_make_one_chain(open_here: Open) -> None:
    first, second = await open_here(), await open_here()
    deeds = [Deed(EVE, "rule-published", f"rule-{number}") for number in range(20)]
    logs = [first.audit, second.audit]
    await asyncio.gather(*(logs[at % 2].append(deed) for at, deed in enumerate(deeds)))
    verified = await first.audit.verify()
    assert (verified.entries, verified.broken_at) == (20, None)


async def test_who_is_forgotten_leaves_the_chain_whole(open_here: Open, search: Search) -> None:
    storage = await open_here()
    await fill(storage)
    forgotten = await storage.records.forget_person(EVE)
    assert forgotten.counts["audit"] == 2
    verified = await storage.audit.verify()
    assert (verified.entries, verified.erased, verified.broken_at) == (5, 2, None)
    told = [entry.read_deed() for entry in await storage.audit.list_newest(10)]
    assert [deed is None for deed in told] == [False, True, False, True, False]
    pseudonym = storage.audit.unlocked.pseudonyms.name_person(EVE).encode()
    assert search([pseudonym]) == []


async def test_entries_are_emptied_when_their_time_is_over(
    open_here: Open, clock: FakeClock
) -> None:
    storage = await open_here(review_days=30)
    await fill(storage, 2)
    clock.advance(days=30)
    await fill(storage, 1)
    await storage.erasure.erase_expired(clock.now())
    verified = await storage.audit.verify()
    assert (verified.entries, verified.erased, verified.broken_at) == (3, 2, None)


async def test_what_is_kept_says_nothing_in_the_clear(open_here: Open, search: Search) -> None:
    storage = await open_here()
    await fill(storage)
    assert search([EVE.encode(), b"case-answered", b"case-1"]) == []


async def test_it_holds_after_a_new_secret(open_here: Open) -> None:
    storage = await open_here()
    await fill(storage)
    await storage.close()
    again = await open_here(f"another-secret-that-is-long-enough-too,{SECRET}")
    assert (await again.audit.verify()).broken_at is None
