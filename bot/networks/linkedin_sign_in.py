"""A person's consent that we read their own numbers on LinkedIn: the authorisation code flow.

The person is sent to an address of LinkedIn's, consents there, and comes back with a code, which is
exchanged for a token. Whoever sends them makes up a `state` that nobody can guess, keeps it with
the person, and takes nobody back who brings another.
"""

import datetime
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from bot.core.errors import SettingsError
from bot.core.ports import Clock
from bot.core.programme.ports_numbers import PersonToken, SignInRefusal, SignInRefused
from bot.networks.answers import Answer, is_safe, open_line

SCOPE = "r_member_postAnalytics"
_LONGEST_TOKEN = 4_000
_LONGEST_LIFE = 366 * 86_400  # seconds
_REFUSALS: dict[str, SignInRefusal] = {
    "user_cancelled_login": "declined",
    "user_cancelled_authorize": "declined",
    "access_denied": "declined",
    "unauthorized_scope_error": "misconfigured",
    "unauthorized_client": "misconfigured",
    "invalid_client": "misconfigured",
    "invalid_client_id": "misconfigured",
    "invalid_redirect_uri": "misconfigured",
    "invalid_grant": "expired",
    "invalid_request": "expired",  # said of a code that has ended or was used
}


@dataclass(frozen=True)
class LinkedInSignIn:
    """Gets and renews tokens.

    Args:
        client_id: Our application, as LinkedIn names it.
        client_secret: Its secret.
        back: Where people come back to; registered with LinkedIn.
        login: Where LinkedIn's OAuth is.
        clock: Tells when a token will end.
    """

    client_id: str
    client_secret: str = field(repr=False)
    back: str
    login: str
    clock: Clock

    def __post_init__(self) -> None:
        """Refuse an address that a secret must not go to.

        Raises:
            SettingsError: it is one.
        """
        if not is_safe(self.login):
            raise SettingsError("JOURFIX_LINKEDIN_LOGIN must begin with https://.")

    def make_address(self, state: str) -> str:
        """Make the address at which a person consents; `state` comes back with them."""
        asked = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": self.back,
            "state": state,
            "scope": SCOPE,
        }
        return f"{self.login.rstrip('/')}/authorization?{urlencode(asked, quote_via=quote)}"

    def read_refusal(self, error: str) -> SignInRefused:
        """Read why somebody came back without a code."""
        known = error if error in _REFUSALS else "unknown"
        return SignInRefused(_REFUSALS.get(error, "not-understood"), known)

    async def exchange_code(self, code: str) -> PersonToken | SignInRefused:
        """Exchange the code that a person came back with; it serves once, for half an hour."""
        grant = {"grant_type": "authorization_code", "code": code, "redirect_uri": self.back}
        return self._read(await self._ask(grant))

    async def refresh_token(self, token: PersonToken) -> PersonToken | SignInRefused:
        """Get a new token for one that ends soon, where LinkedIn has given us the means to."""
        until = token.refresh_expires
        if not token.refresh or (until is not None and until <= self.clock.now()):
            return SignInRefused("expired", "no refresh token")
        grant = {"grant_type": "refresh_token", "refresh_token": token.refresh}
        return self._read(await self._ask(grant))

    async def _ask(self, grant: dict[str, str]) -> Answer:
        us = {"client_id": self.client_id, "client_secret": self.client_secret}
        async with open_line() as line:
            return await line.post_form(f"{self.login.rstrip('/')}/accessToken", {**grant, **us})

    def _read(self, answer: Answer) -> PersonToken | SignInRefused:
        if answer.status in (0, 429) or answer.status >= 500:
            return SignInRefused("later", str(answer.status))
        if answer.status != 200:
            word = answer.read_word("error")
            reason = _REFUSALS.get(word, "not-understood")
            return SignInRefused(reason, f"{answer.status} {word}".strip())
        access, seconds = answer.body.get("access_token"), answer.body.get("expires_in")
        if not _is_token(access) or not _is_life(seconds):
            return SignInRefused("not-understood", "no token")
        if SCOPE not in str(answer.body.get("scope", SCOPE)).replace(",", " ").split():
            return SignInRefused("misconfigured", "scope")
        refresh = answer.body.get("refresh_token")
        life = answer.body.get("refresh_token_expires_in")
        return PersonToken(
            access=str(access),
            expires=self._count_from_now(seconds),
            refresh=str(refresh) if _is_token(refresh) else "",
            refresh_expires=self._count_from_now(life) if _is_life(life) else None,
        )

    def _count_from_now(self, seconds: Any) -> datetime.datetime:  # noqa: ANN401 - checked before
        return self.clock.now() + datetime.timedelta(seconds=int(seconds))


def _is_token(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _LONGEST_TOKEN and value.isprintable()


def _is_life(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _LONGEST_LIFE
