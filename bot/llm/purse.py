"""Paying for calls: what a call may cost is put aside in the book before it is made.

Whoever puts aside first sees it and others see it too, so that several processes together stay
within a day's limits, but for what a call costs beyond its estimate. A process that dies while it
asks leaves what it put aside: that day has a little less.
"""

import asyncio
import datetime
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from bot.core.errors import BudgetSpentError, ModelUnavailableError, StorageError
from bot.core.ports import Clock
from bot.core.suggesting.budget import Budget, Left, add_up, take_back
from bot.core.suggesting.ports import SpendingBook, Spent

_log = logging.getLogger(__name__)


@dataclass
class Bill:
    """What one call really spent; nothing until somebody writes it down."""

    spent: Spent = field(default_factory=Spent)


@dataclass(frozen=True)
class Purse:
    """What may be spent in a day, and the book in which it is written.

    Args:
        budget: The limits and prices.
        book: Where all processes write.
        clock: Tells the day; days end at midnight UTC, as with most who sell tokens.
    """

    budget: Budget
    book: SpendingBook
    clock: Clock
    _turns: "WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock]" = field(
        default_factory=WeakKeyDictionary, repr=False
    )

    @property
    def day(self) -> str:
        """Which day it is for the book."""
        return self.clock.now().astimezone(datetime.UTC).date().isoformat()

    async def find_left(self) -> Left:
        """Say what may still be spent today.

        Raises:
            StorageError: the book cannot be read.
        """
        return self.budget.find_left(await self.book.find_spent(self.day))

    @asynccontextmanager
    async def paying(self, estimate: Spent) -> AsyncIterator[Bill]:
        """Put aside what a call may cost, and at its end write what it did.

        Raises:
            BudgetSpentError: so much is not left today.
            ModelUnavailableError: the book cannot be read or written.
        """
        day, bill = self.day, Bill()
        await self._put_aside(day, estimate)
        try:
            yield bill
        finally:
            await self._settle(day, add_up(bill.spent, take_back(estimate)))

    async def _put_aside(self, day: str, estimate: Spent) -> None:
        try:
            async with self._turns.setdefault(asyncio.get_running_loop(), asyncio.Lock()):
                is_allowed = self.budget.allows(await self.book.find_spent(day), estimate)
                if is_allowed:
                    await self.book.add_spent(day, estimate)
                    # another process may have put aside between our two looks
                    if self.budget.is_over(await self.book.find_spent(day)):
                        await self.book.add_spent(day, take_back(estimate))
                        is_allowed = False
        except StorageError:
            is_allowed = None
        if is_allowed is None:
            raise ModelUnavailableError(
                "The model is not asked: what was spent on it today cannot be read or written."
            )
        if not is_allowed:
            raise BudgetSpentError(_explain(self.budget))

    async def _settle(self, day: str, difference: Spent) -> None:
        try:
            await self.book.add_spent(day, difference)
        except StorageError:  # what was put aside stays: rather too much than too little
            _log.warning("What a call to the model spent could not be written down.")


def _explain(budget: Budget) -> str:
    limits = []
    if budget.tokens_a_day:
        limits.append(f"{budget.tokens_a_day:,} tokens (JOURFIX_MODEL_TOKENS_A_DAY)")
    if budget.money_a_day:
        limits.append(f"{budget.money_a_day:,.2f} in money (JOURFIX_MODEL_MONEY_A_DAY)")
    return (
        "What may go to the language model in a day is used up, or too little is left of it for"
        f" another question: {' and '.join(limits)}. It goes on after midnight UTC; until then"
        " everything else works without the model."
    )
