"""Send broadcasts, now or at their moment, hold and stop them. For chat, clock and terminal."""

import datetime
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.core.model import Language
from bot.core.programme.broadcasts.audience import Headcount, choose_people, plan_recipients
from bot.core.programme.broadcasts.broadcast import Broadcast, Dossier, Mark, Wall
from bot.core.programme.broadcasts.letters import compose_letter
from bot.core.programme.broadcasts.office import EDITABLE, Obstacle, Office
from bot.core.programme.mailings import Mailing, MailingTooLongError

_HOLDS = datetime.timedelta(days=14)  # what could not go out by then does not go out any more
_LATE = "late"


@dataclass(frozen=True)
class Dispatch:
    """Puts the broadcasts of an office on their way. Every method may raise StorageError.

    What is kept while somebody is answered is written with the answer, so nothing kept here is
    read again within one call.
    """

    office: Office

    async def send(self, name: str, fingerprint: str, answer: Language) -> Dossier | Obstacle:
        """Send or schedule what was previewed; a second press is the same request."""
        dossier = await self.office.find(name)
        if dossier is None:
            return "gone"
        if dossier.state not in EDITABLE:
            return dossier
        draft = dossier.draft
        if draft.fingerprint != fingerprint:
            return "changed"
        await self.office.roll.read_anew()
        obstacle = await self.office.find_obstacle(draft, answer)
        if obstacle is not None:
            return obstacle
        await self.office.marks.remove(f"{name}/missed")
        if draft.when is not None:
            due = await self._find_first(draft, draft.when)
            planned = Mark(name, "scheduled", due, content=draft)
            await self.office.mark(planned)
            if due > self.office.clock.now():
                return Dossier(draft, (planned,))
        return await self._begin(draft)

    async def _find_first(self, broadcast: Broadcast, wall: Wall) -> datetime.datetime:
        """Give the moment when the first clock of those it is for stands at its time."""
        people = choose_people(await self.office.roll.list_people(), broadcast.whom, wall)
        zones = {one.hours.zone for one in people} or {self.office.zone}
        return min(wall.at(ZoneInfo(zone)).astimezone(datetime.UTC) for zone in zones)

    async def _begin(self, broadcast: Broadcast) -> Dossier | Obstacle:
        now = self.office.clock.now()
        moment = broadcast.when or now
        people = choose_people(await self.office.roll.list_people(), broadcast.whom, moment)
        languages = {one.language for one in people}
        letters = {str(one): compose_letter(broadcast, one) for one in languages}
        starts_at = broadcast.when.at(ZoneInfo(self.office.zone)) if broadcast.when else now
        mailing = Mailing(broadcast.key, letters, max(starts_at, now) + _HOLDS)
        try:
            await self.office.mailings.start(mailing, plan_recipients(people, broadcast, now))
        except MailingTooLongError:
            return "too-long"
        begun = await self.office.marks.find(f"{broadcast.id}/begun")
        if begun is None:
            is_vague = Headcount(len(people), broadcast.whom.is_segment).is_vague
            begun = Mark(broadcast.id, "begun", now, len(people), is_vague, broadcast)
            await self.office.mark(begun)
        return Dossier(broadcast, (begun,), await self.office.mailings.measure(broadcast.key))

    async def begin_scheduled(self, name: str) -> Dossier | None:
        """Begin a broadcast whose moment has come; gives one that could not be begun."""
        dossier = await self.office.find(name)
        if dossier is None or dossier.state != "scheduled":
            return None
        broadcast = dossier.broadcast
        await self.office.roll.read_anew()
        obstacle = await self.office.find_obstacle(broadcast, broadcast.fallback, is_due=True)
        begun = obstacle or await self._begin(broadcast)
        if not isinstance(begun, Dossier):
            return await self._miss(dossier, "ask" if begun in ("never", "waits") else begun)
        if await self.office.marks.find(f"{name}/scheduled") is None:  # taken off meanwhile
            await self.office.mailings.stop(broadcast.key)
        return None

    async def note_missed(self, name: str) -> Dossier | None:
        """Note that the moment of a broadcast went by; gives it, if its editors are to be asked."""
        dossier = await self.office.find(name)
        if dossier is None or dossier.state != "scheduled":
            return None
        return await self._miss(dossier, _LATE)

    async def _miss(self, dossier: Dossier, reason: str) -> Dossier:
        content, now = dossier.broadcast, self.office.clock.now()
        missed = Mark(content.id, "missed", now, content=content, reason=reason)
        await self.office.mark(missed)
        return replace(dossier, marks=(*dossier.marks, missed))

    async def list_scheduled(self) -> list[Mark]:
        """List what waits for its moment, for the clock: `broadcast` and `at` of each."""
        marks = await self.office.marks.list_things()
        over = {mark.broadcast for mark in marks if mark.stage != "scheduled"}
        return [one for one in marks if one.stage == "scheduled" and one.broadcast not in over]

    async def unschedule(self, name: str) -> Dossier | None:
        """Make a draft again of what was scheduled; stop it, if it was begun meanwhile."""
        if await self.office.find(name) is None:
            return None
        await self.office.marks.remove(f"{name}/scheduled")
        dossier = await self.office.find(name)
        if dossier is not None:
            await self.office.mailings.stop(dossier.draft.key)
        return await self.office.find(name)

    async def pause(self, name: str) -> Dossier | None:
        """Let nothing more go out until resumed."""
        return await self._turn(name, self.office.mailings.pause)

    async def resume(self, name: str) -> Dossier | None:
        """Go on."""
        return await self._turn(name, self.office.mailings.resume)

    async def stop(self, name: str) -> Dossier | None:
        """Let nothing more go out, for good."""
        return await self._turn(name, self.office.mailings.stop)

    async def _turn(self, name: str, turn: Callable[[str], Awaitable[bool]]) -> Dossier | None:
        dossier = await self.office.find(name)
        if dossier is None:
            return None
        await turn(dossier.draft.key)
        return await self.office.find(name)

    async def settle(self, name: str, *, send_again: bool) -> int:
        """Decide over those in doubt; says of how many."""
        dossier = await self.office.find(name)
        if dossier is None or dossier.find_mark("begun") is None:
            return 0
        return await self.office.mailings.settle_unknown(dossier.draft.key, send_again=send_again)
