"""Where numbers of posts come from when nobody types them: a network that a person signed in to.

Every outcome is a value. A token is a person's; it is never shown, not even by its repr.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from bot.core.programme.numbers import PostNumbers


@dataclass(frozen=True)
class PersonToken:
    """What a person gave us to read their own numbers, and until when."""

    access: str = field(repr=False)
    expires: datetime.datetime
    refresh: str = field(default="", repr=False)
    refresh_expires: datetime.datetime | None = None


UnfetchedReason = Literal[
    "no-post",  # it is no link to a post there
    "other-link",  # a link of another kind names the post; its own program takes only that one
    "not-found",  # there is no such post, or it is another person's
    "later",  # we stopped before it
]


@dataclass(frozen=True)
class Unfetched:
    """A post without numbers, and why."""

    link: str = field(repr=False)
    reason: UnfetchedReason = "not-found"


StopReason = Literal[
    "sign-in-again",  # the token has ended, or was taken back
    "not-permitted",  # this organisation or person has not been given access
    "later",  # too many requests, or no answer; `seconds` says when to try again
    "not-understood",  # an answer that we do not know
]


@dataclass(frozen=True)
class Stopped:
    """Why fetching ended before its end; `detail` is a word of the network for the log."""

    reason: StopReason
    seconds: float = 0.0
    detail: str = ""


@dataclass(frozen=True)
class Fetched:
    """What came: numbers, posts without, and why it stopped if it did."""

    posts: tuple[PostNumbers, ...] = ()
    unfetched: tuple[Unfetched, ...] = ()
    stopped: Stopped | None = None


class PostNumbersSource(Protocol):
    """Reads the numbers of a person's own posts."""

    async def fetch_numbers(self, token: PersonToken, links: Sequence[str]) -> Fetched:
        """Fetch the numbers of some posts."""
        ...


SignInRefusal = Literal["declined", "expired", "misconfigured", "later", "not-understood"]


@dataclass(frozen=True)
class SignInRefused:
    """There is no token, and why; `detail` is a word of the network for the log."""

    reason: SignInRefusal
    detail: str = ""


class NumbersSignIn(Protocol):
    """Gets a person's consent to read their own numbers."""

    def make_address(self, state: str) -> str:
        """Make the address at which a person consents; `state` comes back with them."""
        ...

    def read_refusal(self, error: str) -> SignInRefused:
        """Read why somebody came back without a code."""
        ...

    async def exchange_code(self, code: str) -> PersonToken | SignInRefused:
        """Exchange the code that a person came back with."""
        ...

    async def refresh_token(self, token: PersonToken) -> PersonToken | SignInRefused:
        """Get a new token for one that ends soon."""
        ...
