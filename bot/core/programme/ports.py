"""What the programme needs from outside, beside mailings."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

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
