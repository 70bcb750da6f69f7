"""Links to posts, brought to one form: the same post is known again however it was copied.

LinkedIn writes a post's number into every form of its address: as urn:li:activity:N, and as
...-activity-N-... after the author's name and the first words of the post (which may be emoji).
"""

import datetime
import re
from dataclasses import dataclass, field

_LONGEST = 2_000
_ADDRESS = re.compile(r"(https?)://([^/?#\s]+)([^?#\s]*)([^\s]*)", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z]{2,3}\.)?linkedin\.com", re.IGNORECASE)
_URN = re.compile(r"urn:li:(activity|ugcpost|share):([0-9]{6,20})(?![0-9])", re.IGNORECASE)
_SLUG = re.compile(r"-(activity|ugcpost|share)-([0-9]{6,20})(?=-|/|$)", re.IGNORECASE)
_ESCAPED_COLON = re.compile("%3a", re.IGNORECASE)
_KINDS = {"activity": "activity", "ugcpost": "ugcPost", "share": "share"}
# What is added to links for counting clicks, on any network.
_TRACKING = re.compile(
    r"(?:utm_[a-z]+|trk|trackingid|lipi|licu|rcm|fbclid|gclid|igshid|igsh|mibextid|s|t|ref_src)=.*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PostLink:
    """A link in its one form; for a post on LinkedIn also what it names, and its number."""

    address: str = field(repr=False)
    kind: str = ""  # activity, ugcPost or share
    number: int = field(default=0, repr=False)

    @property
    def urn(self) -> str:
        """Name the post as LinkedIn's programs do; empty for what is no post on LinkedIn."""
        return f"urn:li:{self.kind}:{self.number}" if self.kind else ""

    @property
    def day(self) -> datetime.date | None:
        """Tell the day (UTC) on which the post's number was given out.

        LinkedIn does not document this: above its lowest 22 bits the number holds milliseconds, as
        those of other networks do, and exports agree with it. So it serves only for choosing
        between two readings of a date that was told, never as a date of its own.
        """
        seconds = (self.number >> 22) // 1000
        if not 1_262_304_000 <= seconds < 4_102_444_800:  # the years 2010 to 2099
            return None
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()


def read_link(text: str) -> PostLink | None:
    """Read a link to a post; None for what is no link."""
    text = text.strip().strip("<>")
    if len(text) > _LONGEST:
        return None
    if found := _URN.fullmatch(text):
        return _name_post(found)
    address = _ADDRESS.fullmatch(text)
    if not address:
        return None
    host, path = address[2].casefold(), address[3]
    if _HOST.fullmatch(host):
        plain = _ESCAPED_COLON.sub(":", path)
        if found := _URN.search(plain) or _find_last(plain):
            return _name_post(found)
        return PostLink(f"https://www.linkedin.com{path.rstrip('/')}")
    return PostLink(f"https://{host}{path.rstrip('/')}{_keep_telling(address[4])}")


def _find_last(path: str) -> "re.Match[str] | None":
    # The first words of a post may read like it, but its number comes last.
    return next(reversed(list(_SLUG.finditer(path))), None)


def _name_post(found: "re.Match[str]") -> PostLink:
    kind, number = _KINDS[found[1].casefold()], int(found[2])
    address = f"https://www.linkedin.com/feed/update/urn:li:{kind}:{number}"
    return PostLink(address, kind, number)


def _keep_telling(rest: str) -> str:
    """Give the part of a query that says which page is meant."""
    query = rest.partition("#")[0].lstrip("?")
    kept = [part for part in query.split("&") if part and not _TRACKING.fullmatch(part)]
    return f"?{'&'.join(kept)}" if kept else ""
