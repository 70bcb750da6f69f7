"""Fetch feeds that the organisation names: https only, up to a size, never from inside a network.

An address is looked up once, refused if it leads to a private network, and what was looked up is
what is connected to: a name that answers differently the second time gains nothing.
"""

import ipaddress
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from typing_extensions import override

from bot.core.programme.talk.headline import Reason
from bot.networks.answers import read_at_most

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_SECONDS = 20.0
_LARGEST = 2_000_000
_MOST_REDIRECTS = 3
_HTTPS = 443
_HEADERS = {
    "User-Agent": "Jourfix (reads this feed once a week)",
    "Accept": "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8",
    "Accept-Encoding": "identity",  # what is packed could unpack without end
}
# IPv6 that carries an IPv4 address somewhere else: NAT64 (RFC 6052), 6to4, Teredo.
_CARRIERS = tuple(
    ipaddress.ip_network(name)
    for name in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
)


def is_public(address: Address) -> bool:
    """Say whether an address is one of the public internet."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if any(address in carrier for carrier in _CARRIERS):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


class _PrivateError(OSError):
    """A name leads into a private network."""


@dataclass(frozen=True)
class FeedLine:
    """A connection to feeds.

    Args:
        session: The connection.
        allows: Which addresses may be connected to.
        schemes: Which schemes, with the port that each must have; 0 is any.
    """

    session: aiohttp.ClientSession
    allows: Callable[[Address], bool]
    schemes: dict[str, int]

    async def fetch(self, address: str) -> bytes | Reason:
        """Fetch a feed, or say why not."""
        for _ in range(_MOST_REDIRECTS + 1):
            refusal = self._refuse(address)
            if refusal is not None:
                return refusal
            got = await self._get(address)
            if not isinstance(got, _Elsewhere):
                return got
            address = urljoin(address, got.address)
        return "redirects"

    def _refuse(self, address: str) -> Reason | None:
        """Refuse an address by how it is written; names are looked at when they are looked up."""
        try:
            parts = urlsplit(address)
            port, host = parts.port, parts.hostname
        except ValueError:
            return "unreachable"
        if parts.scheme not in self.schemes or not host or parts.username or parts.password:
            return "not-https"
        if self.schemes[parts.scheme] and port not in (None, self.schemes[parts.scheme]):
            return "not-https"
        try:
            literal = ipaddress.ip_address(host.partition("%")[0])
        except ValueError:
            return "private" if _ends_in_number(host) else None
        return None if self.allows(literal) else "private"

    async def _get(self, address: str) -> "bytes | Reason | _Elsewhere":
        try:
            async with self.session.get(address, allow_redirects=False) as answer:
                if answer.status in (301, 302, 303, 307, 308):
                    return _Elsewhere(answer.headers.get("Location", "")[:2_000])
                if answer.status != 200:
                    return "status"
                if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
                    return "encoded"
                content = await read_at_most(answer, _LARGEST)
                return "too-large" if content is None else content
        except aiohttp.ClientConnectorError as error:
            return "private" if _was_private(error) else "unreachable"
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
            return "unreachable"


@dataclass(frozen=True)
class _Elsewhere:
    """That a feed has moved."""

    address: str


class _CarefulResolver(AbstractResolver):
    """Looks names up, and refuses those that lead anywhere else than to allowed addresses."""

    def __init__(self, allows: Callable[[Address], bool]) -> None:
        self._allows = allows
        self._resolver = ThreadedResolver()

    @override
    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Look a name up."""
        found = await self._resolver.resolve(host, port, family)
        for one in found:
            if not self._allows(ipaddress.ip_address(one["host"].partition("%")[0])):
                raise _PrivateError("This name leads into a private network.")
        return found

    @override
    async def close(self) -> None:
        """Close what looks names up."""
        await self._resolver.close()


@asynccontextmanager
async def open_feed_line(
    allows: Callable[[Address], bool] = is_public,
    schemes: dict[str, int] | None = None,
    seconds: float = _SECONDS,
) -> AsyncIterator[FeedLine]:
    """Open a connection; it keeps no cookies and knows no proxy.

    Args:
        allows: Which addresses may be connected to; another answer only for a test.
        schemes: Another choice only for a test.
        seconds: How long one feed may take.
    """
    connector = aiohttp.TCPConnector(
        resolver=_CarefulResolver(allows), use_dns_cache=False, limit=4, force_close=True
    )
    timeout = aiohttp.ClientTimeout(total=seconds, connect=min(seconds, 10.0))
    async with aiohttp.ClientSession(
        connector=connector,
        timeout=timeout,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers=_HEADERS,
        auto_decompress=False,
    ) as session:
        yield FeedLine(session, allows, schemes or {"https": _HTTPS})


def _ends_in_number(host: str) -> bool:
    """Say whether a host is an IPv4 address in disguise: 127.1, 2130706433, 0x7f.1.

    aiohttp takes some of these for addresses and never looks them up; the system connects to them.
    The rule is that of browsers (URL Standard, “ends in a number”).
    """
    last = host.rstrip(".").rpartition(".")[2].lower()
    return last.isdecimal() or last.startswith("0x")


def _was_private(error: BaseException) -> bool:
    """Say whether a connection failed because we refused where it led."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, _PrivateError):
            return True
        seen = seen.__cause__ or seen.__context__
    return False
