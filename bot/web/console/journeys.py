"""Who is on the way to a directory and back: once, soon, and in the same browser."""

import datetime
import hmac
import secrets
from dataclasses import dataclass, field
from hashlib import sha256

from bot.core.desk.directory import Asked
from bot.core.ports import Clock
from bot.core.programme.ports import Shelf

JOURNEY_LIFE = datetime.timedelta(minutes=10)
_NAME_LENGTH = 43  # of 32 random bytes in base64


@dataclass(frozen=True)
class Journey:
    """Somebody was sent to a directory.

    Args:
        place: To which.
        nonce: What comes back inside of what it signs.
        verifier: What shows it that who brings the code is who asked.
        browser: The digest of what the browser was given, and must bring.
        until: When it is too late.
    """

    place: str
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    browser: str = field(repr=False)
    until: datetime.datetime


@dataclass(frozen=True)
class Journeys:
    """Begins and ends journeys."""

    shelf: Shelf[Journey]
    clock: Clock

    async def begin(self, place: str) -> tuple[Asked, str]:
        """Begin one; gives what to ask with, and what the browser must bring back."""
        asked = Asked(*(secrets.token_urlsafe(32) for _ in range(3)))
        browser = secrets.token_urlsafe(32)
        until = self.clock.now() + JOURNEY_LIFE
        journey = Journey(place, asked.nonce, asked.verifier, _digest(browser), until)
        await self.shelf.keep(asked.state, journey)
        return asked, browser

    async def end(self, place: str, state: str, browser: str) -> Asked | None:
        """End one; None: there is none of this state, place and browser, or no more."""
        if len(state) != _NAME_LENGTH or not state.isascii():
            return None
        journey = await self.shelf.find(state)
        is_there = await self.shelf.remove(state)  # of two who come back at once, one has it
        if journey is None or not is_there or journey.until <= self.clock.now():
            return None
        is_same = hmac.compare_digest(journey.browser, _digest(browser))
        if journey.place != place or not is_same:
            return None
        return Asked(state, journey.nonce, journey.verifier)


def _digest(browser: str) -> str:
    return sha256(browser.encode("utf-8", "surrogatepass")).hexdigest()
