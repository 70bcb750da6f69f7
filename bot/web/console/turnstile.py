"""How often somebody may try to come in: from one address, and all together."""

import datetime
import ipaddress
from dataclasses import dataclass, field

from bot.core.ports import Clock

_WINDOW = datetime.timedelta(minutes=5)
_NETWORK = 64  # of IPv6: one house has all the addresses below


@dataclass(frozen=True)
class Wait:
    """That somebody has to wait.

    Args:
        seconds: For so long.
        is_news: Whether nobody had to wait before, since the count began anew.
    """

    seconds: int
    is_news: bool


@dataclass
class Turnstile:
    """Counts in windows of five minutes; each process counts for itself.

    What it remembers is bounded by how many may pass all together.

    Args:
        clock: Tells the time.
        most: Tries from one address; to sign in takes two.
        most_of_all: Tries from all addresses together.
    """

    clock: Clock
    most: int = 30
    most_of_all: int = 500
    _since: datetime.datetime | None = None
    _counted: dict[str, int] = field(default_factory=dict)
    _has_told: bool = False

    def pass_through(self, address: str) -> Wait | None:
        """Count a try; None: it may pass."""
        now = self.clock.now()
        if self._since is None or not self._since <= now < self._since + _WINDOW:
            self._since, self._has_told = now, False
            self._counted.clear()
        key = shorten_address(address)
        count = self._counted.get(key, 0)
        if count < self.most and sum(self._counted.values()) < self.most_of_all:
            self._counted[key] = count + 1
            return None
        is_news, self._has_told = not self._has_told, True
        left = self._since + _WINDOW - now
        return Wait(max(1, round(left.total_seconds())), is_news)


def shorten_address(address: str) -> str:
    """Give what is counted of an address."""
    try:
        read = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(read, ipaddress.IPv4Address):
        return str(read)
    if read.ipv4_mapped is not None:
        return str(read.ipv4_mapped)
    return str(ipaddress.ip_network((read, _NETWORK), strict=False))
