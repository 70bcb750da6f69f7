"""Our own token, with which we speak to the Bot Connector: one for everything, kept until it ages.

MSAL gets it, in a thread, since MSAL waits for the network with the thread that it runs in. The
SDK makes a new MSAL application for every turn, so that its cache never serves; here there is one.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msal
import requests
from cryptography import x509
from msal.exceptions import MsalError
from typing_extensions import override

from bot.channels.teams.registration import Registration
from bot.core.errors import SettingsError

_SECONDS = 10.0
_RENEW_BEFORE = 300.0  # seconds
_FIRST_PAUSE, _LONGEST_PAUSE = 2.0, 30.0  # seconds after a try that failed; each twice the last
_log = logging.getLogger(__name__)


class _Session(requests.Session):
    """A session of MSAL's that does not wait for ever."""

    @override
    def request(self, *arguments: Any, **named: Any) -> requests.Response:
        """Send a request, for a limited time."""
        return super().request(*arguments, **{"timeout": _SECONDS, **named})


@dataclass
class Credentials:
    """Gives our token.

    A managed identity is asked for where Azure says that it is: at the address in
    AZURE_POD_IDENTITY_AUTHORITY_HOST or IDENTITY_ENDPOINT, else at the machine's own metadata
    address. That is MSAL's doing, and how a test leads it elsewhere.

    Args:
        registration: Whose token.
        clock: Seconds that only ever grow.
    """

    registration: Registration
    clock: Callable[[], float] = time.monotonic
    _session: _Session = field(default_factory=_Session)
    _application: msal.ConfidentialClientApplication | msal.ManagedIdentityClient | None = None
    _token: str = field(default="", repr=False)
    _renew_at: float = 0.0
    _failed_at: float = -_LONGEST_PAUSE
    _pause: float = 0.0  # 0: the last try did not fail
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def find_token(self) -> str | None:
        """Give our token; None when nobody gives us one now."""
        if not self._is_fresh():
            async with self._lock:
                if not self._is_fresh() and self.clock() - self._failed_at >= self._pause:
                    await self._renew()
        return self._token or None

    @property
    def pause(self) -> float:
        """So many seconds after a failure Microsoft is asked again."""
        return self._pause or _FIRST_PAUSE

    def drop_token(self, token: str) -> None:
        """Forget a token that was refused."""
        if token == self._token:
            self._token, self._renew_at = "", 0.0
            self._application = None  # with its cache

    def close(self) -> None:
        """Close the connections that are open; the next token opens new ones."""
        self._session.close()

    def _is_fresh(self) -> bool:
        return bool(self._token) and self.clock() < self._renew_at

    async def _renew(self) -> None:
        try:
            answer = await asyncio.to_thread(self._ask)
        except (requests.RequestException, MsalError, ValueError) as error:
            answer = {"error": type(error).__name__}
        token, seconds = answer.get("access_token"), answer.get("expires_in", 0)
        if isinstance(token, str) and token:
            self._token, self._pause = token, 0.0
            self._renew_at = self.clock() + max(float(seconds) - _RENEW_BEFORE, 1.0)
            return
        self._failed_at = self.clock()
        self._pause = min(max(2 * self._pause, _FIRST_PAUSE), _LONGEST_PAUSE)
        self._application = None  # which would keep the failure for a minute
        if self.clock() >= self._renew_at + _RENEW_BEFORE:
            self._token = ""  # until then the old one serves
        # MSAL's description may name people and addresses; its code does not
        _log.warning("Microsoft gave us no token: %s", str(answer.get("error"))[:100])

    def _ask(self) -> dict[str, Any]:
        registration = self.registration
        scope = registration.cloud.scope
        application = self._application or _build_application(registration, self._session)
        self._application = application
        if registration.kind == "managed":
            answer = application.acquire_token_for_client(resource=scope)
        else:
            answer = application.acquire_token_for_client(scopes=[f"{scope}/.default"])
        return answer if isinstance(answer, dict) else {}


def _build_application(
    registration: Registration, session: _Session
) -> msal.ConfidentialClientApplication | msal.ManagedIdentityClient:
    if registration.kind == "managed":
        identity = msal.UserAssignedManagedIdentity(client_id=registration.app_id)
        return msal.ManagedIdentityClient(identity, http_client=session)
    cloud = registration.cloud
    tenant = registration.home if registration.kind == "single" else cloud.shared_tenant
    credential: str | dict[str, str] = registration.secret
    if registration.certificate is not None:
        credential = read_certificate(registration.certificate)
    return msal.ConfidentialClientApplication(
        registration.app_id,
        client_credential=credential,
        authority=f"{cloud.login}/{tenant}",
        # the address is in our settings; nobody else need confirm it
        instance_discovery=False,
        http_client=session,
    )


def read_certificate(path: Path) -> dict[str, str]:
    """Read a PEM file that holds a certificate and its private key.

    Raises:
        SettingsError: it cannot be read, or one of the two is missing.
    """
    remedy = "JOURFIX_TEAMS_CERTIFICATE must be a PEM file with the certificate and its key."
    try:
        text = path.read_text("ascii")
        x509.load_pem_x509_certificate(text.encode())
    except (OSError, ValueError) as error:
        raise SettingsError(remedy) from error
    if "PRIVATE KEY-----" not in text:
        raise SettingsError(remedy)
    return {"private_key": text, "public_certificate": text}
