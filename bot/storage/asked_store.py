"""How many people asked what in a week: one row a person, answer and week, and no person in it.

The mark of a row is made of person and answer together. So no two rows of somebody are alike, and
none tells whose it is; only who asks to be forgotten, and so is known, is found again: by every
answer that there is.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.house_rules.asked import Asked
from bot.storage.database import Database, insert_into
from bot.storage.tables import ASKED
from bot.storage.unlocking import Unlocked


@dataclass(frozen=True)
class AskedStore:
    """Implements the AskedQuestions port."""

    database: Database
    unlocked: Unlocked

    async def note(self, person: str, answer: str, week: int) -> None:
        """Note that somebody asked for an answer in a week; a second time changes nothing."""
        async with self.database.write() as session:
            row = insert_into(session, ASKED).values(
                mark=_make_mark(self.unlocked, person, answer), week=week, answer=answer
            )
            await session.execute(row.on_conflict_do_nothing())

    async def count(self, first: int, last: int) -> Mapping[str, Asked]:
        """Count some weeks, the last included, by answer."""
        times, people = func.count(), func.count(ASKED.c.mark.distinct())
        counted = select(ASKED.c.answer, times.label("times"), people.label("people"))
        weeks = counted.where(ASKED.c.week.between(first, last)).group_by(ASKED.c.answer)
        async with self.database.read() as session:
            rows = (await session.execute(weeks)).all()
        return {row.answer: Asked(row.times, row.people) for row in rows}


@dataclass(frozen=True)
class AskedErasure:
    """Implements the Eraser for the marks of what somebody asked."""

    unlocked: Unlocked

    async def __call__(self, session: AsyncSession, person: str) -> Mapping[str, int]:
        """Erase the marks of somebody."""
        answers = await session.scalars(select(ASKED.c.answer).distinct())
        marks = [_make_mark(self.unlocked, person, answer) for answer in answers]
        gone = delete(ASKED).where(ASKED.c.mark.in_(marks)).returning(ASKED.c.mark)
        return {ASKED.name: len((await session.execute(gone)).all())}


def _make_mark(unlocked: Unlocked, person: str, answer: str) -> str:
    return unlocked.pseudonyms.name_conversation(person, f"asked/{answer}")
