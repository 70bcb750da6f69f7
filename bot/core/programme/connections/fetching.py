"""Fetch the numbers of the posts that somebody handed in, once a day, as long as they consent."""

import datetime
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.core.ports import Clock
from bot.core.programme.connections.connection import Connection
from bot.core.programme.numbers import PostNumbers
from bot.core.programme.ports import Shelf
from bot.core.programme.ports_numbers import (
    NumbersSignIn,
    PersonToken,
    PostNumbersSource,
    SignInRefused,
)
from bot.core.programme.posts.post import Post

_EVERY = datetime.timedelta(hours=20)
_YOUNG = datetime.timedelta(days=60)  # after that the numbers of a post hardly change
_RENEWED_BEFORE = datetime.timedelta(days=7)
_LINKEDIN = "linkedin"
_log = logging.getLogger(__name__)


class TakesNumbers(Protocol):
    """Has the posts that people handed in."""

    async def list_own(self, person: str) -> Sequence[Post]:
        """List somebody's posts."""
        ...

    async def take_numbers(self, person: str, numbers: Sequence[PostNumbers]) -> Sequence[Post]:
        """Add numbers to somebody's posts; gives those that got some."""
        ...


@dataclass(frozen=True)
class Fetching:
    """Fetches numbers.

    Args:
        source: Gives them.
        network: Renews tokens.
        connections: What people consented to.
        posts: Takes the numbers.
        clock: Tells the time.
    """

    source: PostNumbersSource
    network: NumbersSignIn
    connections: Shelf[Connection]
    posts: TakesNumbers
    clock: Clock

    async def fetch_due(self) -> None:
        """Fetch for everybody for whom nothing was fetched today."""
        for one in await self.connections.list_things():
            if not one.is_over and self._is_due(one):
                await self.fetch(one)

    def _is_due(self, connection: Connection) -> bool:
        before = connection.asked_at
        return before is None or self.clock.now() - before >= _EVERY

    async def fetch(self, connection: Connection) -> Connection:
        """Fetch somebody's numbers now; gives the connection as it stands then."""
        now = self.clock.now()
        token = await self._renew(connection)
        since = now - _YOUNG
        links = [
            post.link
            for post in await self.posts.list_own(connection.person)
            if post.network == _LINKEDIN and post.handed_in_at >= since
        ]
        fetched = await self.source.fetch_numbers(token, links)
        joined = await self.posts.take_numbers(connection.person, fetched.posts)
        others = sum(one.reason == "other-link" for one in fetched.unfetched)
        is_over = fetched.stopped is not None and fetched.stopped.reason == "sign-in-again"
        if fetched.stopped is not None:
            detail = fetched.stopped.detail
            _log.warning("fetching numbers stopped: %s (%s)", fetched.stopped.reason, detail)

        def note(known: Connection) -> Connection:
            if known.since != connection.since:
                return known  # they consented anew meanwhile
            told = replace(known, token=token, asked_at=now, is_over=is_over)
            return replace(told, counted=len(joined), other_links=others)

        await self.connections.change(connection.person, note)
        return note(connection)

    async def _renew(self, connection: Connection) -> PersonToken:
        """Renew a token that ends soon, where we may."""
        token = connection.token
        if token.expires - self.clock.now() > _RENEWED_BEFORE or not token.refresh:
            return token
        renewed = await self.network.refresh_token(token)
        if isinstance(renewed, SignInRefused):
            _log.warning("a token was not renewed: %s (%s)", renewed.reason, renewed.detail)
            return token
        return renewed
