"""The public keys with which Microsoft signs what it posts to us: fetched, kept, rolled.

The keys are fetched without blocking anybody, at most once a minute however many strange key names
arrive. While the issuer cannot be reached the keys that we have go on holding; without any, nobody
can tell whose a request is, and that is what we say.
"""

import asyncio
import datetime
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from bot.channels.answers import read_at_most
from bot.channels.teams.registration import is_origin
from bot.core.errors import BotError

_FRESH = datetime.timedelta(hours=24)
_LONGEST = datetime.timedelta(days=5)  # as long as Microsoft's own SDK keeps them
_SOONEST = datetime.timedelta(minutes=1)  # between two fetches
_SOONEST_LIKELY = datetime.timedelta(seconds=5)  # where a token looks like the issuer's
_SOONEST_FIRST = datetime.timedelta(seconds=2)  # while there are none at all
_SECONDS = aiohttp.ClientTimeout(total=5, connect=3)
_LARGEST = 1_000_000
_SMALLEST_KEY = 2048
_log = logging.getLogger(__name__)


class KeysUnavailableError(BotError):
    """There are no keys, and the issuer cannot be reached."""


@dataclass(frozen=True)
class SigningKey:
    """A key, whose it is, and for which channels it may speak."""

    key: RSAPublicKey
    issuer: str
    endorsements: frozenset[str]


@dataclass
class SigningKeys:
    """The keys that the document at `metadata` leads to."""

    metadata: str
    _keys: Mapping[str, SigningKey] = field(default_factory=dict)
    _fetched: datetime.datetime | None = None
    _tried: datetime.datetime | None = None
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def issuers(self) -> frozenset[str]:
        """Whose keys are known."""
        return frozenset(key.issuer for key in self._keys.values())

    async def find_key(
        self, name: str, now: datetime.datetime, *, is_likely: bool = False
    ) -> SigningKey | None:
        """Find a key by its name; None when the issuer has no such key.

        Args:
            name: The key's.
            now: The time.
            is_likely: Whether there is reason to believe that the issuer has it, so that it is
                asked again sooner.

        Raises:
            KeysUnavailableError: nobody can tell.
        """
        pause = _SOONEST_LIKELY if is_likely else _SOONEST
        if self._is_due(name, now, pause):
            async with self._lock:
                if self._is_due(name, now, pause, has_waited=True):
                    await self._fetch(now)
        if self._fetched is None or now - self._fetched > _LONGEST:
            raise KeysUnavailableError("The keys of the Bot Framework cannot be fetched.")
        return self._keys.get(name)

    def _is_due(
        self,
        name: str,
        now: datetime.datetime,
        pause: datetime.timedelta,
        *,
        has_waited: bool = False,
    ) -> bool:
        is_known = name in self._keys
        if is_known and self._lock.locked() and not has_waited:
            return False  # somebody fetches; what we know holds meanwhile
        if is_known and self._fetched is not None and now - self._fetched < _FRESH:
            return False
        if not self._keys:
            pause = _SOONEST_FIRST
        return self._tried is None or now - self._tried >= pause

    async def _fetch(self, now: datetime.datetime) -> None:
        keys: Mapping[str, SigningKey] = {}
        try:
            keys = await fetch_keys(self.metadata)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            _log.warning("the signing keys could not be fetched: %s", type(error).__name__)
        self._tried = now  # not before: whoever comes meanwhile waits
        if keys:
            self._keys, self._fetched = keys, now


async def fetch_keys(metadata: str) -> Mapping[str, SigningKey]:
    """Fetch the keys that an OpenID document leads to.

    Raises:
        ValueError: what came makes no sense.
        OSError: nothing came; so do aiohttp's errors and TimeoutError say.
    """
    async with aiohttp.ClientSession(timeout=_SECONDS) as session:
        about = await _fetch_json(session, metadata)
        address, issuer = about.get("jwks_uri"), about.get("issuer")
        if not (isinstance(address, str) and isinstance(issuer, str) and issuer):
            raise ValueError("no issuer or no keys named")
        if not is_origin("/".join(address.split("/", 3)[:3])):
            raise ValueError("the keys are not at a safe address")
        return read_keys(await _fetch_json(session, address), issuer)


async def _fetch_json(session: aiohttp.ClientSession, address: str) -> Mapping[str, Any]:
    async with session.get(address, allow_redirects=False) as answer:
        answer.raise_for_status()
        content = await read_at_most(answer, _LARGEST)
    if len(content) > _LARGEST:
        raise ValueError("too large")
    read = json.loads(content)
    if not isinstance(read, dict):
        raise ValueError("not an object")  # noqa: TRY004 - it came from outside
    return read


def read_keys(document: Mapping[str, Any], issuer: str) -> Mapping[str, SigningKey]:
    """Read a set of keys; what is no RSA key for signing is left out."""
    found: dict[str, SigningKey] = {}
    listed = document.get("keys")
    for one in listed if isinstance(listed, list) else ():
        if not isinstance(one, dict) or one.get("kty") != "RSA" or one.get("use") == "enc":
            continue
        name, endorsed = one.get("kid"), one.get("endorsements")
        try:
            key = jwt.PyJWK(one, algorithm="RS256").key
        except (jwt.PyJWTError, ValueError, TypeError, KeyError):
            continue
        if not (isinstance(name, str) and isinstance(key, RSAPublicKey)):
            continue
        if key.key_size >= _SMALLEST_KEY:
            words = endorsed if isinstance(endorsed, list) else []
            channels = frozenset(word for word in words if isinstance(word, str))
            found[name] = SigningKey(key, issuer, channels)
    return found
