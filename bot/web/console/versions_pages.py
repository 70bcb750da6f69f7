"""Versions of the house rules: what was in force when, a second pair of eyes, going back."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from starlette.responses import Response

from bot.core.house_rules.house import list_changed
from bot.core.house_rules.publishing import Publishing
from bot.web.console.access import Page, Visit
from bot.web.console.frame import Frame
from bot.web.console.house_pages import AT, BOTH, EDITORS, go, name_editor
from bot.web.console.house_wording import HOUSE_WORDINGS

_PATH = f"{AT}/versions"


@dataclass(frozen=True)
class VersionsPages:
    """The pages with versions."""

    frame: Frame
    publishing: Publishing
    zone: ZoneInfo
    look_soon: Callable[[], None]

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        return (
            Page(_PATH, self.show, BOTH),
            Page(f"{_PATH}/{{name}}", self.show_one, BOTH),
            Page(
                f"{_PATH}/{{name}}/restore", self.restore, EDITORS, "POST", "house-rules-restored"
            ),
            Page(f"{AT}/waiting/{{name}}", self.show_waiting, BOTH),
            Page(
                f"{AT}/waiting/{{name}}/confirm",
                self.confirm,
                BOTH,
                "POST",
                "house-rules-confirmed",
            ),
            Page(
                f"{AT}/waiting/{{name}}/back", self.take_back, BOTH, "POST", "house-rules-refused"
            ),
        )

    async def show(self, visit: Visit) -> Response:
        """List the versions."""
        names = await self.publishing.list_signatures()
        rows = [
            (
                version,
                self._tell(version.at),
                names.get((version.key, "author"), "–"),
                names.get((version.key, "second"), ""),
            )
            for version in await self.publishing.list_versions()
        ]
        return self._show(visit, "house_versions.html", rows=rows)

    async def show_one(self, visit: Visit) -> Response:
        """Show the files of a version, and which of them it changed."""
        versions = await self.publishing.list_versions()
        found = [one for one in versions if str(one.number) == visit.request.path_params["name"]]
        if not found:
            return self.frame.miss(visit.language)
        version = found[0]
        before = next((one for one in versions if one.key == version.previous), None)
        return self._show(
            visit,
            "house_version.html",
            version=version,
            title=f"{HOUSE_WORDINGS[visit.language].version} {version.number}",
            reason=version.reason,
            when=self._tell(version.at),
            files=sorted(version.files.items()),
            changed=list_changed(before.files if before else {}, version.files),
            waiting="",
            is_newest=version.key == versions[0].key,
        )

    async def show_waiting(self, visit: Visit) -> Response:
        """Show what waits to be confirmed."""
        proposals = {one.key: one for one in await self.publishing.list_proposals()}
        found = proposals.get(visit.request.path_params["name"])
        if found is None:
            return self.frame.miss(visit.language)
        current = await self.publishing.find_current()
        return self._show(
            visit,
            "house_version.html",
            version=None,
            title=HOUSE_WORDINGS[visit.language].waiting,
            reason=found.reason,
            when=self._tell(found.at),
            files=sorted(found.files.items()),
            changed=list_changed(current.files if current else {}, found.files),
            waiting=found.key,
            is_newest=True,
        )

    async def restore(self, visit: Visit) -> Response:
        """Bring an older version back as a new one."""
        name = visit.request.path_params["name"]
        number = int(name) if name.isascii() and name.isdecimal() and len(name) < 9 else 0
        reason = HOUSE_WORDINGS[visit.language].restored.format(number=number)
        done = await self.publishing.roll_back(name_editor(visit), number, reason)
        self.look_soon()
        return go(f"{AT}?done={done}")

    async def confirm(self, visit: Visit) -> Response:
        """Confirm what a colleague proposed."""
        key = visit.request.path_params["name"]
        done = await self.publishing.confirm(name_editor(visit), key)
        self.look_soon()
        return go(f"{AT}?done={done}")

    async def take_back(self, visit: Visit) -> Response:
        """Take a proposal away."""
        was = await self.publishing.take_back(visit.request.path_params["name"])
        return go(f"{AT}?done={'back' if was else 'gone'}")

    def _tell(self, at: datetime.datetime) -> str:
        return at.astimezone(self.zone).strftime("%Y-%m-%d %H:%M")

    def _show(self, visit: Visit, template: str, **told: object) -> Response:
        return self.frame.show(
            template, visit.language, visit.session, visit.roles,
            status=200,
            at=AT, wording=HOUSE_WORDINGS[visit.language], **told,
        )  # fmt: skip
