"""Where a review is computed: here, or beside the loop that everybody else waits for."""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Compute(Protocol):
    """Runs pure computing of milliseconds, one piece after the other, and gives what it gives."""

    def __call__(self, work: Callable[[], T], /) -> Awaitable[T]:
        """Run a piece of work; what it raises is raised here."""
        ...


async def compute_here(work: Callable[[], T], /) -> T:
    """Run it at once. Enough where nobody else waits."""
    return work()
