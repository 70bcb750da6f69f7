"""Where Teams can be written to without being asked, and where no longer.

Every activity tells the address of Teams' service for a tenant. Whoever removed the app is noted
under a name that only we can make, and struck off when they write to us again.
"""

import hmac
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlsplit

from bot.channels.teams.naming import CHANNEL
from bot.core.installations import Installations

# Where all of Teams can be reached until a tenant's own address is known.
_EVERYWHERE = "https://smba.trafficmanager.net/teams/"
_MOST_KNOWN = 1_000  # tenants


@dataclass
class Places:
    """What is known of people's chats and of tenants. Every method may raise StorageError."""

    installations: Installations
    _services: dict[str, str] = field(default_factory=dict)

    async def note_service(self, tenant: str, service: str) -> None:
        """Note where a tenant is served."""
        if not service or self._services.get(tenant) == service:
            return
        await self.installations.keep_installation(CHANNEL, f"service of {tenant}", service)
        if len(self._services) >= _MOST_KNOWN:
            self._services.clear()
        self._services[tenant] = service

    async def find_service(self, tenant: str) -> str:
        """Give the address of the service for a tenant."""
        known = self._services.get(tenant)
        name = f"service of {tenant}"
        return known or await self.installations.find_installation(CHANNEL, name) or _EVERYWHERE

    async def note_removal(self, person: str) -> None:
        """Note that a person removed the app: nothing is sent to them any more."""
        await self.installations.keep_installation(CHANNEL, self._name(person), "removed")

    async def note_return(self, person: str) -> None:
        """Note that a person is there, whatever was before."""
        if await self.is_removed(person):
            await self.installations.forget_installation(CHANNEL, self._name(person))

    async def is_removed(self, person: str) -> bool:
        """Say whether a person removed the app. Not remembered: another process may hear of it."""
        name = self._name(person)
        return await self.installations.find_installation(CHANNEL, name) is not None

    def _name(self, person: str) -> str:
        key = self.installations.signing_key
        return f"removed {hmac.digest(key, person.encode(), 'sha256').hex()}"


def read_channel(named: str, home: str) -> tuple[str, str]:
    """Read tenant and id of a channel out of a setting.

    Args:
        named: The channel's id (19:...@thread.tacv2), after its tenant and a slash if that is
            another one than home; or the link that Teams gives (“Get link to channel”).
        home: The tenant where none is named.
    """
    link = urlsplit(named)
    if link.scheme == "https":
        segments = link.path.split("/")  # /l/channel/ID/NAME
        tenant = parse_qs(link.query).get("tenantId", [home])[0]
        return tenant, unquote(segments[3]) if len(segments) > 3 else ""
    tenant, _, channel = named.rpartition("/")
    return tenant or home, channel
