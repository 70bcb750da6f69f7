"""OpenID Connect through Authlib: the authorisation code flow with PKCE, and the ID token checked.

Only here is Authlib known, and what calls over HTTP under it. Whatever a directory answers is a
value, of bounded size, in bounded time; no redirect is followed, and nothing it says reaches a log.
"""

import asyncio
import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx2
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import AsyncOAuth2Client
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey
from joserfc.jws import JWSRegistry
from typing_extensions import override

from bot.core.desk.directory import Asked, Claims, Refusal, Refused, Vouched
from bot.core.ports import Clock
from bot.web.console.registration import TENANT, Registration, is_safe

SECONDS = 10.0  # that a directory may take, all in all
_LARGEST = 300_000  # bytes of an answer; Microsoft's keys are some 20 KB
_MOST_KEYS = 60
_HOLDS = datetime.timedelta(hours=1)
_LEEWAY = 120  # seconds that two clocks may differ
_SHORTEST_KEY = 2048 // 8 * 4 // 3  # of its modulus in base64
_WORD = re.compile("[A-Za-z_]{1,40}")
_REFUSALS: Mapping[str, Refusal] = {
    "access_denied": "declined",
    "consent_required": "declined",
    "interaction_required": "declined",
    "login_required": "declined",
    "server_error": "later",
    "temporarily_unavailable": "later",
    "ratelimited": "later",
    "invalid_grant": "stale",
    "invalid_code": "stale",
    "code_already_used": "stale",
}


class _StrangeError(Exception):
    """A directory says what none should; the message is a word of ours."""


@dataclass(frozen=True)
class _Papers:
    """Where a directory is, and what it signs with."""

    authorize: str
    token: str
    keys_at: str
    keys: Mapping[str, Mapping[str, Any]]
    until: datetime.datetime


class _CarefulTransport(httpx2.AsyncHTTPTransport):
    """Follows no redirect, and reads answers up to a size, packed ones not at all."""

    @override
    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        request.headers["Accept-Encoding"] = "identity"
        answer = await super().handle_async_request(request)
        content = bytearray()
        try:
            is_packed = answer.headers.get("content-encoding", "identity").lower() != "identity"
            if answer.is_redirect or is_packed:
                raise _StrangeError("redirect" if answer.is_redirect else "packed")
            async for piece in answer.aiter_raw():
                content += piece
                if len(content) > _LARGEST:
                    raise _StrangeError("too-large")
        finally:
            await answer.aclose()
        kind = {"content-type": answer.headers.get("content-type", "")}
        return httpx2.Response(answer.status_code, headers=kind, content=bytes(content))


@dataclass
class OpenIdDirectory:
    """Implements the port of a directory."""

    registration: Registration
    clock: Clock
    seconds: float = SECONDS
    _papers: _Papers | None = None

    @property
    def place(self) -> str:
        """Name it, as a word for good."""
        return self.registration.place

    @property
    def label(self) -> str:
        """Name it, as people do."""
        return self.registration.label

    async def make_address(self, asked: Asked) -> str | Refused:
        """Make the address at which somebody signs in."""
        try:
            async with asyncio.timeout(self.seconds), self._open_client() as client:
                papers = await self._find_papers(client)
                address, _ = client.create_authorization_url(
                    papers.authorize,
                    state=asked.state,
                    code_verifier=asked.verifier,
                    nonce=asked.nonce,
                    **self.registration.extra,
                )
                return str(address)
        except Exception as error:  # noqa: BLE001 - whatever a directory says, a person gets a sentence
            return _read_failure(error)

    def read_error(self, error: str) -> Refused:
        """Read why somebody came back without a code."""
        known = error if _WORD.fullmatch(error) else "unknown"
        return Refused(_REFUSALS.get(known, "misconfigured"), known if known in _REFUSALS else "")

    async def identify(self, code: str, asked: Asked) -> Vouched | Refused:
        """Find out who came back with a code; it serves once."""
        try:
            async with asyncio.timeout(self.seconds), self._open_client() as client:
                papers = await self._find_papers(client)
                token = await client.fetch_token(
                    papers.token,
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=asked.verifier,
                )
                try:
                    claims = self._check(token, papers, asked.nonce)
                except KeyError:  # signed with a key that we have not seen: they change
                    papers = await self._find_papers(client, anew=True)
                    claims = self._check(token, papers, asked.nonce)
        except Exception as error:  # noqa: BLE001 - as above
            return _read_failure(error)
        return self.registration.read(claims)

    def _open_client(self) -> Any:  # noqa: ANN401 - Authlib has no types
        return AsyncOAuth2Client(
            self.registration.client_id,
            self.registration.client_secret,
            token_endpoint_auth_method="client_secret_post",  # noqa: S106 - the name of a method
            scope="openid profile",
            redirect_uri=self.registration.back,
            code_challenge_method="S256",
            transport=_CarefulTransport(trust_env=False),
            timeout=self.seconds,
            trust_env=False,
        )

    async def _find_papers(self, client: Any, *, anew: bool = False) -> _Papers:  # noqa: ANN401
        """Find where the directory is; asked again after an hour, or for a new key."""
        now = self.clock.now()
        if self._papers is not None and now < self._papers.until and not anew:
            return self._papers
        told = await _fetch(client, self.registration.discovery)
        if told.get("issuer") != self.registration.issuer:
            raise _StrangeError("issuer")
        ends = [
            str(told.get(name, ""))
            for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")
        ]
        if not all(is_safe(one) for one in ends):
            raise _StrangeError("endpoints")
        keys = _read_keys(await _fetch(client, ends[2]))
        self._papers = _Papers(ends[0], ends[1], ends[2], keys, now + _HOLDS)
        return self._papers

    def _check(self, token: Mapping[str, Any], papers: _Papers, nonce: str) -> Claims:
        """Check what was signed; KeyError: by a key that is not known."""
        signed = token.get("id_token")
        if not isinstance(signed, str):
            raise _StrangeError("no-id-token")
        registry = JWSRegistry(algorithms=["RS256"], strict_check_header=False)
        seen: list[Mapping[str, Any]] = []

        def find_key(about: Any) -> RSAKey:  # noqa: ANN401 - joserfc's own
            key = papers.keys[str(about.headers().get("kid", ""))]
            seen.append(key)
            return RSAKey.import_key({name: str(key[name]) for name in ("kty", "n", "e")})

        read = jwt.decode(signed, find_key, registry=registry)
        tenant = str(read.claims.get("tid", ""))
        issuer = self.registration.issuer.replace(TENANT, tenant)
        signer = str(seen[0].get("issuer", issuer)).replace(TENANT, tenant)
        if signer != issuer:
            raise _StrangeError("signer")  # a key of one tenant signs for no other
        claims = CodeIDToken(
            read.claims,
            read.header,
            {
                "iss": {"essential": True, "value": issuer},
                "aud": {"essential": True, "values": [self.registration.client_id]},
                "nonce": {"essential": True, "value": nonce},
                "exp": {"essential": True},
            },
            {
                "nonce": nonce,
                "client_id": self.registration.client_id,
                "access_token": token.get("access_token"),
            },
        )
        claims.validate(now=int(self.clock.now().timestamp()), leeway=_LEEWAY)
        return dict(claims)


async def _fetch(client: Any, address: str) -> Mapping[str, Any]:  # noqa: ANN401
    answer = await client.request("GET", address, withhold_token=True)
    answer.raise_for_status()
    told = answer.json()
    if not isinstance(told, dict):
        raise _StrangeError("no-object")
    return told


def _read_keys(told: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    """Read the keys that may sign, by their names: RSA, and long enough."""
    listed = told.get("keys")
    found: dict[str, Mapping[str, Any]] = {}
    for key in listed[:_MOST_KEYS] if isinstance(listed, list) else ():
        if not isinstance(key, dict) or key.get("kty") != "RSA" or key.get("use", "sig") != "sig":
            continue
        name, modulus = key.get("kid"), key.get("n")
        is_long = isinstance(modulus, str) and len(modulus) >= _SHORTEST_KEY
        if isinstance(name, str) and name and is_long and isinstance(key.get("e"), str):
            found[name] = key
    return found


def _read_failure(error: Exception) -> Refused:
    """Read what went wrong; of its words nothing is kept but those that we know."""
    match error:
        case OAuthError():
            known = error.error if isinstance(error.error, str) else ""
            reason = _REFUSALS.get(known, "misconfigured")
            return Refused(reason, known if _WORD.fullmatch(known) else "")
        case httpx2.HTTPStatusError(response=answer):
            is_passing = answer.status_code >= 500 or answer.status_code == 429
            return Refused("later" if is_passing else "misconfigured", f"{answer.status_code}")
        case TimeoutError() | httpx2.HTTPError() | OSError():
            return Refused("later", type(error).__name__)
        case _StrangeError():
            return Refused("not-trusted", str(error))
        case JoseError():
            return Refused("not-trusted", str(error.error)[:40])
        case _:
            return Refused("not-trusted", type(error).__name__)
