"""The SpendingBook port over the database: one row a day, added up by the database itself.

It is written at once, also where an answer holds back what it keeps: money is spent whether or not
the answer comes to its end.
"""

from dataclasses import dataclass

from sqlalchemy import select

from bot.core.suggesting.ports import Spent
from bot.storage.database import Database, insert_into
from bot.storage.tables import SPENDING


@dataclass(frozen=True)
class DatabaseSpendingBook:
    """Implements the port for all processes of an installation."""

    database: Database

    async def find_spent(self, day: str) -> Spent:
        """Give what was spent on a day."""
        row = select(SPENDING.c.tokens, SPENDING.c.money, SPENDING.c.calls)
        async with self.database.read() as session:
            found = (await session.execute(row.where(SPENDING.c.day == day))).first()
        return Spent() if found is None else Spent(found.tokens, found.money, found.calls)

    async def add_spent(self, day: str, spent: Spent) -> None:
        """Add to what was spent on a day, whatever others add meanwhile."""
        now = SPENDING.c
        async with self.database.write() as session:
            insert = insert_into(session, SPENDING).values(
                day=day, tokens=spent.tokens, money=spent.money, calls=spent.calls
            )
            added = {
                "tokens": now.tokens + insert.excluded.tokens,
                "money": now.money + insert.excluded.money,
                "calls": now.calls + insert.excluded.calls,
            }
            await session.execute(insert.on_conflict_do_update(index_elements=["day"], set_=added))
