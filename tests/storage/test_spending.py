"""What goes to the language model, added up by several at once and kept for as long as reviews."""

import asyncio

from bot.core.suggesting.ports import Spent
from bot.storage.database import writing_together
from bot.storage.memory import MemorySpendingBook
from bot.storage.opening import Storage
from tests.fakes.ports import FakeClock
from tests.storage.conftest import Open

DAY = "2026-11-22"


async def test_a_day_on_which_nothing_was_spent_is_empty(storage: Storage) -> None:
    assert await storage.spending.find_spent(DAY) == Spent()


async def test_what_is_spent_adds_up_day_by_day_and_can_be_taken_back(storage: Storage) -> None:
    await storage.spending.add_spent(DAY, Spent(1_000, 0.25, 1))
    await storage.spending.add_spent(DAY, Spent(500, 0.5, 1))
    await storage.spending.add_spent(DAY, Spent(-300, -0.25, 0))
    await storage.spending.add_spent("2026-11-23", Spent(7, 0.0, 1))
    assert await storage.spending.find_spent(DAY) == Spent(1_200, 0.5, 2)
    assert await storage.spending.find_spent("2026-11-23") == Spent(7, 0.0, 1)


async def test_nothing_is_lost_when_two_installations_of_it_write_at_once(open_here: Open) -> None:
    books = [(await open_here()).spending, (await open_here()).spending]
    await asyncio.gather(*(book.add_spent(DAY, Spent(3, 0.5, 1)) for book in books * 20))
    assert await books[0].find_spent(DAY) == Spent(120, 20.0, 40)


async def test_it_is_written_even_if_the_answer_around_it_is_not(storage: Storage) -> None:
    with writing_together() as writes:
        await storage.spending.add_spent(DAY, Spent(10, 0.0, 1))
        assert not writes
    assert await storage.spending.find_spent(DAY) == Spent(10, 0.0, 1)


async def test_it_goes_when_reviews_go(storage: Storage, clock: FakeClock) -> None:
    await storage.spending.add_spent(DAY, Spent(10, 0.0, 1))
    clock.advance(days=400)
    await storage.erasure.erase_expired(clock.now())
    assert await storage.spending.find_spent(DAY) == Spent(10, 0.0, 1)
    clock.advance(days=1)
    await storage.erasure.erase_expired(clock.now())
    assert await storage.spending.find_spent(DAY) == Spent()


async def test_large_sums_have_room(storage: Storage) -> None:
    much = Spent(2**40, 1e9, 2**20)
    await storage.spending.add_spent(DAY, much)
    assert await storage.spending.find_spent(DAY) == much


async def test_the_book_in_memory_adds_up_alike() -> None:
    book = MemorySpendingBook()
    await book.add_spent(DAY, Spent(10, 0.5, 1))
    await book.add_spent(DAY, Spent(-4, 0.25, 0))
    assert (await book.find_spent(DAY), await book.find_spent("2026-11-23")) == (
        Spent(6, 0.75, 1),
        Spent(),
    )
