"""The audit log, for editors: what was done here, and whether the chain holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from starlette.responses import Response

from bot.core.desk.audit import AuditLog, Entry, Verified
from bot.core.desk.staff import Role
from bot.core.model import LANGUAGES, Language
from bot.web.console.access import Page, Visit
from bot.web.console.audit_wording import AUDIT_WORDINGS
from bot.web.console.chat_deeds_wording import CHAT_DEEDS, tell_detail
from bot.web.console.frame import Frame, Section

_EDITORS: frozenset[Role] = frozenset({"editor"})
_ON_A_PAGE = 50
SECTION = Section(
    "/audit", {language: AUDIT_WORDINGS[language].label for language in LANGUAGES}, _EDITORS
)


@dataclass(frozen=True)
class AuditPages:
    """The pages of the log."""

    frame: Frame
    audit: AuditLog
    zone: ZoneInfo

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        return (
            Page("/audit", self.show, _EDITORS),
            Page("/audit/check", self.check, _EDITORS, "POST", "audit-checked"),
        )

    async def show(self, visit: Visit) -> Response:
        """Show the newest entries, or those before a number."""
        return await self._show(visit, None)

    async def check(self, visit: Visit) -> Response:
        """Go along the chain and say whether it holds."""
        return await self._show(visit, await self.audit.verify())

    async def _show(self, visit: Visit, verified: Verified | None) -> Response:
        before = visit.read_query("before", 12)
        number = int(before) if before.isascii() and before.isdecimal() else None
        entries = await self.audit.list_newest(_ON_A_PAGE + 1, number)
        shown, wording = entries[:_ON_A_PAGE], AUDIT_WORDINGS[visit.language]
        return self.frame.show(
            "audit.html",
            visit.language,
            visit.session,
            visit.roles,
            at="/audit",
            wording=wording,
            rows=[self._tell(entry, visit.language) for entry in shown],
            older=shown[-1].number if len(entries) > _ON_A_PAGE else None,
            verified=verified,
        )

    def _tell(self, entry: Entry, language: Language) -> tuple[str, str, str, str]:
        wording, deed = AUDIT_WORDINGS[language], entry.read_deed()
        when = entry.at.astimezone(self.zone).strftime("%Y-%m-%d %H:%M")
        if deed is None:
            return when, wording.erased, wording.erased, ""
        details = ", ".join(tell_detail(one, deed.details[one], language) for one in deed.details)
        subject = " · ".join(part for part in (deed.subject, details) if part)
        told = wording.deeds.get(deed.action) or CHAT_DEEDS[language].get(deed.action)
        return when, deed.person, told or deed.action, subject
