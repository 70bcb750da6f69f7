"""The Records port over the database: people, drafts, reviews and disputes.

Erasing belongs to `erasure`, encryption to `sealing`.
"""

import dataclasses
import datetime
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Table, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.errors import StorageError
from bot.core.model import Review
from bot.core.ports import Clock, Forgotten, Kept, Person, RememberedDraft, ReviewedOn
from bot.storage.columns import NAME_LENGTH
from bot.storage.database import Database, insert_into
from bot.storage.draft_memory import DraftMemory
from bot.storage.erasure import Erasure, Retention, delete_rows, empty_log
from bot.storage.tables import CASES, DISPUTES, DRAFTS, PEOPLE, REVIEWS, SHELVES
from bot.storage.unlocking import Unlocked

TEXT_LENGTH = 10_000
WORD_LENGTH = 200
SEALED_LENGTH = 1_000_000

_Value = TypeVar("_Value", Person, RememberedDraft)


@dataclass(frozen=True)
class DatabaseRecords:
    """Implements the Records port. With draft_days = 0 drafts stay in `memory`."""

    database: Database
    unlocked: Unlocked
    erasure: Erasure
    clock: Clock
    retention: Retention
    memory: DraftMemory = field(default_factory=DraftMemory)

    async def recall_person(self, person: str) -> Person:
        """Give what they told us; an empty Person when nothing."""
        async with self.database.read() as session:
            found = await self._find_person(session, self._author(person))
        return found or Person()

    async def remember_person(self, person: str, told: Person) -> None:
        """Keep what they told us."""
        author = self._author(person)
        _refuse_long_words(told)
        row = {"sealed": self._seal(told, PEOPLE, author), "told_at": self.clock.now()}
        await self._put(PEOPLE, {"author": author}, row)

    async def recall_draft(self, person: str, conversation: str) -> RememberedDraft | None:
        """Give the last version of the draft in a conversation, unless its time is over."""
        place = self._conversation(person, conversation)
        if not self.retention.draft_days:
            return self.memory.recall(*place)
        async with self.database.read() as session:
            row = (
                await session.execute(
                    select(DRAFTS.c.sealed).where(
                        DRAFTS.c.author == place[0],
                        DRAFTS.c.conversation == place[1],
                        DRAFTS.c.kept_at > self.retention.oldest_draft(self.clock.now()),
                    )
                )
            ).first()
        if row is None:
            return None
        return _read(RememberedDraft, self._unseal(row.sealed, DRAFTS, *place))

    async def remember_draft(self, person: str, conversation: str, draft: RememberedDraft) -> None:
        """Keep a version for comparing, encrypted, in place of the one before."""
        _refuse_long(draft.text, TEXT_LENGTH, "draft")
        author, name = self._conversation(person, conversation)
        if not self.retention.draft_days:
            self.memory.remember(author, name, draft)
            return
        row = {"sealed": self._seal(draft, DRAFTS, author, name), "kept_at": self.clock.now()}
        await self._put(DRAFTS, {"author": author, "conversation": name}, row)

    async def forget_draft(self, person: str, conversation: str) -> bool:
        """Erase the draft of a conversation; says whether there was one."""
        author, name = self._conversation(person, conversation)
        was_in_memory = self.memory.forget(author, name)
        here = (DRAFTS.c.author == author) & (DRAFTS.c.conversation == name)
        async with self.database.write() as session:
            was_on_disk = await delete_rows(session, DRAFTS, here) > 0
        if was_on_disk:
            await empty_log(self.database)
        return was_in_memory or was_on_disk

    async def record_review(self, person: str, review: Review, seconds: int | None = None) -> str:
        """Keep verdict, rule ids and policy hash under a pseudonym, no text; gives its name."""
        # The review's own id may have been chosen by its author (a file's "id"): it is not kept.
        name = uuid.uuid4().hex
        row = {**_describe_review(review), "seconds": seconds}
        await self._add(REVIEWS, person, name, row)
        return name

    async def amend_review(self, person: str, name: str, review: Review) -> None:
        """Put what a further reading found in the place of a review that was recorded."""
        is_own = (REVIEWS.c.id == name) & (REVIEWS.c.author == self._author(person))
        row = _describe_review(review)

        async def write(session: AsyncSession) -> None:
            await session.execute(update(REVIEWS).where(is_own).values(**row))

        await self.database.put(write)

    async def list_latest(self, person: str, most: int) -> Sequence[ReviewedOn]:
        """Give a person's own latest reviews, the newest first."""
        newest = (
            select(REVIEWS.c.recorded_at, REVIEWS.c.verdict)
            .where(REVIEWS.c.author == self._author(person))
            .order_by(REVIEWS.c.recorded_at.desc())
            .limit(most)
        )
        async with self.database.read() as session:
            rows = (await session.execute(newest)).all()
        return [ReviewedOn(row.recorded_at.date(), row.verdict) for row in rows]

    async def record_dispute(self, person: str, rule: str, policy: str, sentence: str) -> None:
        """Keep a sentence that its author handed over because a finding is wrong."""
        _refuse_long(sentence, TEXT_LENGTH, "sentence")
        name = uuid.uuid4().hex
        row = {
            "rule": _checked_name(rule),
            "policy": _checked_name(policy),
            "sealed": self.unlocked.sealer.seal(sentence, (DISPUTES.name, name)),
        }
        await self._add(DISPUTES, person, name, row)

    async def list_kept(self, person: str) -> Kept:
        """Say what is kept of a person."""
        author = self._author(person)
        async with self.database.read() as session:
            told = await self._find_person(session, author)
            told_at = await _oldest(session, PEOPLE, "told_at", author)
            reviews = await _oldest(session, REVIEWS, "recorded_at", author)
            drafts = await _oldest(session, DRAFTS, "kept_at", author)
            disputes = await _oldest(session, DISPUTES, "recorded_at", author)
            things = await _count_things(session, author)
        times = [found.at for found in (told_at, reviews, drafts, disputes) if found.at]
        in_memory = self.memory.count(author)
        return Kept(
            person=told,
            reviews=reviews.count,
            drafts=drafts.count + in_memory,
            disputes=disputes.count,
            oldest=min(times, default=None),
            things=things,
        )

    async def forget_person(self, person: str) -> Forgotten:
        """Erase everything of a person; returns when it is gone from the files."""
        author = self._author(person)
        from_memory = self.memory.forget_author(author)
        forgotten = await self.erasure.forget(person, author)
        if not from_memory:
            return forgotten
        drafts = forgotten.counts.get(DRAFTS.name, 0) + from_memory
        return Forgotten({**forgotten.counts, DRAFTS.name: drafts})

    def _author(self, person: str) -> str:
        return self.unlocked.pseudonyms.name_person(person)

    def _conversation(self, person: str, conversation: str) -> tuple[str, str]:
        name = self.unlocked.pseudonyms.name_conversation(person, conversation)
        return self._author(person), name

    async def _find_person(self, session: AsyncSession, author: str) -> Person | None:
        sealed = await session.scalar(select(PEOPLE.c.sealed).where(PEOPLE.c.author == author))
        return None if sealed is None else _read(Person, self._unseal(sealed, PEOPLE, author))

    async def _put(self, table: Table, key: dict[str, str], row: dict[str, Any]) -> None:
        async def write(session: AsyncSession) -> None:
            insert = insert_into(session, table).values(**key, **row)
            await session.execute(insert.on_conflict_do_update(index_elements=list(key), set_=row))

        await self.database.put(write)

    async def _add(self, table: Table, person: str, name: str, row: dict[str, Any]) -> None:
        known = {"id": name, "author": self._author(person), "recorded_at": self.clock.now()}

        async def write(session: AsyncSession) -> None:
            await session.execute(insert_into(session, table).values(**known, **row))

        await self.database.put(write)

    def _seal(self, value: Person | RememberedDraft, table: Table, *key: str) -> bytes:
        text = json.dumps(dataclasses.asdict(value), ensure_ascii=False)
        _refuse_long(text, SEALED_LENGTH, "draft with its findings")
        return self.unlocked.sealer.seal(text, (table.name, *key))

    def _unseal(self, sealed: bytes, table: Table, *key: str) -> dict[str, Any]:
        value = json.loads(self.unlocked.sealer.unseal(sealed, (table.name, *key)))
        return dict(value)


def _describe_review(review: Review) -> dict[str, Any]:
    return {
        "verdict": review.verdict.value,
        "rules": list(dict.fromkeys(finding.rule for finding in review.findings)),
        "policy": _checked_name(review.policy),
        "checked": list(review.checked),
        "model": dataclasses.asdict(review.model) if review.model else None,
    }


@dataclass(frozen=True)
class _Found:
    count: int
    at: datetime.datetime | None


async def _oldest(session: AsyncSession, table: Table, column: str, author: str) -> _Found:
    """Count the rows of an author and give the time of the oldest."""
    query = select(func.count(), func.min(table.c[column])).where(table.c.author == author)
    count, at = (await session.execute(query)).one()
    return _Found(count, at)


async def _count_things(session: AsyncSession, author: str) -> Mapping[str, int]:
    """Count what shelves keep of an author, and what they handed to the editors."""
    shelves = select(SHELVES.c.shelf, func.count()).where(SHELVES.c.author == author)
    rows = await session.execute(shelves.group_by(SHELVES.c.shelf))
    counts: dict[str, int] = {row[0]: row[1] for row in rows}
    cases = await session.scalar(select(func.count()).where(CASES.c.author == author))
    return counts | ({CASES.name: cases} if cases else {})


def _read(kind: type[_Value], held: dict[str, Any]) -> _Value:
    """Read leniently: another version may have known more fields, or fewer."""
    known = {kept.name for kept in dataclasses.fields(kind)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in held.items()
        if name in known
    }
    return kind(**values)


def _refuse_long_words(told: Person) -> None:
    for name, value in dataclasses.asdict(told).items():
        if isinstance(value, str):
            _refuse_long(value, WORD_LENGTH, name)


def _refuse_long(text: str, most: int, what: str) -> None:
    if len(text) > most:
        raise StorageError(f"This {what} is too long to keep: {most:,} characters at most.")


def _checked_name(name: str) -> str:
    """Refuse what cannot be an id of ours, so that no text comes in by this door."""
    if len(name) > NAME_LENGTH or not name.isprintable():
        raise StorageError("This is no id of a rule or a policy. Reload the policies.")
    return name
