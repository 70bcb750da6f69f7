"""Finish a draft in chat: whom it is for, when it comes, how it will look."""

from dataclasses import dataclass, replace

from bot.core.coaching.replies import say
from bot.core.message import Message
from bot.core.programme.broadcasts import choosing, messages
from bot.core.programme.broadcasts.audience import change_whom
from bot.core.programme.broadcasts.broadcast import Broadcast, Wall
from bot.core.programme.broadcasts.checks import check_texts
from bot.core.programme.broadcasts.letters import compose_letter
from bot.core.programme.broadcasts.moments import Unusable, propose_walls, read_wall
from bot.core.programme.broadcasts.office import EDITABLE, Obstacle, Office
from bot.core.programme.broadcasts.pages import Pages
from bot.core.programme.broadcasts.press import Press
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS


@dataclass(frozen=True)
class Drafting:
    """Answers the presses of an editor whose broadcast is not sent yet."""

    pages: Pages

    @property
    def office(self) -> Office:
        """Who keeps broadcasts."""
        return self.pages.office

    async def answer(self, press: Press) -> list[Message] | None:
        """Answer a press; None: it is about words, or about sending."""
        match press.action:
            case messages.LIST:
                return [await self.pages.list_latest(press.language)]
            case messages.WHOM:
                return [await self._choose_whom(press)]
            case messages.WHEN:
                return [await self._choose_when(press)]
            case messages.MOMENT:
                return [await self._take_moment(press, press.text)]
            case messages.DISCARD:
                return [await self._discard(press)]
            case messages.PREVIEW:
                return await self._preview(press)
            case messages.OPEN:
                return await self._open(press)
            case _:
                return None

    async def _open(self, press: Press) -> list[Message] | None:
        """Show a draft; of one that was missed only when an editor wants to change it."""
        dossier = await self.office.find(press.name)
        if dossier is None:
            return [self.pages.refuse("gone", press)]
        wants_page = dossier.state == "draft" or (dossier.state == "missed" and press.about)
        return [await self.pages.show_draft(dossier.draft, press)] if wants_page else None

    async def _choose_whom(self, press: Press) -> Message:
        cohorts = await self.office.list_cohorts()
        dossier = await self.office.find(press.name)
        if dossier is None:
            return self.pages.refuse("gone", press)
        found: Broadcast | Obstacle = dossier.draft
        if press.about:
            kind, _, value = press.about.partition("=")

            def choose(draft: Broadcast) -> Broadcast:
                return replace(draft, whom=change_whom(draft.whom, kind, value, cohorts))

            found = await self.office.edit(press.name, choose)
        if not isinstance(found, Broadcast):
            return self.pages.refuse(found, press, dossier)
        headcount = await self.office.count(found)
        return choosing.compose_whom(found, cohorts, headcount, press.language)

    async def _choose_when(self, press: Press) -> Message:
        dossier = await self.office.find(press.name)
        if dossier is None:
            return self.pages.refuse("gone", press)
        if dossier.state not in EDITABLE:
            return self.pages.refuse("not-now", press, dossier)
        match press.about:
            case "":
                walls = propose_walls(self.office.now())
                return choosing.compose_when(dossier.draft, walls, press.language)
            case "other":
                return choosing.compose_moment_form(press.name, press.language)
            case "now":
                return await self._keep_when(press, None)
            case moment:
                return await self._take_moment(press, moment)

    async def _take_moment(self, press: Press, moment: str) -> Message:
        wall = read_wall(moment, self.office.now())
        if isinstance(wall, Unusable):
            return choosing.compose_moment_form(press.name, press.language, wall.trouble)
        return await self._keep_when(press, wall)

    async def _keep_when(self, press: Press, wall: Wall | None) -> Message:
        if await self.office.find(press.name) is None:
            return self.pages.refuse("gone", press)
        changed = await self.office.edit(press.name, lambda draft: replace(draft, when=wall))
        return await self.pages.show_draft(changed, press)

    async def _discard(self, press: Press) -> Message:
        obstacle = await self.office.discard(press.name)
        if obstacle:
            return await self.pages.explain(obstacle, press)
        discarded = BROADCAST_WORDINGS[press.language].discarded
        return say("broadcast-discarded", discarded, press.language, in_place=True)

    async def _preview(self, press: Press) -> list[Message]:
        """Show the very messages in the channel they are looked at, and what to know of them."""
        dossier = await self.office.find(press.name)
        if dossier is None or dossier.state not in EDITABLE:
            return [self.pages.refuse("not-now" if dossier else "gone", press, dossier)]
        draft = dossier.draft
        checked = await check_texts(draft, self.office.proofreading, press.language)
        findings = messages.compose_findings(draft, checked, press.language)
        obstacle = await self.office.find_obstacle(draft, press.language)
        if obstacle in ("never", "waits") and findings:
            return [findings]
        if obstacle and obstacle != "too-long":
            return [self.pages.refuse(obstacle, press, dossier)]
        letters = [compose_letter(draft, language) for language in draft.languages]
        headcount = await self.office.count(draft)
        tight = self.office.list_tight(draft)
        ready = messages.compose_ready(draft, headcount, tight, press.language)
        return [*letters, *([findings] if findings else []), ready]
