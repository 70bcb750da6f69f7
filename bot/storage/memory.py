"""Records and shelves kept in this process only: for `jourfix chat` without a database."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from bot.core.deliveries import Return
from bot.core.message import Message
from bot.core.model import Review
from bot.core.ports import Forgotten, Kept, Person, RememberedDraft, ReviewedOn
from bot.core.suggesting.budget import add_up
from bot.core.suggesting.ports import Spent

T = TypeVar("T")


@dataclass
class MemoryRecords:
    """Implements the Records port; everything is gone when the process ends.

    Args:
        people: What they told us.
        drafts: The last version of each.
        reviews: How many.
        disputes: Sentences that were handed over.
        forget_things: Takes away what shelves keep of somebody, and counts it.
        count_things: Counts it by shelf.
    """

    people: dict[str, Person] = field(default_factory=dict)
    drafts: dict[tuple[str, str], RememberedDraft] = field(default_factory=dict)
    reviews: dict[str, int] = field(default_factory=dict)
    disputes: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    forget_things: Callable[[str], int] = field(default=lambda _person: 0)
    count_things: Callable[[str], Mapping[str, int]] = field(default=lambda _person: {})

    async def recall_person(self, person: str) -> Person:
        """Give what they told us."""
        return self.people.get(person, Person())

    async def remember_person(self, person: str, told: Person) -> None:
        """Keep what they told us."""
        self.people[person] = told

    async def recall_draft(self, person: str, conversation: str) -> RememberedDraft | None:
        """Give the last version of a draft."""
        return self.drafts.get((person, conversation))

    async def remember_draft(self, person: str, conversation: str, draft: RememberedDraft) -> None:
        """Keep a version for comparing."""
        self.drafts[person, conversation] = draft

    async def forget_draft(self, person: str, conversation: str) -> bool:
        """Erase a draft."""
        return self.drafts.pop((person, conversation), None) is not None

    async def record_review(self, person: str, _review: Review, _seconds: int | None = None) -> str:
        """Count a review."""
        self.reviews[person] = self.reviews.get(person, 0) + 1
        return ""

    async def amend_review(self, _person: str, _name: str, _review: Review) -> None:
        """Keep nothing more: only counts are kept here."""

    async def list_latest(self, _person: str, _most: int) -> Sequence[ReviewedOn]:
        """Give nothing: only counts are kept here, and a terminal shows no page."""
        return ()

    async def record_dispute(self, person: str, rule: str, _policy: str, sentence: str) -> None:
        """Keep a sentence that was handed over."""
        self.disputes.setdefault(person, []).append((rule, sentence))

    async def list_kept(self, person: str) -> Kept:
        """Say what is kept."""
        drafts = sum(owner == person for owner, _ in self.drafts)
        oldest: datetime.datetime | None = None
        return Kept(
            self.people.get(person),
            self.reviews.get(person, 0),
            drafts,
            len(self.disputes.get(person, [])),
            oldest,
            self.count_things(person),
        )

    async def forget_person(self, person: str) -> Forgotten:
        """Erase everything of a person."""
        owned = [key for key in self.drafts if key[0] == person]
        for key in owned:
            del self.drafts[key]
        counts = {
            "drafts": len(owned),
            "reviews": self.reviews.pop(person, 0),
            "disputes": len(self.disputes.pop(person, [])),
            "person": int(self.people.pop(person, None) is not None),
            "shelves": self.forget_things(person),
        }
        return Forgotten(counts)


@dataclass
class MemoryShelf(Generic[T]):
    """Implements the Shelf port; everything is gone when the process ends."""

    things: dict[str, tuple[T, str]] = field(default_factory=dict)

    async def keep(self, key: str, thing: T, person: str = "") -> None:
        """Keep a thing, in place of an earlier one of its key."""
        self.things[key] = (thing, person)

    async def find(self, key: str) -> T | None:
        """Find a thing by its key."""
        found = self.things.get(key)
        return found[0] if found else None

    async def find_all(self, keys: Sequence[str]) -> dict[str, T]:
        """Find the things of several keys at once."""
        return {key: self.things[key][0] for key in keys if key in self.things}

    async def list_things(self, person: str = "") -> Sequence[T]:
        """List all things, or those of a person."""
        return [thing for thing, whose in self.things.values() if person in ("", whose)]

    async def remove(self, key: str) -> bool:
        """Take a thing away."""
        return self.things.pop(key, None) is not None

    def count(self, person: str) -> int:
        """Count the things of a person."""
        return sum(whose == person for _, whose in self.things.values())

    def forget(self, person: str) -> int:
        """Take away the things of a person; says how many they were."""
        owned = [key for key, (_, whose) in self.things.items() if whose == person]
        for key in owned:
            del self.things[key]
        return len(owned)

    async def change(self, key: str, change: Callable[[T], T | None]) -> None:
        """Change a thing, or take it away."""
        if key not in self.things:
            return
        thing, person = self.things[key]
        changed = change(thing)
        if changed is None:
            del self.things[key]
        else:
            self.things[key] = (changed, person)


@dataclass
class MemoryShelves:
    """Opens shelves that are gone when the process ends."""

    shelves: dict[str, MemoryShelf[Any]] = field(default_factory=dict)

    def open_shelf(self, name: str, _kind: type[T]) -> MemoryShelf[T]:
        """Open the shelf of a kind: the same one every time."""
        return self.shelves.setdefault(name, MemoryShelf())

    def forget(self, person: str) -> int:
        """Take away everything of a person; says how much it was."""
        return sum(shelf.forget(person) for shelf in self.shelves.values())

    def count(self, person: str) -> Mapping[str, int]:
        """Count what is kept of a person, by shelf."""
        counts = {name: shelf.count(person) for name, shelf in self.shelves.items()}
        return {name: count for name, count in counts.items() if count}


class SilentOutbox:
    """Implements the Outbox port where nobody can be written to who did not just write."""

    def reaches(self, _channel: str) -> bool:
        """Reach nobody."""
        return False

    async def send(
        self,
        _key: str,
        _to: Return,
        _message: Message,
        not_before: datetime.datetime | None = None,
    ) -> None:
        """Send nothing."""

    async def replace(self, _key: str, _of: str, _to: Return, _message: Message) -> None:
        """Replace nothing."""

    async def is_refused(self, _key: str, _channel: str) -> bool:
        """Say that it will never be there."""
        return True

    async def take_back(self, _key: str, _channel: str) -> None:
        """Take nothing back."""


@dataclass
class MemorySpendingBook:
    """Implements the SpendingBook port for one process that keeps nothing."""

    spent: dict[str, Spent] = field(default_factory=dict)

    async def find_spent(self, day: str) -> Spent:
        """Give what was spent on a day."""
        return self.spent.get(day, Spent())

    async def add_spent(self, day: str, spent: Spent) -> None:
        """Add to what was spent on a day."""
        self.spent[day] = add_up(self.spent.get(day, Spent()), spent)
