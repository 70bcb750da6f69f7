"""What a clock does for broadcasts: begin them at their moment, and keep editors up to date."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.programme.broadcasts.broadcast import Mark
from bot.core.programme.broadcasts.dispatch import Dispatch
from bot.core.programme.broadcasts.following import Following


@dataclass(frozen=True)
class Timing:
    """Everything that happens without a press. Doing it twice changes nothing.

    Every method may raise StorageError.
    """

    dispatch: Dispatch
    following: Following

    async def list_scheduled(self) -> Sequence[Mark]:
        """List what waits for its moment: `broadcast` and `at` of each."""
        return await self.dispatch.list_scheduled()

    async def begin_scheduled(self, broadcast: str) -> None:
        """Begin a broadcast whose moment has come, or ask its editors why it should not."""
        try:
            missed = await self.dispatch.begin_scheduled(broadcast)
        finally:
            self.dispatch.office.roll.forget()
        if missed is not None:
            await self.following.tell_missed(missed)

    async def note_missed(self, broadcast: str) -> None:
        """Ask the editors of a broadcast whose moment went by."""
        missed = await self.dispatch.note_missed(broadcast)
        if missed is not None:
            await self.following.tell_missed(missed)

    async def refresh(self) -> int:
        """Change what editors see of broadcasts that went on; to be called every few seconds."""
        return await self.following.refresh()
