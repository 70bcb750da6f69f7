"""Send somebody to a network to consent, and take them back: once, soon, and nobody else."""

import dataclasses
import logging
from dataclasses import dataclass
from typing import Literal

from bot.core.desk.ports import Outbox
from bot.core.message import Incoming
from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.connections import messages
from bot.core.programme.connections.connection import (
    JOURNEY_LIFE,
    Connection,
    Journey,
    make_name,
    read_state,
    sign_state,
)
from bot.core.programme.ports import Shelf
from bot.core.programme.ports_numbers import NumbersSignIn, SignInRefusal, SignInRefused

Ending = Literal["connected"] | SignInRefusal
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class SigningIn:
    """The way to somebody's consent and back.

    Args:
        network: Asks for consent, and gives the token.
        journeys: Who is on their way.
        connections: What people consented to.
        ambassadors: Who takes part.
        outbox: Tells somebody in their chat.
        clock: Tells the time.
        key: Signs what comes back with people.
    """

    network: NumbersSignIn
    journeys: Shelf[Journey]
    connections: Shelf[Connection]
    ambassadors: Shelf[Ambassador]
    outbox: Outbox
    clock: Clock
    key: bytes = dataclasses.field(repr=False)

    async def begin(self, incoming: Incoming, ambassador: Ambassador, language: Language) -> str:
        """Give the address at which somebody consents; an earlier one of theirs is void."""
        await self.end_journeys(incoming.person)
        until = self.clock.now() + JOURNEY_LIFE
        journey = Journey(make_name(), incoming.person, ambassador.to, language, until)
        await self.journeys.keep(journey.name, journey, incoming.person)
        return self.network.make_address(sign_state(self.key, journey))

    async def finish(self, state: str, code: str, error: str) -> tuple[Ending, Language | None]:
        """Take somebody back; says how it ended, and in which language they read.

        Raises:
            StorageError: the database is away.
        """
        name = read_state(self.key, state, self.clock.now())
        journey = None if name is None else await self.journeys.find(name)
        if journey is None or not await self.journeys.remove(journey.name):
            return "expired", None
        if not code:
            return self.network.read_refusal(error).reason, journey.language
        token = await self.network.exchange_code(code)
        if isinstance(token, SignInRefused):
            _log.warning("nobody was connected: %s (%s)", token.reason, token.detail)
            return token.reason, journey.language
        if await self.ambassadors.find(journey.person) is None:
            return "expired", journey.language  # who left meanwhile leaves nothing here
        connection = Connection(journey.person, token, self.clock.now())
        await self.connections.keep(journey.person, connection, journey.person)
        if self.outbox.reaches(journey.to.channel):
            told = messages.compose_connected(journey.language)
            await self.outbox.send(f"connected/{journey.name}", journey.to, told)
        return "connected", journey.language

    async def disconnect(self, person: str) -> bool:
        """Forget somebody's consent, and whatever was on its way to it."""
        await self.end_journeys(person)
        return await self.connections.remove(person)

    async def end_journeys(self, person: str) -> None:
        """End what somebody began and did not finish."""
        for journey in await self.journeys.list_things(person):
            await self.journeys.remove(journey.name)

    async def tidy(self) -> None:
        """Erase journeys that nobody finished in time."""
        now = self.clock.now()
        for journey in await self.journeys.list_things():
            if journey.until <= now:
                await self.journeys.remove(journey.name)
