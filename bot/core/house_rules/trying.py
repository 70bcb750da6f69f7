"""Try a draft of the house rules beside everything else, and tell how far that is."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.errors import BotError
from bot.core.house_rules.house import hash_files
from bot.core.house_rules.impact import Impact
from bot.core.house_rules.publishing import Publishing
from bot.core.house_rules.sets import Line, SentenceSet
from bot.core.house_rules.versions import Trial
from bot.core.programme.ports import Shelf

Tell = Callable[[int, int], None]
RunTrial = Callable[
    [Mapping[str, str], Mapping[str, str], Mapping[str, Sequence[Line]], Tell],
    Awaitable[tuple[tuple[str, ...], Impact]],
]


@dataclass
class Trying:
    """Tries drafts, one at a time.

    Args:
        publishing: Has the draft, and keeps what came of it.
        sets: The sentences that the organisation uploaded.
        run: Tries, in a process of its own: before, after, sets.
    """

    publishing: Publishing
    sets: Shelf[SentenceSet]
    run: RunTrial
    progress: tuple[int, int] | None = None
    _task: "asyncio.Task[None] | None" = field(default=None, repr=False)

    @property
    def is_busy(self) -> bool:
        """Whether something is being tried."""
        return self._task is not None and not self._task.done()

    def begin(self) -> None:
        """Begin to try the draft; nothing where something is being tried."""
        if not self.is_busy:
            self.progress = (0, 0)
            self._task = asyncio.create_task(self._try())

    async def finish(self) -> None:
        """Wait until nothing is being tried."""
        if self._task is not None:
            await self._task

    async def stop(self) -> None:
        """End what is being tried: the process closes."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _try(self) -> None:
        draft, current = await self.publishing.open_draft(), await self.publishing.find_current()
        before = dict(current.files) if current else {}
        sets = {f"{one.name}": one.lines for one in await self.sets.list_things()}
        try:
            complaints, impact = await self.run(before, draft.files, sets, self._tell)
        except BotError as error:
            complaints, impact = (str(error),), Impact()
        await self.publishing.keep_trial(
            Trial(
                hash_files(draft.files),
                current.key if current else "",
                self.publishing.clock.now(),
                complaints,
                impact,
            )
        )

    def _tell(self, done: int, everything: int) -> None:
        self.progress = (done, everything)
