"""What people ask, counted by answer and week; on SQLite and on PostgreSQL."""

import datetime

from sqlalchemy import select

from bot.core.house_rules.asked import Asked, find_weeks
from bot.storage.opening import Storage
from bot.storage.tables import ASKED
from tests.fakes.ports import FakeClock
from tests.storage.conftest import Search
from tests.storage.samples import ADA, BEN


async def list_marks(storage: Storage) -> list[str]:
    async with storage.database.read() as session:
        return list(await session.scalars(select(ASKED.c.mark)))


async def test_people_count_once_a_week_and_nothing_says_who(storage: Storage) -> None:
    for person, answer, week in (
        (ADA, "congress", 7), (ADA, "congress", 7), (ADA, "congress", 8), (BEN, "congress", 8),
        (ADA, "own-illness", 8), (BEN, "congress", 9),
    ):  # fmt: skip
        await storage.asked.note(person, answer, week)
    assert await storage.asked.count(7, 8) == {
        "congress": Asked(3, 2),
        "own-illness": Asked(1, 1),
    }
    marks = await list_marks(storage)
    assert len(set(marks)) == 3  # one of Ada's says nothing of the other
    pseudonyms = storage.asked.unlocked.pseudonyms
    assert not {pseudonyms.name_person(ADA), pseudonyms.name_person(BEN)} & set(marks)


async def test_who_is_forgotten_is_not_counted_any_more(storage: Storage, search: Search) -> None:
    await storage.asked.note(ADA, "congress", 7)
    (mark,) = await list_marks(storage)
    await storage.asked.note(BEN, "congress", 7)
    forgotten = await storage.records.forget_person(ADA)
    assert forgotten.counts["asked"] == 1
    assert await storage.asked.count(7, 7) == {"congress": Asked(1, 1)}
    assert not search([mark.encode()])


async def test_it_goes_once_nobody_needs_it(storage: Storage, clock: FakeClock) -> None:
    first, last = find_weeks(datetime.date(2026, 11, 22))
    assert last - first == 3
    for week in (first - 2, first, last):
        await storage.asked.note(ADA, "congress", week)
    await storage.erasure.erase_expired(clock.now())
    assert (await storage.asked.count(first - 9, last))["congress"].times == 2
