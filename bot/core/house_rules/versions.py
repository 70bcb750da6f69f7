"""House rules as they are kept: the draft, versions, what waits, what came of trying.

What is done with them stands in publishing.py.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.core.house_rules.impact import Impact

Outcome = Literal["published", "waits", "late", "untried", "broken", "same", "not-yours", "gone"]


@dataclass(frozen=True)
class Version:
    """The house rules as they were published."""

    key: str
    number: int
    previous: str
    at: datetime.datetime
    reason: str
    hash: str
    files: Mapping[str, str]
    equals: int = 0  # the number of the version that this one brings back


@dataclass(frozen=True)
class Head:
    """What is in force."""

    key: str = ""
    number: int = 0


@dataclass(frozen=True)
class Signature:
    """Who published, or confirmed: theirs, so that it goes when they are forgotten."""

    key: str
    name: str
    what: Literal["author", "second"] = "author"


@dataclass(frozen=True)
class Draft:
    """What editors are writing; one for all of them."""

    files: Mapping[str, str]
    base: str  # the key of the version it began from


@dataclass(frozen=True)
class Proposal:
    """A version that waits for a second pair of eyes."""

    key: str
    base: str
    author: str
    name: str
    reason: str
    at: datetime.datetime
    files: Mapping[str, str] = field(repr=False)
    equals: int = 0


@dataclass(frozen=True)
class Trial:
    """What came of trying a draft: complaints, or its impact."""

    hash: str
    base: str
    at: datetime.datetime
    complaints: tuple[str, ...] = ()
    impact: Impact = field(default_factory=Impact)


@dataclass(frozen=True)
class Editor:
    """Who writes: as they are known, and as they are shown."""

    person: str
    name: str
