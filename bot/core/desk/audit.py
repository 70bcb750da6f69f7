"""What was done at the desk, in a chain that shows every change made to it later. Pure.

Each entry has a digest of its content, and a link made of the link before, its number and that
digest, with a key. So who can write to the database but does not have its secret cannot change,
insert or leave out an entry unseen. Cutting off the end is seen by whoever noted the last link.
When somebody is forgotten their entries lose the content; digests and links stay, and hold.
"""

import datetime
import hmac
import json
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Protocol

FIRST_LINK = "0" * 64
_NAME = re.compile("[0-9A-Za-z_.:/=+ -]{1,150}")


@dataclass(frozen=True)
class Deed:
    """What somebody did; never with words of a draft.

    Args:
        person: Who, as their channel names them.
        action: What, as a word for good: `case-answered`.
        subject: To what: the id of a case, a rule, a broadcast.
        details: What else says what was done: a version, a number, a reason.
    """

    person: str
    action: str
    subject: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    """A deed as it is kept; its content is None once its person was forgotten."""

    number: int
    at: datetime.datetime
    content: str | None = field(repr=False)
    digest: str
    link: str

    def read_deed(self) -> Deed | None:
        """Read what was done; None when it was erased."""
        if self.content is None:
            return None
        told = json.loads(self.content)
        return Deed(told["person"], told["action"], told["subject"], told["details"])


@dataclass(frozen=True)
class Verified:
    """What came of going along the chain.

    Args:
        entries: How many stand in it.
        erased: How many of them lost their content with the person.
        broken_at: The number of the first entry that does not hold; None: all hold.
        head: The last link: noted elsewhere, it shows later whether the end was cut off.
        has_noted: Whether a link that was noted before stands in the chain.
    """

    entries: int
    erased: int
    broken_at: int | None
    head: str
    has_noted: bool = True


class AuditLog(Protocol):
    """Keeps the chain. May raise StorageError."""

    async def append(self, deed: Deed) -> None:
        """Add a deed as the next entry."""
        ...

    async def list_newest(self, most: int, before: int | None = None) -> tuple[Entry, ...]:
        """List entries, the newest first, before a number."""
        ...

    async def verify(self, noted: str = "") -> Verified:
        """Go along the whole chain, and look for a link that was noted before."""
        ...


def is_name(text: str) -> bool:
    """Say whether something is a name of a thing or a word of ours: a text is never noted."""
    return _NAME.fullmatch(text) is not None


def write_content(deed: Deed, at: datetime.datetime) -> str:
    """Write a deed down, with a grain of salt: its digest must not tell what it says."""
    told = {
        "person": deed.person,
        "action": deed.action,
        "subject": deed.subject,
        "details": dict(deed.details),
        "at": at.isoformat(),
        "salt": secrets.token_hex(16),
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def make_entry(deed: Deed, at: datetime.datetime, number: int, previous: str, key: bytes) -> Entry:
    """Make the entry that follows a link."""
    content = write_content(deed, at)
    digest = digest_content(content)
    return Entry(number, at, content, digest, link_entry(previous, number, digest, key))


def digest_content(content: str) -> str:
    """Give the digest of a content."""
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def link_entry(previous: str, number: int, digest: str, key: bytes) -> str:
    """Give the link of an entry to the one before."""
    return hmac.digest(key, f"{previous}/{number}/{digest}".encode(), "sha256").hex()


def verify_chain(entries: Iterable[Entry], key: bytes, noted: str = "") -> Verified:
    """Go along a chain from its first entry; `broken_at` names the first that does not hold."""
    link, count, erased, has_noted = FIRST_LINK, 0, 0, noted in ("", FIRST_LINK)
    for number, entry in enumerate(entries, start=1):
        count = number
        erased += entry.content is None
        is_told = entry.content is None or digest_content(entry.content) == entry.digest
        expected = link_entry(link, number, entry.digest, key)
        if not (is_told and entry.number == number and hmac.compare_digest(expected, entry.link)):
            return Verified(count, erased, number, link, has_noted)
        link = entry.link
        has_noted |= link == noted
    return Verified(count, erased, None, link, has_noted)
