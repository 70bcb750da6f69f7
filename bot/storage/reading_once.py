"""Read each shelf once while a page is made: what is listed again comes from memory.

A page is made of parts that do not know each other and list the same things. What is remembered
holds for that page alone, and only until something is written.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Seen:
    """What was listed so far, by shelf and author."""

    listed: dict[tuple[str, str], Sequence[Any]] = field(default_factory=dict)
    is_over: bool = False

    def recall(self, shelf: str, author: str) -> Sequence[Any] | None:
        """Give what was listed; None: it was not."""
        return None if self.is_over else self.listed.get((shelf, author))

    def note(self, shelf: str, author: str, things: Sequence[Any]) -> None:
        """Note what was listed."""
        if not self.is_over:
            self.listed[shelf, author] = things

    def end(self) -> None:
        """Remember nothing any more, also where something that began meanwhile goes on."""
        self.is_over = True
        self.listed.clear()


_seen: ContextVar[Seen | None] = ContextVar("seen", default=None)


@contextmanager
def reading_once() -> Iterator[None]:
    """Read each shelf once until the end of the block."""
    seen = Seen()
    token = _seen.set(seen)
    try:
        yield
    finally:
        _seen.reset(token)
        seen.end()


def find_seen() -> Seen | None:
    """Find what was listed in this block; None outside of one."""
    return _seen.get()
