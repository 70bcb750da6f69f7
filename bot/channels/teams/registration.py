"""How this bot is registered with Microsoft, and the addresses of the cloud that it lives in.

A single-tenant bot belongs to one organisation; multi-tenant bots exist but can no longer be made
(learn.microsoft.com/azure/bot-service/bot-service-quickstart-registration); a managed one has no
secret at all, the machine in Azure vouches for it (a user-assigned managed identity).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

Kind = Literal["single", "multi", "managed"]

# Where Teams takes and holds messages: the world, and the clouds of the US government. Nobody but
# Microsoft owns these names; of trafficmanager.net anybody may own a part, hence the whole name.
_SERVICES = ("smba.trafficmanager.net",)
_SERVICES_UNDER = (
    ".botframework.com",
    ".teams.microsoft.com",
    ".teams.microsoft.us",
    ".botframework.azure.us",
)
# Where a file that somebody sent to us lies: their OneDrive or SharePoint.
_FILES_UNDER = (".sharepoint.com", ".sharepoint.us")
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True)
class Cloud:
    """The addresses of a cloud.

    Args:
        metadata: The OpenID document that names the issuer of inbound tokens and its keys.
        login: Where we get our own token.
        services: Origins (https://host) that we may send to, beside those of Teams itself.
    """

    metadata: str
    login: str
    services: Sequence[str] = ()

    @property
    def _is_governments(self) -> bool:
        return (urlsplit(self.login).hostname or "").endswith(".us")

    @property
    def scope(self) -> str:
        """Name what our token is for."""
        ending = "us" if self._is_governments else "com"
        return f"https://api.botframework.{ending}"

    @property
    def shared_tenant(self) -> str:
        """Name the tenant in which multi-tenant bots get their token."""
        governments = "MicrosoftServices.onmicrosoft.us"
        return governments if self._is_governments else "botframework.com"

    def is_service(self, address: str) -> bool:
        """Say whether our token may be sent to an address."""
        is_plain = "?" not in address and "#" not in address
        return is_plain and self._is_among(address, _SERVICES, _SERVICES_UNDER)

    def is_file(self, address: str) -> bool:
        """Say whether a file may be fetched from an address; our token is not sent there."""
        return self._is_among(address, (), _FILES_UNDER)

    def _is_among(self, address: str, hosts: Sequence[str], under: Sequence[str]) -> bool:
        try:
            parts = urlsplit(address)
            host, _port = parts.hostname or "", parts.port
        except ValueError:
            return False
        if parts.username is not None or parts.password is not None or not address.isascii():
            return False
        # what some readers drop or turn round would lead them elsewhere than us
        if any(sign in address for sign in "\\{}<>\"'`^| ") or not address.isprintable():
            return False
        if f"{parts.scheme}://{parts.netloc}" in self.services:
            return True
        is_known = host in hosts or host.endswith(tuple(under))
        return parts.scheme == "https" and parts.port in (None, 443) and is_known


@dataclass(frozen=True)
class Registration:
    """Who we are for Microsoft.

    Args:
        app_id: The application (client) id.
        kind: Which kind of registration.
        home: The tenant in which the bot is registered; empty for a multi-tenant one.
        tenants: Whose people may talk to us.
        cloud: The addresses.
        secret: The client secret; empty with a certificate or a managed identity.
        certificate: A PEM file that holds the certificate and its key, in place of a secret.
    """

    app_id: str
    kind: Kind
    home: str
    tenants: frozenset[str]
    cloud: Cloud
    secret: str = field(default="", repr=False)
    certificate: Path | None = None


def is_origin(address: str) -> bool:
    """Say whether an address is a scheme and a host only: https, or http on this machine."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK)
    return is_safe and bool(host) and address == f"{parts.scheme}://{parts.netloc}"
