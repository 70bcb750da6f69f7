"""Fakes that implement the core's ports, for every test."""

import datetime

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
