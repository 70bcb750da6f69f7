"""An event loop whose time is not the machine's: it moves on when nobody has anything to do."""

import asyncio
import datetime
import selectors
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")
_BEGIN = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)  # a Monday


class _Selector(selectors.SelectSelector):
    """Waits for nothing: where the loop would sleep, the time has passed."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> list[Any]:
        self.passed += timeout or 0.0
        return super().select(0)


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._virtual = _Selector()
        super().__init__(self._virtual)

    def time(self) -> float:
        return self._virtual.passed


@dataclass(frozen=True)
class LoopClock:
    """The clock of that loop."""

    def now(self) -> datetime.datetime:
        seconds = asyncio.get_running_loop().time()
        return _BEGIN + datetime.timedelta(seconds=seconds)


def run_virtually(work: Coroutine[None, None, T]) -> T:
    """Run something that uses no threads, in no time."""
    loop = _Loop()
    try:
        return loop.run_until_complete(work)
    finally:
        loop.close()
