"""Fakes that implement the core's ports, for every test."""

import datetime
from typing import Any

from typing_extensions import override

from bot.core.errors import StorageError
from bot.core.ports import Records
from bot.storage.memory import MemoryRecords

_SOME_DAY = datetime.datetime(2026, 11, 22, 9, 0, tzinfo=datetime.UTC)


class FakeClock:
    """A clock that moves only when told to."""

    def __init__(self, now: datetime.datetime = _SOME_DAY) -> None:
        self._now = now

    def now(self) -> datetime.datetime:
        """Give the time it was set to."""
        return self._now

    def advance(self, **step: float) -> None:
        """Move on, as `timedelta` counts: days=1, seconds=30, ..."""
        self._now += datetime.timedelta(**step)


class FakeRecords(MemoryRecords):
    """Records in memory of which the methods named in `broken` raise StorageError."""

    def __init__(self, *broken: str) -> None:
        super().__init__()
        self.broken = set(broken)

    @override
    def __getattribute__(self, name: str) -> Any:
        """Give a method, or one that fails in its place."""
        if not name.startswith("_") and name in object.__getattribute__(self, "broken_now")():
            return fail
        return object.__getattribute__(self, name)

    def broken_now(self) -> set[str]:
        """Name the methods that fail; everything does when "all" is among them."""
        broken = self.__dict__.get("broken", set())
        return PORT_METHODS if "all" in broken else broken


PORT_METHODS = {name for name in vars(Records) if not name.startswith("_")}


async def fail(*_arguments: object) -> Any:
    """Fail as a database does that cannot be reached."""
    raise StorageError("The database cannot be reached.")
