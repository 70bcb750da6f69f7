"""Read what people did in some months, for the proof of value: rows become deeds under pseudonyms.

Read by the chore that closes months, in the background: shelves are opened thing by thing.
"""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Table, func, select, union_all

from bot.core.programme.events.event import Answer
from bot.core.programme.library.readings import READINGS_SHELF, Reading
from bot.core.programme.posts.post import Post
from bot.core.programme.proof.deeds import Deed, Kind
from bot.core.programme.proof.months import begin_month, number_month
from bot.storage.columns import Moment
from bot.storage.database import Database
from bot.storage.shelves import Shelves
from bot.storage.tables import CASE_TIMES, CASES, REVIEWS, SHELVES

_GO = "go"
_ENGAGEMENT = ("reactions", "comments", "shares", "clicks", "saves")


@dataclass(frozen=True)
class ProofSource:
    """Implements the DeedSource port.

    Args:
        database: Where reviews, cases and votes are.
        shelves: Where posts and answers to invitations are.
        zone: In which months begin.
        name_theme: Says what a post is about; empty when nobody can tell.
    """

    database: Database
    shelves: Shelves
    zone: datetime.tzinfo
    name_theme: Callable[[Post], str]

    async def find_first_month(self) -> int | None:
        """Find the month of the oldest review, case or post."""
        oldest = union_all(
            select(func.min(REVIEWS.c.recorded_at).label("at")),
            select(func.min(CASES.c.opened_at)),
            select(func.min(CASE_TIMES.c.opened_at)),
            select(func.min(SHELVES.c.kept_at)).where(SHELVES.c.shelf == "posts"),
        ).subquery()
        query = select(func.min(oldest.c.at, type_=Moment))
        async with self.database.read() as session:
            found = await session.scalar(query)
        return None if found is None else self._month(found)

    async def list_readings(self) -> Sequence[Reading]:
        """List how many took up each lesson, by month."""
        return await self.shelves.open_shelf(READINGS_SHELF, Reading).list_things()

    async def list_deeds(self, first: int, last: int) -> Sequence[Deed]:
        """List the deeds of some months, the last included."""
        start, end = self._begin(first), self._begin(last + 1)
        deeds = [
            *await self._list_reviews(start, end),
            *await self._list_votes(start, end),
            *await self._list_cases(start, end),
        ]
        for post in await self.shelves.open_shelf("posts", Post).list_things():
            if start <= post.handed_in_at < end:
                deeds += self._count_post(post)
        for answer in await self.shelves.open_shelf("event-answers", Answer).list_things():
            month = number_month(answer.date)
            if answer.comes and answer.told == "place" and first <= month <= last:
                deeds.append(Deed("visits", month, answer.person))
        return deeds

    async def _list_reviews(self, start: datetime.datetime, end: datetime.datetime) -> list[Deed]:
        names = ("author", "recorded_at", "verdict", "rules", "seconds")
        deeds = []
        for row in await self._read(REVIEWS, names, _between(REVIEWS.c.recorded_at, start, end)):
            month = self._month(row.recorded_at)
            deeds.append(Deed("drafts", month, row.author))
            verdict = (row.verdict,) if row.verdict == _GO else ()
            deeds.append(Deed("go-share", month, row.author, parts=verdict))
            deeds.append(Deed("rules", month, row.author, parts=tuple(row.rules)))
            if row.seconds is not None:
                deeds.append(Deed("answer-time", month, row.author, row.seconds))
        return deeds

    async def _list_votes(self, start: datetime.datetime, end: datetime.datetime) -> list[Deed]:
        is_vote = SHELVES.c.shelf.startswith("votes ") & (SHELVES.c.author != "")
        which = is_vote & _between(SHELVES.c.kept_at, start, end)
        rows = await self._read(SHELVES, ("author", "kept_at"), which)
        return [Deed("votes", self._month(row.kept_at), row.author) for row in rows]

    async def _list_cases(self, start: datetime.datetime, end: datetime.datetime) -> list[Deed]:
        deeds, seen = [], set[str]()
        names = ("id", "author", "opened_at", "answered_at")
        for table in (CASES, CASE_TIMES):
            for row in await self._read(table, names, _between(table.c.opened_at, start, end)):
                if row.id in seen:
                    continue
                seen.add(row.id)
                month = self._month(row.opened_at)
                deeds.append(Deed("cases", month, row.author))
                if row.answered_at is not None:
                    seconds = int((row.answered_at - row.opened_at).total_seconds())
                    deeds.append(Deed("case-time", month, row.author, seconds))
        return deeds

    async def _read(
        self, table: Table, names: Sequence[str], which: ColumnElement[bool]
    ) -> Sequence[Any]:
        query = select(*(table.c[name] for name in names)).where(which)
        async with self.database.read() as session:
            return (await session.execute(query)).all()

    def _count_post(self, post: Post) -> Iterator[Deed]:
        month, person = self._month(post.handed_in_at), post.person
        yield Deed("posts", month, person)
        theme = self.name_theme(post)
        yield Deed("themes", month, person, parts=(theme,) if theme else ())
        told = dict(post.figures.told)
        kinds: tuple[tuple[Kind, tuple[str, ...]], ...] = (
            ("reach", ("impressions",)),
            ("engagement", _ENGAGEMENT),
        )
        for kind, names in kinds:
            numbers = [number for name, number in told.items() if name in names]
            if numbers:
                yield Deed(kind, month, person, sum(numbers))

    def _month(self, moment: datetime.datetime) -> int:
        return number_month(moment.astimezone(self.zone).date())

    def _begin(self, month: int) -> datetime.datetime:
        return datetime.datetime.combine(begin_month(month), datetime.time(), self.zone)


def _between(
    column: ColumnElement[Any], start: datetime.datetime, end: datetime.datetime
) -> ColumnElement[bool]:
    return (column >= start) & (column < end)
