"""Find the link to a post in what somebody wrote, and tell its network. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.programme.post_links import read_link

LONGEST_LINK = 140  # so that it fits into a button's value
_LONGEST = 3_000
_ADDRESS = re.compile(
    r"(?:https?://|www\.)?(?:[a-z0-9-]+\.)*"
    r"(?:linkedin\.com|lnkd\.in|x\.com|twitter\.com|facebook\.com|fb\.watch|instagram\.com)"
    r"/[^\s<>|\"]*|urn:li:(?:activity|ugcPost|share):[0-9]+",
    re.IGNORECASE,
)
_AT_ITS_END = ".,;:!?)]}'’“”"
_HOSTS: Mapping[str, str] = {
    "www.linkedin.com": "linkedin",
    "x.com": "x",
    "www.x.com": "x",
    "mobile.x.com": "x",
    "twitter.com": "x",
    "www.twitter.com": "x",
    "mobile.twitter.com": "x",
    "facebook.com": "facebook",
    "www.facebook.com": "facebook",
    "m.facebook.com": "facebook",
    "fb.watch": "facebook",
    "instagram.com": "instagram",
    "www.instagram.com": "instagram",
}
_UPDATES = "https://www.linkedin.com/feed/update/"
_HOMES: Mapping[str, str] = {
    "linkedin": "https://www.linkedin.com",
    "x": "https://x.com",
    "facebook": "https://www.facebook.com",
    "instagram": "https://www.instagram.com",
}
# The paths of posts; a profile or a start page is none.
_POSTS: Mapping[str, re.Pattern[str]] = {
    "linkedin": re.compile(r"/feed/update/urn:li:.+|/pulse/.+", re.IGNORECASE),
    "x": re.compile(r"(?P<post>/[^/]+/status/[0-9]+).*", re.IGNORECASE),
    "facebook": re.compile(
        r"/[^/]+/(?:posts|videos|photos)/.+|/(?:reel|share|watch|groups)/.+"
        r"|/(?:permalink|story|photo)\.php\?.+|/(?:photo|watch)/?\?.+",
        re.IGNORECASE,
    ),
    "instagram": re.compile(r"(?:/[^/]+)?(?P<post>/(?:p|reel|tv)/[^/]+).*", re.IGNORECASE),
}


@dataclass(frozen=True)
class FoundPost:
    """A link to a post in its one form, and what else was written."""

    link: str = field(repr=False)
    network: str
    rest: str = field(default="", repr=False)


@dataclass(frozen=True)
class NoPost:
    """A link that names no post: a profile, a short link, one that is too long."""

    is_short: bool = False
    rest: str = field(default="", repr=False)


def find_post(text: str) -> FoundPost | NoPost | None:
    """Find the first link of a network; None where there is none."""
    match = _ADDRESS.search(text[:_LONGEST])
    if match is None:
        return None
    written = match.group().rstrip(_AT_ITS_END)
    rest = (text[: match.start()] + text[match.start() + len(written) :]).strip(" \n\t<>|.,:;!()")
    if re.match(r"(?:https?://)?lnkd\.in/", written, re.IGNORECASE):
        return NoPost(is_short=True, rest=rest)
    if not re.match(r"https?://|urn:", written, re.IGNORECASE):
        written = f"https://{written}"
    found = read_link(written)
    return NoPost(rest=rest) if found is None else _tell_network(found.address, rest)


def write_link(link: str) -> str:
    """Write a link into a button's value; check_link reads it."""
    return link.removeprefix(_UPDATES)


def check_link(value: str) -> FoundPost | None:
    """Read a link that came back with a button; None for what is none of ours."""
    found = find_post(value)
    return found if isinstance(found, FoundPost) and write_link(found.link) == value else None


def _tell_network(address: str, rest: str) -> FoundPost | NoPost:
    host, slash, path = address.removeprefix("https://").partition("/")
    network = _HOSTS.get(host, "")
    if not network:
        return NoPost(rest=rest)
    if host == "fb.watch":
        return FoundPost(address, network, rest)
    match = _POSTS[network].fullmatch(slash + path)
    if match is None:
        return NoPost(rest=rest)
    named = match.groupdict().get("post") or slash + path
    link = _HOMES[network] + named
    return FoundPost(link, network, rest) if len(link) <= LONGEST_LINK else NoPost(rest=rest)
