"""Somebody's consent that we read the numbers of their own posts, and the way to it. Pure."""

import base64
import datetime
import hmac
import re
import secrets
from dataclasses import dataclass, field

from bot.core.deliveries import Return
from bot.core.model import Language
from bot.core.programme.ports_numbers import PersonToken

JOURNEY_LIFE = datetime.timedelta(minutes=10)
_STATE = re.compile(r"([\w-]{22})\.([0-9]{10})\.([\w-]{43})", re.ASCII)


@dataclass(frozen=True)
class Journey:
    """Somebody on their way to consent: the name that comes back with them, until when, and who."""

    name: str
    person: str = field(repr=False)
    to: Return = field(repr=False)
    language: Language
    until: datetime.datetime


@dataclass(frozen=True)
class Connection:
    """What somebody consented to.

    Args:
        person: Who, as their channel names them.
        token: With it their numbers are read.
        since: When they consented.
        asked_at: When numbers were asked for last.
        counted: Of how many posts numbers came then.
        other_links: For how many their link names another number.
        is_over: Whether the network wants them to consent again.
    """

    person: str = field(repr=False)
    token: PersonToken
    since: datetime.datetime
    asked_at: datetime.datetime | None = None
    counted: int = 0
    other_links: int = 0
    is_over: bool = False


def make_name() -> str:
    """Make up the name of a journey that nobody can guess."""
    return secrets.token_urlsafe(16)


def sign_state(key: bytes, journey: Journey) -> str:
    """Give what comes back with somebody: the journey, its end, and our signature."""
    until = int(journey.until.timestamp())
    return f"{journey.name}.{until:010}.{_sign(key, journey.name, until)}"


def read_state(key: bytes, state: str, now: datetime.datetime) -> str | None:
    """Read the name of a journey; None: it is over, or we did not begin it."""
    found = _STATE.fullmatch(state)
    if found is None:
        return None
    name, until, signature = found[1], int(found[2]), found[3]
    is_ours = hmac.compare_digest(signature, _sign(key, name, until))
    return name if is_ours and now.timestamp() < until else None


def _sign(key: bytes, name: str, until: int) -> str:
    digest = hmac.digest(key, f"linkedin/{name}/{until}".encode(), "sha256")
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
