"""Who we are for a directory that signs people in, and where it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.core.desk.directory import ReadClaims

TENANT = "{tenantid}"  # in the issuer of a directory of many tenants
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def is_safe(address: str) -> bool:
    """Say whether secrets may go to an address: https, or this machine itself."""
    parts = urlsplit(address)
    is_here = parts.scheme == "http" and parts.hostname in _LOOPBACK
    is_plain = not (parts.username or parts.password or parts.fragment)
    return is_plain and (is_here or (parts.scheme == "https" and bool(parts.hostname)))


@dataclass(frozen=True)
class Registration:
    """Who we are for a directory.

    Args:
        place: The directory, as a word for good.
        label: As people name it.
        client_id: Our application there.
        client_secret: Its secret.
        issuer: Who signs; with `{tenantid}` where each tenant has an issuer of its own.
        discovery: Where its OpenID document is.
        back: Where people come back to; registered there.
        read: Reads who a person is from what was signed.
        extra: What else it is asked.
    """

    place: str
    label: str
    client_id: str
    client_secret: str = field(repr=False)
    issuer: str
    discovery: str
    back: str
    read: ReadClaims
    extra: Mapping[str, str] = field(default_factory=dict)
