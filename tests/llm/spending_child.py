"""A process of its own for the tests: pays for calls until nothing is left, as fast as it can.

Says "ready", waits for a line, then says how many calls it paid for.
"""

import asyncio
import sys

from bot.core.errors import BudgetSpentError
from bot.core.suggesting.budget import Budget
from bot.llm.purse import Purse
from bot.storage.erasure import Retention
from bot.storage.opening import open_storage
from tests.fakes.ports import FakeClock
from tests.storage.samples import SECRET


async def spend(address: str, limit: int, tokens: int) -> int:
    """Make calls of so many tokens, some at once, until the purse says no."""
    storage = await open_storage(address, SECRET, FakeClock(), Retention())
    purse = Purse(Budget(tokens_a_day=limit), storage.spending, FakeClock())
    calls = 0

    async def call() -> None:
        nonlocal calls
        while True:
            try:
                async with purse.paying(
                    purse.budget.count_call("any", tokens, tokens // 2)
                ) as bill:
                    await asyncio.sleep(0)  # others may come between
                    bill.spent = purse.budget.count_call("any", tokens, 0)
                    calls += 1
            except BudgetSpentError:
                return

    sys.stdout.write("ready\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.readline)
    await asyncio.gather(*(call() for _ in range(4)))
    await storage.close()
    return calls


if __name__ == "__main__":
    sys.stdout.write(f"{asyncio.run(spend(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))}\n")
