"""A highlight: a post that an editor picked, its author's answer, and where it was shown. Pure.

Three rows, because three people may write at the same time: the editor the pick, the author the
answer, the recap that it was shown. Each is the author's, and goes with them.
"""

import datetime
import hashlib
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.core.programme.posts.post import Post

Answer = Literal["name", "plain", "no"]
MOST = 3  # in one recap
LONGEST_WHY, LONGEST_NAME = 300, 60
_KEPT = datetime.timedelta(days=45)  # an answer is given for the next recap, not for some year


@dataclass(frozen=True)
class Highlight:
    """A pick.

    Args:
        id: Made of the post and how often it was picked before: two editors pick the same one.
        post: The id of the post.
        person: Its author.
        picked_at: When.
        why: Why it worked, in an editor's words; empty: composed of what the author did.
        asked_at: When the author was asked.
        asked_of: The fingerprint of what they were asked about last.
    """

    id: str
    post: str
    person: str = field(repr=False)
    picked_at: datetime.datetime
    why: str = field(default="", repr=False)
    asked_at: datetime.datetime | None = None
    asked_of: str = ""

    def ask(self, now: datetime.datetime) -> "Highlight":
        """Note that the author is asked about it as it is."""
        return replace(self, asked_at=now, asked_of=self.fingerprint)

    def is_recent(self, now: datetime.datetime) -> bool:
        """Say whether it was picked so lately that a recap may still show it."""
        return now - self.picked_at <= _KEPT

    @property
    def is_asked(self) -> bool:
        """Say whether the author was asked about it as it is."""
        return self.asked_of == self.fingerprint

    @property
    def fingerprint(self) -> str:
        """Name what the author is asked about: with other words they are asked anew."""
        return hashlib.blake2b(self.why.encode(), digest_size=3).hexdigest()


@dataclass(frozen=True)
class Consent:
    """What an author answered, and to what.

    Args:
        highlight: The pick.
        person: The author.
        answer: With their name, without it, or not at all.
        name: As it is to stand there.
        of: The fingerprint of what they were asked about.
        answered_at: When.
    """

    highlight: str
    person: str = field(repr=False)
    answer: Answer
    name: str = field(default="", repr=False)
    of: str = ""
    answered_at: datetime.datetime | None = None


@dataclass(frozen=True)
class Showing:
    """That a highlight went out, with which recap."""

    highlight: str
    person: str = field(repr=False)
    recap: str


@dataclass(frozen=True)
class Entry:
    """A highlight with everything that is known of it."""

    highlight: Highlight
    post: Post
    consent: Consent | None = None
    showing: Showing | None = None

    @property
    def answer(self) -> Answer | None:
        """What the author answered to what they were asked about last; None: nothing yet."""
        if self.consent is None:
            return None
        if self.consent.answer == "no":
            return "no"
        is_same = self.consent.of == self.highlight.fingerprint
        return self.consent.answer if is_same else None

    @property
    def may_be_shown(self) -> bool:
        """Say whether its author said yes to it as it is, and still hands the post in."""
        return self.answer in ("name", "plain") and self.post.is_shared

    def is_fresh(self, now: datetime.datetime) -> bool:
        """Say whether it may still wait for a recap."""
        return self.showing is None and self.highlight.is_recent(now)

    def takes_place(self, now: datetime.datetime) -> bool:
        """Say whether it takes one of the places of the next recap."""
        return self.is_fresh(now) and self.answer != "no" and self.post.is_shared
