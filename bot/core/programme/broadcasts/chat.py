"""Broadcasts in chat: only editors get past here; the rest is drafting and steering."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language
from bot.core.programme.broadcasts import messages
from bot.core.programme.broadcasts.drafting import Drafting
from bot.core.programme.broadcasts.pages import Pages
from bot.core.programme.broadcasts.press import read_press
from bot.core.programme.broadcasts.steering import Steering
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS
from bot.core.programme.broadcasts.writing import Writing
from bot.core.programme.editors import Editors
from bot.core.programme.spoken import Spoken

_ASKED = Spoken(
    {
        "de": ("rundnachricht(?:en)?", "rundbriefe?"),
        "nl": ("groepsbericht(?:en)?", "rondsturen"),
        "en": ("broadcasts?",),
    }
)
_OURS = "broadcast"  # how the actions of our buttons begin


@dataclass(frozen=True)
class BroadcastChat:
    """Implements the Feature of broadcasts.

    Args:
        pages: Shows what there is.
        writing: The words of a broadcast.
        drafting: Everything else before it goes out.
        steering: Everything from then on.
        editors: Who may.
    """

    pages: Pages
    writing: Writing
    drafting: Drafting
    steering: Steering
    editors: Editors

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_ASKED,)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead editors to their broadcasts."""
        door = Choice(BROADCAST_WORDINGS[language].door, messages.LIST)
        return (door,) if for_editors else ()

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “broadcasts”."""
        if _ASKED.read(incoming.text) is None:
            return None
        refusal = self.editors.refuse(incoming, language)
        return [refusal or await self.pages.list_latest(language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the buttons of broadcasts; whoever is no editor is refused at every one."""
        if not choice.action.startswith(_OURS):
            return None
        refusal = self.editors.refuse(incoming, language)
        if refusal is not None:
            return [refusal]
        press = read_press(incoming, choice, language)
        try:
            for part in (self.writing, self.drafting, self.steering):
                answers = await part.answer(press)
                if answers is not None:
                    return answers
        finally:
            self.pages.office.roll.forget()
        return None
