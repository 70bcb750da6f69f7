"""Whether a request comes from Teams: its token first, then the activity against the token.

After learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication,
and stricter: only RS256; `exp`, `nbf`, `iss` and `aud` must be there; an activity must say where it
comes from and from which channel and tenant. No secret is compared here, so nothing needs constant
time: a signature is checked with public keys, and the other values are no secrets.
"""

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import jwt

from bot.channels.teams.keys import KeysUnavailableError, SigningKey, SigningKeys
from bot.channels.teams.registration import Registration

CHANNEL_ID = "msteams"
_LEEWAY = datetime.timedelta(minutes=5).total_seconds()
_LONGEST = 8_192  # signs; real tokens have about a thousand
_MOST_HELD = 1_000  # tokens


@dataclass(frozen=True)
class Claims:
    """What a token that holds says of the request that it came with."""

    service_url: str
    endorsements: frozenset[str]


@dataclass(frozen=True)
class Rejection:
    """The request is not Teams', or nobody can tell: the status to answer with, and why."""

    status: int
    reason: str


@dataclass(frozen=True)
class _Held:
    """A token whose signature held, and with which key."""

    key_name: str
    key: SigningKey
    said: Mapping[str, Any]


@dataclass(frozen=True)
class Guard:
    """Checks requests against our registration.

    Teams uses a token for an hour, so a signature that held is not verified again as long as its
    key is the same; everything else is checked every time.
    """

    registration: Registration
    keys: SigningKeys
    # by digest, so that no token is compared with another
    _held: dict[bytes, _Held] = field(default_factory=dict, repr=False)

    async def check_token(self, authorization: str, now: datetime.datetime) -> "Claims | Rejection":
        """Check the value of the Authorization header."""
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not 0 < len(token) <= _LONGEST:
            return Rejection(401, "there is no token")
        digest = hashlib.sha256(token.encode("utf-8", "replace")).digest()
        held = self._held.get(digest)
        name = held.key_name if held else _read_key_name(token)
        if name is None:
            return Rejection(401, "the token cannot be read, or is not signed with RS256")
        try:
            key = await self.keys.find_key(name, now)
            if key is None and self._looks_right(token, now):  # signed with a key just published
                key = await self.keys.find_key(name, now, is_likely=True)
        except KeysUnavailableError:
            return Rejection(503, "there are no keys to check the token with")
        if key is None:
            return Rejection(401, "the key of the token is unknown")
        if held is None or held.key is not key:  # not seen before, or the keys were fetched anew
            said = self._verify(token, key)
            if isinstance(said, Rejection):
                return said
            held = _Held(name, key, said)
            if len(self._held) >= _MOST_HELD:
                self._held.clear()
            self._held[digest] = held
        return _read_claims(held.said, key.endorsements, now.timestamp())

    def _verify(self, token: str, key: SigningKey) -> "Mapping[str, Any] | Rejection":
        """Verify the signature, and whose token for whom it is."""
        try:
            return jwt.decode(
                token,
                key.key,
                algorithms=["RS256"],
                audience=self.registration.app_id,
                issuer=key.issuer,
                options={
                    "require": ["exp", "nbf", "iss", "aud"],
                    # against our own clock, and again at every request: `_read_claims`
                    "verify_exp": False,
                    "verify_nbf": False,
                    "verify_iat": False,
                },
            )
        except (jwt.PyJWTError, ValueError, TypeError, RecursionError) as error:
            return Rejection(401, type(error).__name__)

    def _looks_right(self, token: str, now: datetime.datetime) -> bool:
        """Say whether a token is what Teams would send, as long as nobody asks who signed it."""
        try:
            said = jwt.decode(
                token,
                options={"verify_signature": False, "verify_aud": True, "verify_iss": True,
                         "require": ["exp", "nbf", "iss", "aud"]},
                audience=self.registration.app_id,
                issuer=self.keys.issuers,
            )  # fmt: skip
        except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
            return False
        return isinstance(_read_claims(said, frozenset(), now.timestamp()), Claims)

    def check_activity(self, claims: Claims, activity: Mapping[str, Any]) -> Rejection | None:
        """Check an activity against the claims of its token; None: it holds."""
        address = activity.get("serviceUrl")
        if not isinstance(address, str) or address != claims.service_url:
            return Rejection(401, "the activity's service address is not the token's")
        if not self.registration.cloud.is_service(address):
            return Rejection(401, "the service address is not one of Microsoft's")
        if activity.get("channelId") != CHANNEL_ID:
            return Rejection(401, "the activity is not of the channel msteams")
        if CHANNEL_ID not in claims.endorsements:
            return Rejection(401, "the token's key does not speak for Teams")
        tenants = list_tenants(activity)
        if not tenants or not tenants <= self.registration.tenants:
            return Rejection(401, "the tenant is not on our list")
        return None


def _read_key_name(token: str) -> str | None:
    """Read which key a token says that it is signed with; None for one that we would not take."""
    try:
        header = jwt.get_unverified_header(token)
    except (jwt.PyJWTError, ValueError, RecursionError):
        return None
    name = header.get("kid")
    return name if header.get("alg") == "RS256" and isinstance(name, str) else None


def _read_claims(
    said: Mapping[str, Any], endorsements: frozenset[str], now: float
) -> "Claims | Rejection":
    begins, ends, address = said["nbf"], said["exp"], said.get("serviceurl")
    if not (_is_number(begins) and _is_number(ends)):
        return Rejection(401, "the token's times are no numbers")
    # said this way round so that NaN, which compares with nothing, is refused
    if not (begins - _LEEWAY <= now <= ends + _LEEWAY):
        return Rejection(401, "the token is not valid now")
    if not isinstance(address, str) or not address:
        return Rejection(401, "the token names no service address")
    return Claims(address, endorsements)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def list_tenants(activity: Mapping[str, Any]) -> frozenset[str]:
    """List the tenants that an activity names; Teams does so in two places, or in one of them."""
    channel_data, conversation = activity.get("channelData"), activity.get("conversation")
    tenant = channel_data.get("tenant") if isinstance(channel_data, dict) else None
    named = (
        tenant.get("id") if isinstance(tenant, dict) else None,
        conversation.get("tenantId") if isinstance(conversation, dict) else None,
    )
    return frozenset(one for one in named if isinstance(one, str) and one)
