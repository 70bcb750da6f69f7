"""A feature of the programme: what it understands and what it answers. The programme joins them."""

from collections.abc import Sequence
from typing import Protocol

from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language
from bot.core.programme.spoken import Spoken


class Feature(Protocol):
    """One feature. Every method may raise StorageError."""

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        ...

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """List the buttons that lead into it: those of everybody, or those of editors."""
        ...

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer what somebody wrote; None: it is nothing for this feature."""
        ...

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer a button; what a form brought stands in the text. None: not one of ours."""
        ...


class TakesFiles(Protocol):
    """Takes in the tables that come with a message. May raise StorageError."""

    async def answer_files(self, incoming: Incoming, language: Language) -> list[Message]:
        """Answer each of them."""
        ...
