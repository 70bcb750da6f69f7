"""A call for a new group, who applied, who has a place, who leads. Values only.

Each row is one person's or nobody's, and none of them names somebody else.
"""

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.deliveries import Return
from bot.core.model import LANGUAGES, Language
from bot.core.programme.ambassador import Level

FEWEST_PLACES, MOST_PLACES = 6, 18
LONGEST_NAME, LONGEST_TEXT = 40, 1_000
MOST_APPLICATIONS = 300
KEPT_UNDECIDED = datetime.timedelta(days=90)


@dataclass(frozen=True)
class Call:
    """A call for a group.

    Args:
        id: Names it for good.
        name: Of the group that comes of it; no two groups have the same.
        texts: What it is about, in one or more languages.
        places: How many there are.
        until: The last day to apply; None while an editor still writes it.
        settled_on: When an editor decided who is in.
        withdrawn_on: When an editor took it back.
    """

    id: str
    name: str = ""
    texts: Mapping[Language, str] = field(default_factory=dict)
    places: int = 0
    until: datetime.date | None = None
    settled_on: datetime.date | None = None
    withdrawn_on: datetime.date | None = None

    @property
    def is_pending(self) -> bool:
        """Whether nobody decided yet."""
        return self.settled_on is None and self.withdrawn_on is None

    def is_open(self, today: datetime.date) -> bool:
        """Say whether people may apply."""
        return self.is_pending and self.until is not None and today <= self.until

    def is_over(self, today: datetime.date) -> bool:
        """Say whether its applications have served: decided before today, or never to be."""
        decided = self.settled_on or self.withdrawn_on
        if decided is not None:
            return decided < today
        return self.until is not None and self.until + KEPT_UNDECIDED < today

    def find_text(self, language: Language) -> str:
        """Give the text in a language, or in another where there is none."""
        order = (language, "en", *LANGUAGES)
        return next((self.texts[one] for one in order if self.texts.get(one)), "")


@dataclass(frozen=True)
class Application:
    """Somebody who handed themselves in for a group, with what they told for it."""

    call: str
    person: str
    to: Return
    name: str
    language: Language
    level: Level
    department: str
    region: str

    @property
    def key(self) -> str:
        """Where it stands on its shelf."""
        return f"{self.call}/{self.person}"

    @property
    def sign(self) -> str:
        """Name the application without saying whose it is; decides between equals."""
        return sign_person(self.call, self.person)


@dataclass(frozen=True)
class Seat:
    """A place that an editor gave by hand."""

    call: str
    sign: str


@dataclass(frozen=True)
class Member:
    """That somebody is in a group, since when."""

    call: str
    cohort: str
    name: str
    since: datetime.date


@dataclass(frozen=True)
class Lead:
    """That somebody of the editors leads a group."""

    call: str
    name: str


def sign_person(call: str, person: str) -> str:
    """Give the sign of a person for a call."""
    return hashlib.sha256(f"{call}\n{person}".encode()).hexdigest()[:12]
