"""Connect LinkedIn, look at it, fetch now, disconnect: only where the organisation has access."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.connections import messages
from bot.core.programme.connections.asked import TO_END, TO_OPEN
from bot.core.programme.connections.fetching import Fetching
from bot.core.programme.connections.signing_in import SigningIn
from bot.core.programme.connections.wording import CONNECTION_WORDINGS
from bot.core.programme.people.messages import compose_invitation
from bot.core.programme.ports import Shelf
from bot.core.programme.spoken import Spoken


@dataclass(frozen=True)
class Connecting:
    """Implements the Feature of a person's own numbers straight from LinkedIn.

    Args:
        signing_in: The way to consent and back.
        fetching: Fetches numbers.
        ambassadors: Who takes part.
    """

    signing_in: SigningIn
    fetching: Fetching
    ambassadors: Shelf[Ambassador]

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (TO_OPEN, TO_END)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead to it."""
        door = Choice(CONNECTION_WORDINGS[language].door, messages.OPEN)
        return () if for_editors else (door,)

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “LinkedIn” and “disconnect LinkedIn”."""
        if TO_END.read(incoming.text) is not None:
            return [await self._disconnect(incoming, language)]
        if TO_OPEN.read(incoming.text) is not None:
            return [await self._open(incoming, language)]
        return None

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer its buttons."""
        match choice.action:
            case messages.OPEN:
                return [await self._open(incoming, language)]
            case messages.AGAIN:
                return [await self._begin(incoming, language)]
            case messages.FETCH:
                return [await self._fetch(incoming, language)]
            case messages.END:
                return [await self._disconnect(incoming, language)]
            case _:
                return None

    async def leave(self, person: str) -> None:
        """Forget the consent of somebody who leaves."""
        await self.signing_in.disconnect(person)

    async def look_after(self) -> None:
        """Fetch what is due, and erase what nobody finished."""
        await self.signing_in.tidy()
        await self.fetching.fetch_due()

    async def _open(self, incoming: Incoming, language: Language) -> Message:
        connection = await self.signing_in.connections.find(incoming.person)
        if connection is None:
            return await self._begin(incoming, language)
        return messages.compose_status(connection, language)

    async def _begin(self, incoming: Incoming, language: Language) -> Message:
        ambassador = await self.ambassadors.find(incoming.person)
        if ambassador is None:
            return compose_invitation(language, note=CONNECTION_WORDINGS[language].not_joined)
        address = await self.signing_in.begin(incoming, ambassador, language)
        return messages.compose_consent(address, language)

    async def _fetch(self, incoming: Incoming, language: Language) -> Message:
        connection = await self.signing_in.connections.find(incoming.person)
        if connection is None:
            return await self._begin(incoming, language)
        fetched = await self.fetching.fetch(connection)
        return replace(messages.compose_status(fetched, language), in_place=True)

    async def _disconnect(self, incoming: Incoming, language: Language) -> Message:
        was_there = await self.signing_in.disconnect(incoming.person)
        return messages.compose_ended(language, was_there=was_there)
