"""A recap before it goes out, with the posts picked for it and what their authors said."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from bot.core.message import Choice
from bot.core.model import LANGUAGES, Language
from bot.core.programme.highlights import messages as highlights
from bot.core.programme.highlights.wording import HIGHLIGHT_WORDINGS
from bot.core.programme.posts.messages import name_post_shortly
from bot.core.programme.recaps import messages
from bot.core.programme.recaps.recap import Occasion
from bot.core.programme.recaps.sending import RecapSending
from bot.web.console.access import DESK, Page, Visit
from bot.web.console.parts import Sending, render_message
from bot.web.console.programme_frame import EDITORS, HOME, PRESS, ProgrammeFrame
from bot.web.console.recap_wording import RECAP_PAGE_WORDINGS

_PATH = "/recaps"


@dataclass(frozen=True)
class RecapPages:
    """The page of recaps.

    Args:
        programme: The frame of the section; it shows the recap as the chat does.
        sending: Knows the dates, and the posts that were picked.
        language: The channel's.
    """

    programme: ProgrammeFrame
    sending: RecapSending
    language: Language

    @property
    def pages(self) -> Sequence[Page]:
        """List its page."""
        return (Page(f"{HOME}{_PATH}", self.show, EDITORS),)

    async def show(self, visit: Visit) -> Response:
        """Show the recap of a date in a language; of none that is named, the next."""
        wording, language = RECAP_PAGE_WORDINGS[visit.language], visit.language
        occasions = await self.sending.source.list_occasions()
        asked = visit.read_query("of", 60)
        named = next((one for one in occasions if one.name == asked), None)
        occasion = named or next(iter(occasions), None)
        of = next(
            (one for one in LANGUAGES if one == visit.read_query("language", 2)), self.language
        )
        value = f"{of} {occasion.name}" if occasion else f"{of} {asked}" if asked else ""
        # a press that only shows: the same page as in chat, with the same buttons
        shown = await self.programme.press(visit, Choice("", messages.OPEN, value))
        sending = Sending(f"{PRESS}/recaps", visit.session.guard)
        return await self.programme.show(
            "recaps.html",
            visit,
            _PATH,
            hidden=frozenset({"recap-preview"}),
            wording=wording,
            recap=[render_message(one, sending) for one in shown],
            occasions=[
                (f"?of={one.name}&language={of}", self._name(one), one == occasion)
                for one in occasions
            ],
            picked=await self._list_picked(language),
            press=f"{DESK}{PRESS}/recaps",
            show=highlights.SHOW,
            choose=f"{highlights.OPEN} ",
        )

    @staticmethod
    def _name(occasion: Occasion) -> str:
        return f"{occasion.date.isoformat()} {occasion.title}".strip()

    async def _list_picked(self, language: Language) -> list[tuple[str, str, str, str]]:
        """List what waits for a recap: the post, what its author said, its look, its id."""
        states, now = HIGHLIGHT_WORDINGS[language].states, self.sending.clock.now()
        looks = {"name": "go", "plain": "go", "no": "ask", "asked": "adjust"}
        listed = []
        for one in await self.sending.book.list_fresh(now):
            if one.post.is_shared:
                state = one.answer or ("asked" if one.highlight.asked_at else "picked")
                name = name_post_shortly(one.post, language)
                listed.append((name, states[state], looks.get(state, ""), one.highlight.id))
        return listed
