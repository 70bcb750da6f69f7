"""All dilemmas there are: the library's, and the organisation's own beside them."""

import hashlib
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.core.programme.dilemmas import Dilemma
from bot.core.programme.ports import Shelf

SHELF = "own-dilemmas"
_OWN = "own-"


def is_own(dilemma: Dilemma) -> bool:
    """Say whether the organisation wrote a dilemma itself."""
    return dilemma.id.startswith(_OWN)


def make_name() -> str:
    """Name a new one."""
    return f"{_OWN}{secrets.token_hex(4)}"


def take_fingerprint(dilemma: Dilemma | None) -> str:
    """Tell a dilemma from its other versions; empty: of none."""
    return hashlib.sha256(repr(dilemma).encode()).hexdigest()[:16] if dilemma else ""


@dataclass(frozen=True)
class DilemmaBook:
    """Gives the dilemmas, and keeps the organisation's own. May raise StorageError.

    Args:
        library: Those that everybody has.
        own: Those of the organisation; None where nothing is kept.
    """

    library: Sequence[Dilemma]
    own: Shelf[Dilemma] | None = None

    async def list_all(self) -> Sequence[Dilemma]:
        """List the library's, then the own ones in the order they were written."""
        return (*self.library, *(await self.own.list_things() if self.own else ()))

    async def list_running(self, week: int) -> Sequence[Dilemma]:
        """List those that take part in a week."""
        return [one for one in await self.list_all() if one.runs(week)]

    async def find_own(self, name: str) -> Dilemma | None:
        """Find one of the organisation's own."""
        return await self.own.find(name) if self.own and name.startswith(_OWN) else None

    async def keep(self, dilemma: Dilemma, seen: str, week: int) -> bool:
        """Keep an own dilemma; a new one has its first turn in the next week that is free.

        Args:
            dilemma: As it was written.
            seen: The fingerprint of the one before, as its writer saw it.
            week: The week it is.

        Returns:
            Whether it stood so still; else nothing is changed.
        """
        if self.own is None:
            return False
        if not seen:
            if await self.own.find(dilemma.id) is not None:
                return False
            taken = {one.since for one in await self.own.list_things()}
            since = next(one for one in range(week + 1, week + 2 + len(taken)) if one not in taken)
            await self.own.keep(dilemma.id, replace(dilemma, since=since))
            return True
        return await self._change(
            dilemma.id,
            lambda old: replace(dilemma, since=old.since, until=old.until),
            seen,
        )

    async def withdraw(self, name: str, week: int, *, is_current: bool) -> None:
        """Take an own dilemma away: at once where it is this week's turn or never had one.

        Any other leaves with the week, so that the turn of this week stays whose it is.
        """
        if self.own is None:
            return
        found = await self.own.find(name)
        if found is not None and found.since > week:
            await self.own.remove(name)
        elif found is not None:
            until = week if is_current else week + 1
            await self.own.change(name, lambda old: replace(old, until=old.until or until))

    async def _change(self, name: str, change: Callable[[Dilemma], Dilemma], seen: str) -> bool:
        did: list[bool] = []

        def change_if_seen(old: Dilemma) -> Dilemma:
            did.append(take_fingerprint(old) == seen)
            return change(old) if did[-1] else old

        if self.own is not None:
            await self.own.change(name, change_if_seen)
        return bool(did) and did[-1]
