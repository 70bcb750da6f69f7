"""Who is signed in at the desk: what a cookie stands for, for how long.

A cookie holds a random name and nothing else. Signing in always makes a new one, so a name that
somebody planted before is worth nothing after.
"""

import datetime
import secrets
from dataclasses import dataclass, replace

from bot.core.desk.staff import Colleague
from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.ports import Shelf

_LONGEST = datetime.timedelta(hours=12)
_IDLE = datetime.timedelta(hours=4)
_KEY_HOLDS = datetime.timedelta(hours=24)
_NOTED_EVERY = datetime.timedelta(minutes=5)  # reading a page need not write each time
_NAME_LENGTH = 43  # of 32 random bytes in base64


@dataclass(frozen=True)
class Session:
    """Somebody signed in.

    Args:
        colleague: Who.
        guard: What a form must bring along, so that no other site can send it.
        begun_at: When they signed in.
        seen_at: When they were here last, to some minutes.
        language: The language they chose; None: their browser's.
    """

    colleague: Colleague
    guard: str
    begun_at: datetime.datetime
    seen_at: datetime.datetime
    language: Language | None = None


@dataclass(frozen=True)
class Key:
    """Opens the desk once, to whoever has it."""

    made_at: datetime.datetime


@dataclass(frozen=True)
class Keys:
    """Makes keys, and uses them up."""

    shelf: Shelf[Key]
    clock: Clock

    async def make_key(self) -> str:
        """Make a key that opens the desk once."""
        name = secrets.token_urlsafe(32)
        await self.shelf.keep(name, Key(self.clock.now()))
        return name

    async def use_key(self, name: str) -> bool:
        """Use a key up; says whether it was good."""
        if len(name) != _NAME_LENGTH:
            return False
        key = await self.shelf.find(name)
        is_there = await self.shelf.remove(name)  # of two who come at once, one has it
        return key is not None and is_there and self.clock.now() - key.made_at < _KEY_HOLDS


@dataclass(frozen=True)
class Sessions:
    """Begins, finds and ends sessions."""

    shelf: Shelf[Session]
    clock: Clock

    async def begin(self, colleague: Colleague, language: Language | None = None) -> str:
        """Begin a session; gives the name that the cookie holds."""
        name, now = secrets.token_urlsafe(32), self.clock.now()
        session = Session(colleague, secrets.token_urlsafe(32), now, now, language)
        await self.shelf.keep(name, session, colleague.person)
        return name

    async def find(self, name: str) -> Session | None:
        """Find what a cookie stands for; None when it is over, or never was."""
        if len(name) != _NAME_LENGTH:
            return None
        session = await self.shelf.find(name)
        if session is None:
            return None
        now = self.clock.now()
        if self._is_over(session, now):
            await self.shelf.remove(name)
            return None
        if now - session.seen_at >= _NOTED_EVERY:
            session = replace(session, seen_at=now)
            await self.shelf.keep(name, session, session.colleague.person)
        return session

    async def choose_language(self, name: str, language: Language) -> None:
        """Note the language that somebody chose."""
        await self.shelf.change(name, lambda held: replace(held, language=language))

    async def end(self, name: str) -> None:
        """End a session."""
        await self.shelf.remove(name)

    @staticmethod
    def _is_over(session: Session, now: datetime.datetime) -> bool:
        return now - session.begun_at >= _LONGEST or now - session.seen_at >= _IDLE
