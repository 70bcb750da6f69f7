"""Fetching feeds: https only, no private network, no more than a feed can be."""

import ipaddress
from collections.abc import Iterator

import pytest

from bot.networks.feed_fetching import is_public, open_feed_line
from tests.fakes.feeds import run_site, write_feed


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with run_site() as address:
        yield address


def is_loopback(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return address.is_loopback


async def fetch_here(address: str, seconds: float = 10.0) -> bytes | str:
    """Fetch as in production, but from this machine and without TLS."""
    async with open_feed_line(is_loopback, {"http": 0}, seconds) as line:
        return await line.fetch(address)


async def test_a_feed_is_fetched_also_where_it_moved(site: str) -> None:
    wanted = write_feed("Nurses on night shifts")
    assert await fetch_here(f"{site}/feed") == wanted
    assert await fetch_here(f"{site}/moved") == wanted
    named = site.replace("127.0.0.1", "localhost")
    assert await fetch_here(f"{named}/feed") == wanted


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("around", "redirects"),
        ("inside", "private"),
        ("plain", "not-https"),
        ("gone", "status"),
        ("packed", "encoded"),
        ("large", "too-large"),
    ],
)
async def test_what_is_not_fetched_is_said(site: str, path: str, reason: str) -> None:
    assert await fetch_here(f"{site}/{path}") == reason


async def test_a_site_that_says_nothing_is_left(site: str) -> None:
    assert await fetch_here(f"{site}/silent", seconds=0.3) == "unreachable"
    assert await fetch_here("http://127.0.0.1:9/feed") == "unreachable"


@pytest.mark.parametrize(
    "address",
    [
        "https://127.0.0.1/feed",
        "https://[::1]/feed",
        "https://10.1.2.3/feed",
        "https://192.168.0.1/feed",
        "https://169.254.169.254/latest/meta-data/",
        "https://[fd00::1]/feed",
        "https://[fe80::1%25eth0]/feed",
        "https://[::ffff:127.0.0.1]/feed",
        "https://[64:ff9b::7f00:1]/feed",
    ],
)
async def test_addresses_inside_a_network_are_refused(address: str) -> None:
    async with open_feed_line() as line:
        assert await line.fetch(address) == "private"


@pytest.mark.parametrize(
    "name", ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.1"]
)
async def test_no_name_of_this_machine_leads_to_a_site_on_it(site: str, name: str) -> None:
    async with open_feed_line(schemes={"http": 0}) as line:
        address = site.replace("127.0.0.1", name)
        assert await line.fetch(f"{address}/feed") == "private"


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/feed",
        "file:///etc/passwd",
        "ftp://example.org/feed",
        "https://user:word@example.org/feed",
        "https://example.org:8443/feed",
        "https:///feed",
        "",
    ],
)
async def test_only_https_on_its_own_port_is_asked(address: str) -> None:
    async with open_feed_line() as line:
        assert await line.fetch(address) == "not-https"


def test_the_public_internet_is_told_from_the_rest() -> None:
    for name in ("93.184.216.34", "2606:2800:220:1::1"):
        assert is_public(ipaddress.ip_address(name)), name
    for name in (
        "0.1.2.3", "10.0.0.1", "100.64.0.1", "127.0.0.1", "169.254.1.1", "172.16.0.1",
        "192.0.2.1", "192.168.1.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1",
        "fc00::1", "fe80::1", "ff02::1", "2002:7f00:1::", "2001::1", "::ffff:10.0.0.1",
        "64:ff9b::a00:1", "64:ff9b:1::1",
    ):  # fmt: skip
        assert not is_public(ipaddress.ip_address(name)), name
