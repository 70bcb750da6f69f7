"""What recaps need from the rest of the programme."""

import datetime
from collections.abc import Sequence
from typing import Protocol

from bot.core.model import Language
from bot.core.programme.recaps.recap import Gathered, NextDate, Occasion


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


class Occasions(Protocol):
    """The events, as recaps see them. Every method may raise StorageError."""

    async def list_occasions(self) -> Sequence[Occasion]:
        """List the dates whose recap is still to come, the nearest first."""
        ...

    async def find_occasion(self, event: str, date: datetime.date) -> Occasion | None:
        """Find one; None: it is not held."""
        ...

    async def list_next_dates(self, occasion: Occasion, language: Language) -> Sequence[NextDate]:
        """List the dates that follow an occasion, of all events that everybody may come to."""
        ...

    async def list_questions(self, occasion: Occasion, language: Language) -> Sequence[str]:
        """List questions that are open."""
        ...


class NoOccasions:
    """Implements Occasions where no events are kept: recaps go out by hand."""

    async def list_occasions(self) -> Sequence[Occasion]:
        """List none."""
        return ()

    async def find_occasion(self, _event: str, _date: datetime.date) -> Occasion | None:
        """Find none."""
        return None

    async def list_next_dates(self, _occasion: Occasion, _language: Language) -> Sequence[NextDate]:
        """List none."""
        return ()

    async def list_questions(self, _occasion: Occasion, _language: Language) -> Sequence[str]:
        """List none."""
        return ()
