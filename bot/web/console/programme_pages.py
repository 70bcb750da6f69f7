"""The first page of the programme: every button of the editors' chat, and what it answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from bot.core.coaching.replies import say
from bot.core.programme.broadcasts.messages import DISCARD
from bot.core.programme.cohorts.desk_messages import TAKE_BACK_YES
from bot.core.programme.programme import MENU
from bot.web.console.access import Page, Visit
from bot.web.console.parts import Sending, read_choice, render_message
from bot.web.console.programme_frame import EDITORS, HOME, PRESS, ProgrammeFrame, find_path
from bot.web.console.programme_wording import PROGRAMME_WORDINGS
from bot.web.console.recap_wording import find_query

_LONGEST_TEXT = 10_000
_ENDS = (DISCARD, TAKE_BACK_YES)  # after these the page they stand on is no more


@dataclass(frozen=True)
class ProgrammePages:
    """The first page, and the page that takes a press of any button of the section."""

    programme: ProgrammeFrame

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        return (
            Page(HOME, self.show, EDITORS),
            # the programme notes what a button changes, here as in chat: one deed, one entry
            Page(f"{PRESS}/{{place}}", self.press, EDITORS, "POST", is_noted_behind=True),
        )

    async def show(self, visit: Visit) -> Response:
        """Show the menu of editors, above it what was answered last."""
        sending = Sending(f"{PRESS}/all", visit.session.guard)
        menu = [render_message(one, sending) for one in await self.programme.open_menu(visit)]
        return await self.programme.show("programme.html", visit, "", menu=menu)

    async def press(self, visit: Visit) -> Response:
        """Press a button, then lead back to the page it stands on."""
        path = find_path(str(visit.request.path_params.get("place", "")))
        choice = read_choice(visit.read_field("choice", 300))
        text = visit.read_field("text", _LONGEST_TEXT).replace("\r\n", "\n")
        messages = await self.programme.press(visit, choice, text) if choice else []
        if choice is not None and choice.action in _ENDS:
            path = path.rpartition("/")[0] or path
        if choice is not None and choice.action == MENU:
            messages = await self.programme.open_menu(visit)
        if not messages:
            unknown = PROGRAMME_WORDINGS[visit.language].unknown
            messages = [say("unknown", unknown, visit.language)]
        query = find_query(choice.value) if choice and path == "/recaps" else {}
        return await self.programme.lead_back(visit, messages, path, query)
