"""What may be spent in a day holds, whoever spends it."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from bot.core.errors import BudgetSpentError, ModelUnavailableError, StorageError
from bot.core.suggesting.budget import Budget, Left, Price
from bot.core.suggesting.ports import Reply, Spent
from bot.llm.purse import Purse
from bot.storage.memory import MemorySpendingBook
from tests.fakes.model import server as fake
from tests.fakes.ports import FakeClock
from tests.llm.conftest import DAY, GOOD, House, make_prompt
from tests.storage.samples import address_of

_ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return address_of(tmp_path)
    return str(request.getfixturevalue("database_on_postgres"))


def test_two_processes_together_stay_within_a_day(address: str) -> None:
    children = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "tests.llm.spending_child", address, "3000", "100"],
            cwd=_ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )
        for _ in range(2)
    ]  # fmt: skip
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    calls = [int(child.communicate("go\n")[0]) for child in children]
    assert all(child.returncode == 0 for child in children)
    # each gives up when its estimate of 150 does not fit beside what the others put aside
    assert 3_000 - 8 * 150 <= sum(calls) * 100 <= 3_000


async def test_when_the_day_is_spent_nothing_leaves_and_the_sentence_says_what_to_do(
    house: House,
) -> None:
    model = house.build(Budget(tokens_a_day=10_000))
    await house.book.add_spent(DAY, Spent(9_500, 0.0, 20))
    house.server.behave(fake.says_json(GOOD))
    with pytest.raises(BudgetSpentError) as caught:
        await model.ask(make_prompt())
    assert str(caught.value) == (
        "What may go to the language model in a day is used up, or too little is left of it for"
        " another question: 10,000 tokens (JOURFIX_MODEL_TOKENS_A_DAY). It goes on after midnight"
        " UTC; until then everything else works without the model."
    )
    assert (house.server.asked, house.spent) == ([], Spent(9_500, 0.0, 20))
    house.clock.advance(days=1)
    assert (await model.ask(make_prompt())).data == GOOD
    assert house.book.spent["2026-11-23"].calls == 1


async def test_many_at_once_stay_within_a_day(house: House) -> None:
    model = house.build(Budget(tokens_a_day=3_000))
    house.server.behave(fake.says_json(GOOD))
    replies = await asyncio.gather(
        *(model.ask(make_prompt()) for _ in range(20)), return_exceptions=True
    )
    answered = [reply for reply in replies if isinstance(reply, Reply)]
    assert {type(reply) for reply in replies} == {Reply, BudgetSpentError}
    assert len(answered) == len(house.server.asked) == house.spent.calls
    assert house.spent.tokens == 150 * len(answered) <= 3_000


async def test_money_is_limited_apart_from_tokens(house: House) -> None:
    model = house.build(Budget(0, 2.0, Price(1.0, 10.0)))
    await house.book.add_spent(DAY, Spent(0, 1.999, 9))
    with pytest.raises(BudgetSpentError, match=r"2\.00 in money \(JOURFIX_MODEL_MONEY_A_DAY\)"):
        await model.ask(make_prompt())


async def test_spending_is_no_failure_of_the_server(house: House) -> None:
    model = house.build(Budget(tokens_a_day=100))
    for _ in range(6):
        with pytest.raises(BudgetSpentError):
            await model.ask(make_prompt())


async def test_a_repair_that_nothing_is_left_for_is_not_made(house: House) -> None:
    model = house.build(Budget(tokens_a_day=650))
    house.server.behave(fake.says("no"))
    with pytest.raises(BudgetSpentError):
        await model.ask(make_prompt())
    assert (len(house.server.asked), house.spent.calls) == (1, 1)


class BrokenBook(MemorySpendingBook):
    """A book that cannot be read."""

    async def find_spent(self, _day: str) -> Spent:
        raise StorageError("The database cannot be reached.")


class FullBook(MemorySpendingBook):
    """A book in which one thing can be written, and nothing after it."""

    async def add_spent(self, day: str, spent: Spent) -> None:
        if self.spent:
            raise StorageError("The disk is full.")
        await super().add_spent(day, spent)


async def test_without_its_book_nothing_is_spent() -> None:
    purse = Purse(Budget(), BrokenBook(), FakeClock())
    with pytest.raises(ModelUnavailableError, match="cannot be read or written"):
        async with purse.paying(Spent(1)):
            pytest.fail("nobody could know what is left")


async def test_what_cannot_be_settled_stays_put_aside() -> None:
    purse = Purse(Budget(tokens_a_day=1_000), FullBook(), FakeClock())
    async with purse.paying(Spent(400, 0.0, 1)) as bill:
        bill.spent = Spent(100, 0.0, 1)
    assert await purse.find_left() == Left(600, None)


async def test_the_day_of_the_book_ends_at_midnight_utc_and_a_call_is_settled_on_its_own() -> None:
    clock = FakeClock()
    clock.advance(hours=14, minutes=59)
    purse = Purse(Budget(tokens_a_day=1_000), book := MemorySpendingBook(), clock)
    async with purse.paying(Spent(400, 0.0, 1)) as bill:
        clock.advance(minutes=1)
        bill.spent = Spent(100, 0.0, 1)
    assert book.spent == {DAY: Spent(100, 0.0, 1)}
    assert await purse.find_left() == Left(1_000, None)
