"""What recaps need from the rest of the programme."""

import datetime
from collections.abc import Sequence
from typing import Protocol

from bot.core.model import Language
from bot.core.programme.recaps.recap import Gathered, Occasion


class RecapSource(Protocol):
    """Gives occasions, and what is told beside the posts. Every method may raise StorageError."""

    async def list_occasions(self) -> Sequence[Occasion]:
        """List the dates whose recap is still to come, the nearest first."""
        ...

    async def find_occasion(self, event: str, date: datetime.date) -> Occasion | None:
        """Find one; None: it is not held, so nothing is said of it."""
        ...

    async def gather(self, occasion: Occasion, language: Language) -> Gathered:
        """Gather a tip, what is open, and the next dates."""
        ...


class BareSource:
    """Implements RecapSource where there is nothing but posts."""

    async def list_occasions(self) -> Sequence[Occasion]:
        """List none."""
        return ()

    async def find_occasion(self, event: str, date: datetime.date) -> Occasion | None:
        """Take any."""
        return Occasion(event, date)

    async def gather(self, _occasion: Occasion, _language: Language) -> Gathered:
        """Gather nothing."""
        return Gathered()
