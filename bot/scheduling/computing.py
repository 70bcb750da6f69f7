"""Compute in one thread of its own, so that the loop goes on acknowledging.

One thread and no more: the coach remembers what it computed last and is no place for two at once.
"""

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")
# How long a computing thread may keep the loop waiting; Python's own five milliseconds add up,
# since one acknowledgement needs its turn several times.
_TURN_SECONDS = 0.0005


def _make_thread() -> ThreadPoolExecutor:
    sys.setswitchinterval(_TURN_SECONDS)
    return ThreadPoolExecutor(1, thread_name_prefix="computing")


@dataclass(frozen=True)
class ComputingThread:
    """Implements the Compute port."""

    _thread: ThreadPoolExecutor = field(default_factory=_make_thread)

    async def __call__(self, work: Callable[[], T], /) -> T:
        """Run a piece of work when those before it are done."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
