"""What the pages of the programme share: their tabs, presses of its buttons, and their answers."""

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from bot.core.apologies import apologise, make_reference, name_place
from bot.core.desk.staff import Role
from bot.core.message import Choice, Incoming, Message
from bot.core.model import LANGUAGES, Language
from bot.core.programme.programme import Programme
from bot.web.console.access import DESK, Visit
from bot.web.console.answers import Answers
from bot.web.console.frame import Frame, Section
from bot.web.console.programme_wording import PROGRAMME_WORDINGS

EDITORS: frozenset[Role] = frozenset({"editor"})
HOME = "/programme"
PRESS = f"{HOME}/press"
SECTION = Section(
    HOME, {language: PROGRAMME_WORDINGS[language].label for language in LANGUAGES}, EDITORS
)
TABS = ("", "/broadcasts", "/people", "/calendar", "/recaps", "/library")
_LONGEST_FORM = 10_000
_PLACE = re.compile(r"(broadcasts|people|calendar|recaps|library)(?:-([0-9a-f]{6,8}))?")
_log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True)
class ProgrammeFrame:
    """Shows pages of the programme, and presses its buttons as the chat does.

    Args:
        frame: Renders them.
        programme: Answers presses; its features ask for themselves whether somebody is an editor.
        answers: What was answered last.
    """

    frame: Frame
    programme: Programme
    answers: Answers

    async def show(
        self,
        template: str,
        visit: Visit,
        path: str,
        *,
        status: int = 200,
        hidden: frozenset[str] = frozenset(),
        **told: object,
    ) -> Response:
        """Show a page at a path below the section; answers of hidden kinds are the page itself."""
        token = visit.read_query("answer", 40)
        answered = await self.answers.find(visit.colleague.person, token, visit.session.guard)
        wording = PROGRAMME_WORDINGS[visit.language]
        here = f"/{path.strip('/').partition('/')[0]}" if path else ""
        return self.frame.show(
            template,
            visit.language,
            visit.session,
            visit.roles,
            status,
            at=f"{HOME}{path}",
            programme=wording,
            tabs=[(f"{HOME}{tab}", wording.tabs[tab], tab == here) for tab in TABS],
            answers=[html for kind, html in answered if kind not in hidden],
            **told,
        )

    async def press(self, visit: Visit, choice: Choice, text: str = "") -> list[Message]:
        """Press a button; what a message asks for afterwards is waited for and takes its place."""
        asked = Incoming(
            visit.colleague.person,
            f"desk:{visit.colleague.person}",
            text,
            choice,
            visit.language,
            on_page=True,
            is_editor="editor" in visit.roles,
        )
        answers: list[Message] = []
        for message in await self._answer(asked, choice, visit.language):
            answers += await self._follow(message, visit.language)
        return answers

    async def _answer(
        self, asked: Incoming, choice: Choice, language: Language
    ) -> Sequence[Message]:
        return await self.programme.answer_choice(asked, choice, language) or ()

    async def _follow(self, message: Message, language: Language) -> Sequence[Message]:
        """Wait for what follows: a model is asked, and a browser shows that it waits."""
        asked = message.follow
        if asked is None or asked.choice is None:
            return [message]
        try:
            return await self._answer(asked, asked.choice, language)
        except Exception as error:  # noqa: BLE001 - as in chat: once more without what broke
            reference = make_reference()
            kind, place = type(error).__name__, name_place(error)
            _log.warning("what follows a press failed: %s [%s] %s", kind, reference, place)
            alone = replace(asked, is_alone=True)
            return await self._answer(alone, asked.choice, language) or [
                apologise(reference, language)
            ]

    async def open_menu(self, visit: Visit) -> list[Message]:
        """Give the doors of editors."""
        asked = Incoming(
            visit.colleague.person,
            "desk",
            "editors",
            language=visit.language,
            is_editor="editor" in visit.roles,
        )
        return await self.programme.answer_words(asked, visit.language) or []

    async def lead_back(
        self,
        visit: Visit,
        messages: Sequence[Message],
        path: str,
        query: Mapping[str, str] | None = None,
    ) -> Response:
        """Keep what was answered and lead to the page that shows it."""
        place = name_place_of(path)
        token = await self.answers.keep(visit.colleague.person, messages, f"{PRESS}/{place}")
        fields = {**(query or {}), "answer": token}
        words = "&".join(f"{name}={value}" for name, value in fields.items())
        return RedirectResponse(f"{DESK}{HOME}{path}?{words}", 303)

    def find_feature(self, kind: type[T]) -> T:
        """Find a feature of the programme."""
        return next(one for one in self.programme.features if isinstance(one, kind))


def find_path(place: str) -> str:
    """Give the page that a press comes from; the first one for anything else."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return ""
    page, name = found.groups()
    return f"/{page}/{name}" if name else f"/{page}"


def name_place_of(path: str) -> str:
    """Give the word that stands for a page in the address of its presses."""
    return path.strip("/").replace("/", "-") or "all"


def join_html(parts: Sequence[Markup]) -> Markup:
    """Join sections."""
    return Markup("").join(parts)
