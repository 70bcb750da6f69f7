"""What editors do with a broadcast before it goes out: write, check, count."""

import datetime
import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.broadcasts.audience import (
    Headcount,
    count_people,
    list_cohorts,
)
from bot.core.programme.broadcasts.broadcast import Broadcast, Dossier, Mark, Stage
from bot.core.programme.broadcasts.checks import check_texts
from bot.core.programme.broadcasts.letters import compose_letter
from bot.core.programme.broadcasts.moments import Unusable, check_wall
from bot.core.programme.broadcasts.ports import Fitting, Proofreading
from bot.core.programme.broadcasts.roll import Roll
from bot.core.programme.mailings import Mailings
from bot.core.programme.ports import Shelf

Obstacle = Literal[
    "gone", "not-now", "changed",
    "no-text", "never", "waits", "nobody", "too-small", "past", "too-long",
]  # fmt: skip
STAGES: tuple[Stage, ...] = ("scheduled", "begun", "missed")
EDITABLE = ("draft", "missed")
_NAME = re.compile(r"[0-9a-f]{6}")


def make_name() -> str:
    """Make a short id."""
    return secrets.token_hex(3)


@dataclass(frozen=True)
class Office:
    """Keeps broadcasts. Who may is asked before, by the feature or the command.

    Every method may raise StorageError.

    Args:
        broadcasts: What is written, by id.
        marks: The steps that broadcasts took, by id and step.
        ambassadors: Who takes part.
        mailings: Sends them.
        proofreading: Reviews every text.
        fitting: Knows what a post holds.
        clock: Tells the time.
        zone: The organisation's.
    """

    broadcasts: Shelf[Broadcast]
    marks: Shelf[Mark]
    ambassadors: Shelf[Ambassador]
    mailings: Mailings
    proofreading: Proofreading
    fitting: Fitting
    clock: Clock
    zone: str

    @cached_property
    def roll(self) -> Roll:
        """Who takes part."""
        return Roll(self.ambassadors, self.clock)

    def now(self) -> datetime.datetime:
        """Give the time in the organisation's zone."""
        return self.clock.now().astimezone(ZoneInfo(self.zone))

    async def find(self, name: str) -> Dossier | None:
        """Find a broadcast; None for what is no id of ours."""
        draft = await self.broadcasts.find(name) if _NAME.fullmatch(name) else None
        if draft is None:
            return None
        found = [await self.marks.find(f"{name}/{stage}") for stage in STAGES]
        return await self._open(draft, [mark for mark in found if mark])

    async def _open(self, draft: Broadcast, marks: Sequence[Mark]) -> Dossier:
        is_begun = any(mark.stage == "begun" for mark in marks)
        return Dossier(draft, marks, await self.mailings.measure(draft.key) if is_begun else None)

    async def list_latest(
        self, most: int, skip: int = 0, *, is_measured: bool = True
    ) -> list[Dossier]:
        """List the latest broadcasts, the newest first.

        Without measuring each, what went out counts as done: for where only its day matters.
        """
        drafts = sorted(await self.broadcasts.list_things(), key=lambda one: one.made_at)
        marks = await self.marks.list_things()
        shown = drafts[::-1][skip : skip + most]
        measured = await self.mailings.list_kept([one.key for one in shown]) if is_measured else ()
        return [
            await self._open(draft, own) if draft.key in measured else Dossier(draft, own)
            for draft in shown
            for own in [[mark for mark in marks if mark.broadcast == draft.id]]
        ]

    async def edit(
        self, name: str, change: Callable[[Broadcast], Broadcast]
    ) -> Broadcast | Obstacle:
        """Change a draft; an id that is not known yet begins one."""
        if not _NAME.fullmatch(name):
            return "gone"
        dossier = await self.find(name)
        if dossier is None:
            dossier = Dossier(Broadcast(name, self.clock.now()))
        if dossier.state not in EDITABLE:
            return "not-now"
        changed = change(dossier.draft)
        if changed.texts and changed.fallback not in changed.texts:
            changed = replace(changed, fallback=changed.languages[0])
        await self.broadcasts.keep(name, changed)
        for mark in dossier.marks:  # of one that was missed
            await self.marks.remove(f"{name}/{mark.stage}")
        return changed

    async def discard(self, name: str) -> Obstacle | None:
        """Delete a draft."""
        dossier = await self.find(name)
        if dossier is not None and dossier.state not in EDITABLE:
            return "not-now"
        await self.broadcasts.remove(name)
        for stage in STAGES:
            await self.marks.remove(f"{name}/{stage}")
        return None

    async def clear(self, name: str, words: str, answer: Language) -> Broadcast | Obstacle:
        """Release words that a rule would hold back, unless they give somebody away."""
        dossier = await self.find(name)
        if dossier is None:
            return "gone"
        if dossier.draft.words != words:
            return "changed"
        checked = await check_texts(dossier.draft, self.proofreading, answer)
        if any(one.is_never for one in checked):
            return "never"
        return await self.edit(name, lambda draft: replace(draft, cleared=words))

    async def count(self, broadcast: Broadcast) -> Headcount:
        """Count whom it reaches."""
        people = await self.roll.list_people()
        return count_people(people, broadcast.whom, broadcast.when or self.clock.now())

    async def list_cohorts(self) -> list[str]:
        """List the cohorts there are."""
        return list_cohorts(await self.roll.list_people())

    async def find_obstacle(
        self, broadcast: Broadcast, answer: Language, *, is_due: bool = False
    ) -> Obstacle | None:
        """Say what stands in the way of sending; `is_due`: its moment has come."""
        held = await self._find_in_words(broadcast, answer)
        if held is not None:
            return held
        headcount = await self.count(broadcast)
        if headcount.is_too_small:
            return "too-small"
        if not headcount.people:
            return "nobody"
        wall = None if is_due else broadcast.when
        if wall and isinstance(check_wall(wall, self.now()), Unusable):
            return "past"
        return "too-long" if self.list_tight(broadcast) else None

    async def _find_in_words(self, broadcast: Broadcast, answer: Language) -> Obstacle | None:
        if not broadcast.texts:
            return "no-text"
        checked = await check_texts(broadcast, self.proofreading, answer)
        if any(one.is_never for one in checked):
            return "never"
        waits = any(one.waits for one in checked) and not broadcast.is_cleared
        return "waits" if waits else None

    def list_tight(self, broadcast: Broadcast) -> list[str]:
        """Name the channels in which it does not fit into one post."""
        letters = [compose_letter(broadcast, language) for language in broadcast.languages]
        return sorted({name for letter in letters for name in self.fitting.list_tight(letter)})

    async def mark(self, mark: Mark) -> None:
        """Note a step."""
        await self.marks.keep(f"{mark.broadcast}/{mark.stage}", mark)
