"""What is ready of an answer while the model still writes: sifted as all of it, and shown at once.

Nothing is shown that our rules have not read: the pieces that come early are whole texts, and each
goes through the same sieve. What it let through is remembered, so nothing is sifted twice.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bot.core.computing import Compute
from bot.core.suggesting.pieces import Piece
from bot.core.suggesting.sifting import Sieve, Sifted
from bot.core.suggesting.written import Suggestion

ShowEarly = Callable[[Sequence[Suggestion]], Awaitable[None]]


@dataclass
class Early:
    """Sifts the pieces of one answer, and shows the good ones as they come.

    Args:
        read: Reads the pieces out of an answer.
        sieve: Sifts them.
        compute: Runs that.
        show: Shows what is there so far; None: nobody waits for it.
    """

    read: Callable[[Mapping[str, Any]], list[Piece]]
    sieve: Sieve
    compute: Compute
    show: ShowEarly | None
    _sifted: dict[Piece, Sifted] = field(default_factory=dict)
    _newest: Mapping[str, Any] | None = None
    _has_come: asyncio.Event = field(default_factory=asyncio.Event)

    async def sift(self, piece: Piece) -> Sifted:
        """Sift a piece, unless that was done."""
        if piece not in self._sifted:
            self._sifted[piece] = await self.compute(partial(self.sieve.sift, piece))
        return self._sifted[piece]

    def note(self, data: Mapping[str, Any]) -> None:
        """Note what an answer holds so far."""
        self._newest = data
        self._has_come.set()

    @contextlib.asynccontextmanager
    async def showing(self) -> AsyncIterator[None]:
        """Show what comes until the block ends; what fails here fails nothing else."""
        if self.show is None:
            yield
            return
        task = asyncio.create_task(self._show_all(self.show))
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await task

    async def _show_all(self, show: ShowEarly) -> None:
        shown = 0
        while True:
            await self._has_come.wait()
            self._has_come.clear()
            pieces = self.read(self._newest or {})
            sifted = [await self.sift(piece) for piece in pieces]
            good = [one.suggestion for one in sifted if one.suggestion is not None]
            if len(good) > shown:
                shown = len(good)
                await show(good)
