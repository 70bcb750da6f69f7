"""Keep an editor's message about a broadcast up to date, in channels that can change a message."""

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.deliveries import Return
from bot.core.desk.ports import Outbox
from bot.core.message import Message
from bot.core.model import Language
from bot.core.programme.broadcasts.broadcast import Broadcast, Dossier
from bot.core.programme.broadcasts.office import Office
from bot.core.programme.broadcasts.tracking import compose_missed, compose_progress
from bot.core.programme.hours import Hours
from bot.core.programme.ports import Shelf

_ENDED = ("done", "stopped")


@dataclass(frozen=True)
class Follower:
    """An editor who sent a broadcast, and what they were shown of it last.

    Args:
        broadcast: Its id.
        to: Where they are told.
        language: Theirs.
        number: How often their message was changed.
        shown: The fingerprint of what it says.
    """

    broadcast: str
    to: Return
    language: Language
    number: int = 0
    shown: str = ""


@dataclass(frozen=True)
class Following:
    """Shows editors how their broadcasts go on. Every method may raise StorageError.

    Args:
        followers: Who follows what; each row is the editor's own.
        office: Knows how far broadcasts are.
        outbox: Writes to editors who did not just press something.
    """

    followers: Shelf[Follower]
    office: Office
    outbox: Outbox

    def reaches(self, channel: str) -> bool:
        """Say whether a message there can be kept up to date."""
        return self.outbox.reaches(channel)

    async def begin(self, dossier: Dossier, to: Return, language: Language) -> None:
        """Show an editor how far a broadcast is, from now on; what is only planned, once begun."""
        follower = Follower(dossier.draft.id, to, language)
        known = await self.followers.find(f"{follower.broadcast}/{to.person}")
        if known is not None and known.shown:
            return
        if dossier.find_mark("begun"):
            message = self._compose(dossier, follower)
            await self.outbox.send(_name_post(follower), to, message)
            follower = replace(follower, shown=_fingerprint(message))
        await self._keep(follower)

    async def enlist(self, name: str, to: Return, language: Language) -> None:
        """Note an editor who sent a broadcast from elsewhere; they are shown it with the others."""
        await self._keep(Follower(name, to, language))

    async def send_test(self, broadcast: Broadcast, to: Return, letter: Message) -> None:
        """Send an editor what everybody will get; once for two presses within a second."""
        moment = f"{self.office.clock.now():%Y%m%d%H%M%S}"
        await self.outbox.send(f"{broadcast.key}/test/{to.person}/{moment}", to, letter)

    async def refresh(self) -> int:
        """Change what editors see of broadcasts that went on; says of how many messages."""
        changed = 0
        for follower in await self.followers.list_things():
            dossier = await self.office.find(follower.broadcast)
            if dossier is None:
                await self._drop(follower)
            elif dossier.find_mark("begun"):
                changed += await self._show(dossier, follower)
        return changed

    async def tell_missed(self, dossier: Dossier) -> None:
        """Ask those who planned a broadcast what should become of it, in their hours."""
        mark = dossier.find_mark("missed")
        for follower in await self._list_of(dossier.draft.id):
            to = follower.to
            key = f"broadcast:{dossier.draft.id}/missed/{mark.at if mark else ''}/{to.person}"
            message = compose_missed(dossier, follower.language)
            await self.outbox.send(key, to, message, not_before=await self._find_moment(to.person))

    async def _list_of(self, name: str) -> Sequence[Follower]:
        return [one for one in await self.followers.list_things() if one.broadcast == name]

    async def _find_moment(self, person: str) -> datetime.datetime | None:
        ambassador = await self.office.ambassadors.find(person)
        hours = ambassador.hours if ambassador else Hours(self.office.zone)
        return hours.find_moment(self.office.clock.now())

    async def _show(self, dossier: Dossier, follower: Follower) -> int:
        message = self._compose(dossier, follower)
        shown = _fingerprint(message)
        is_new = shown != follower.shown
        if not follower.shown and not await self._may_tell(follower.to.person):
            return 0  # begun by the clock: nobody waits for it, so it comes in their hours
        if is_new:
            await self._tell(follower, message)
            changed = replace(follower, number=follower.number + 1, shown=shown)
            await self._keep(changed)
        if dossier.state in _ENDED and not (dossier.progress and dossier.progress.in_doubt):
            await self._drop(follower)
        return int(is_new)

    async def _tell(self, follower: Follower, message: Message) -> None:
        post = _name_post(follower)
        if follower.shown:
            number = follower.number + 1
            await self.outbox.replace(f"{post}/{number}", post, follower.to, message)
        else:
            await self.outbox.send(post, follower.to, message)

    async def _may_tell(self, person: str) -> bool:
        moment = await self._find_moment(person)
        return moment is not None and moment <= self.office.clock.now()

    def _compose(self, dossier: Dossier, follower: Follower) -> Message:
        return compose_progress(dossier, self.office.zone, follower.language, in_place=False)

    async def _keep(self, follower: Follower) -> None:
        person = follower.to.person
        await self.followers.keep(f"{follower.broadcast}/{person}", follower, person)

    async def _drop(self, follower: Follower) -> None:
        await self.followers.remove(f"{follower.broadcast}/{follower.to.person}")


def _name_post(follower: Follower) -> str:
    return f"broadcast:{follower.broadcast}/live/{follower.to.person}"


def _fingerprint(message: Message) -> str:
    return hashlib.sha256(repr(message).encode("utf-8", "replace")).hexdigest()[:16]
