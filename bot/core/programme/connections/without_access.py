"""Where the organisation has no access to LinkedIn: say so, and how numbers come in all the same.

Without this, “connect LinkedIn” would be read as a draft.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.message import Choice, Choices, Incoming, Message, Paragraph
from bot.core.model import Language
from bot.core.programme.connections.asked import TO_END, TO_OPEN
from bot.core.programme.connections.wording import CONNECTION_WORDINGS
from bot.core.programme.exports.messages import HOW
from bot.core.programme.posts.messages import OPEN as POSTS
from bot.core.programme.posts.wording import POST_WORDINGS
from bot.core.programme.spoken import Spoken


@dataclass(frozen=True)
class WithoutAccess:
    """Implements the Feature of LinkedIn where there is nothing to connect."""

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (TO_OPEN, TO_END)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead nobody here."""
        del language, for_editors
        return ()

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “LinkedIn” and “disconnect LinkedIn”."""
        if TO_OPEN.read(incoming.text) is None and TO_END.read(incoming.text) is None:
            return None
        wording = CONNECTION_WORDINGS[language]
        ways = Choices(
            (
                Choice(wording.by_file, HOW, "", "primary"),
                Choice(POST_WORDINGS[language].door, POSTS),
            )
        )
        parts = (Paragraph(wording.no_access, "strong"), Paragraph(wording.instead), ways)
        return [Message("linkedin-none", wording.no_access, parts, language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer nothing: it has no buttons of its own."""
        del incoming, choice, language
        return None
