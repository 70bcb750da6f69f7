"""What the programme needs from outside, beside mailings."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from bot.core.programme.due import Occurrence
from bot.core.programme.plans import Plans

T = TypeVar("T")


class Shelf(Protocol[T]):
    """Keeps things of one kind, encrypted, each under its key. May raise StorageError."""

    async def keep(self, key: str, thing: T, person: str = "") -> None:
        """Keep a thing, in place of an earlier one of its key.

        With a person it is theirs, and goes when they are forgotten.
        """
        ...

    async def find(self, key: str) -> T | None:
        """Find a thing by its key."""
        ...

    async def find_all(self, keys: Sequence[str]) -> Mapping[str, T]:
        """Find the things of several keys at once, by key; what is not there is left out."""
        ...

    async def list_things(self, person: str = "") -> Sequence[T]:
        """List all things in the order they were first kept; with a person, theirs alone."""
        ...

    async def remove(self, key: str) -> bool:
        """Take a thing away; says whether it was there."""
        ...

    async def change(self, key: str, change: Callable[[T], T | None], /) -> None:
        """Change a thing as it stands by the time this is written, along with its whole answer.

        None takes it away. What is not there stays so: nobody who left comes back this way.
        """
        ...


class Shelves(Protocol):
    """Opens shelves by the kind of what stands on them."""

    def open_shelf(self, name: str, kind: type[T], /) -> Shelf[T]:
        """Open the shelf of a kind; its name is for good."""
        ...


class Planner(Protocol):
    """Knows what is planned. May raise StorageError."""

    async def list_plans(self, since: datetime.datetime, until: datetime.datetime) -> Plans:
        """List what may be due between two moments; events by `plans.list_event_dates`."""
        ...


class Carrier(Protocol):
    """Carries out what is due. May raise StorageError; then it is asked again a minute later.

    It is asked more than once for the same key: after a restart, by two clocks. What was done under
    a key is not done again.
    """

    async def carry_out(self, occurrence: Occurrence) -> None:
        """Do what is due."""
        ...

    async def note_missed(self, occurrence: Occurrence) -> None:
        """Note that something is too late, if it was not done; of a broadcast editors are asked."""
        ...


class Marks(Protocol):
    """Remembers up to when everything was carried out. May raise StorageError."""

    async def recall_tick(self) -> datetime.datetime | None:
        """Give the last mark; None: there was no tick yet."""
        ...

    async def note_tick(self, at: datetime.datetime) -> None:
        """Keep a mark in place of the last, also an earlier one: a clock may be put back."""
        ...
