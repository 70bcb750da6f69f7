"""The pages of drafts that several presses lead to, and the sentence that refuses one."""

from dataclasses import dataclass

from bot.core.message import Message
from bot.core.model import Language
from bot.core.programme.broadcasts import messages
from bot.core.programme.broadcasts.broadcast import Broadcast, Dossier
from bot.core.programme.broadcasts.checks import check_texts
from bot.core.programme.broadcasts.office import Obstacle, Office
from bot.core.programme.broadcasts.press import Press
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS

_LISTED = 8


@dataclass(frozen=True)
class Pages:
    """Shows what an office keeps.

    Args:
        office: Keeps broadcasts.
        has_tips: Whether one can be made of a lesson.
    """

    office: Office
    has_tips: bool

    async def list_latest(self, language: Language) -> Message:
        """Show the latest broadcasts."""
        latest = await self.office.list_latest(_LISTED)
        return messages.compose_list(latest, has_tips=self.has_tips, language=language)

    async def show_draft(
        self, found: Broadcast | Obstacle, press: Press, note: str = ""
    ) -> Message:
        """Show the page of a draft, or what stood in the way."""
        if not isinstance(found, Broadcast):
            return await self.explain(found, press)
        headcount = await self.office.count(found)
        return messages.compose_page(found, headcount, press.language, note=note)

    async def show_checked(self, found: Broadcast | Obstacle, press: Press) -> list[Message]:
        """Show a draft whose words are new: what the engine found comes first."""
        note = BROADCAST_WORDINGS[press.language].saved
        page = await self.show_draft(found, press, note)
        if not isinstance(found, Broadcast):
            return [page]
        checked = await check_texts(found, self.office.proofreading, press.language)
        findings = messages.compose_findings(found, checked, press.language)
        return [findings, page] if findings else [page]

    async def explain(self, obstacle: Obstacle, press: Press) -> Message:
        """Say what stands in the way."""
        dossier = await self.office.find(press.name)
        tight = self.office.list_tight(dossier.draft) if dossier else []
        return self.refuse(obstacle, press, dossier, ", ".join(tight))

    def refuse(
        self, obstacle: Obstacle, press: Press, dossier: Dossier | None = None, channels: str = ""
    ) -> Message:
        """Refuse with a sentence."""
        states = BROADCAST_WORDINGS[press.language].states
        values = {"state": states[dossier.state if dossier else "draft"], "channels": channels}
        return messages.compose_refusal(press.name, obstacle, press.language, values)
