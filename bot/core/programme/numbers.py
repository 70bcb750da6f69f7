"""The numbers of posts as their authors hand them in, and what could not be read of them.

Numbers are the author's own. Nothing here compares people; what was not told is None, never zero.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

COUNTS = (
    "impressions",
    "members_reached",
    "engagements",
    "reactions",
    "comments",
    "shares",
    "clicks",
    "saves",
    "sends",
    "profile_views",
    "followers_gained",
)
RATE = "engagement_rate"
LINK, TITLE, DAY = "link", "title", "posted_on"
FIELDS = (LINK, TITLE, DAY, *COUNTS, RATE)
LEAVE_OUT = "leave-out"  # the answer to a column's question: we need not know it

LONGEST_TITLE = 120


@dataclass(frozen=True)
class PostNumbers:
    """What is known of one post; None where nobody told.

    `engagements` and `engagement_rate` are counted by LinkedIn (the rate as a share of one), and
    not alike for members and for pages; so they are kept as told and never worked out from others.
    """

    link: str = field(default="", repr=False)
    title: str = field(default="", repr=False)
    posted_on: datetime.date | None = None
    impressions: int | None = None
    members_reached: int | None = None
    engagements: int | None = None
    reactions: int | None = None
    comments: int | None = None
    shares: int | None = None
    clicks: int | None = None
    saves: int | None = None
    sends: int | None = None
    profile_views: int | None = None
    followers_gained: int | None = None
    engagement_rate: float | None = None


@dataclass(frozen=True)
class ColumnQuestion:
    """A column that we do not know, or only suppose to know; nothing of it is read until told.

    Args:
        sheet: Where it stands.
        header: As it stands there; the column's letter where it has none.
        examples: A few of its values, shortened, for whoever is asked.
        suggestion: The field that it may be; empty when we have no idea.
    """

    sheet: str
    header: str
    examples: tuple[str, ...] = field(default=(), repr=False)
    suggestion: str = ""

    @property
    def key(self) -> str:
        """Name the question, so that an answer finds it."""
        return self.name_key(self.header)

    @staticmethod
    def name_key(header: str) -> str:
        """Name the question that a column of this header raises."""
        return f"column:{fold_header(header)}"


DayOrder = Literal["day-first", "month-first"]
ORDERS: tuple[DayOrder, ...] = ("day-first", "month-first")


@dataclass(frozen=True)
class DateQuestion:
    """A column of dates that could be read in two ways; they stay unread until told."""

    sheet: str
    header: str
    example: str
    day_first: datetime.date
    month_first: datetime.date

    @property
    def key(self) -> str:
        """Name the question, so that an answer finds it."""
        return self.name_key(self.header)

    @staticmethod
    def name_key(header: str) -> str:
        """Name the question that a column of this header raises."""
        return f"dates:{fold_header(header)}"


Question = ColumnQuestion | DateQuestion
# By the key of a question: a field, LEAVE_OUT, or a DayOrder.
Answers = Mapping[str, str]

NoteKind = Literal[
    "no-posts",
    "rows-merged",
    "higher-kept",
    "rows-without-post",
    "unreadable",
    "formulas-empty",
    "columns-left",
    "not-utf8",
]


@dataclass(frozen=True)
class Note:
    """Something worth saying of what was read: what kind, how often, and of which column."""

    kind: NoteKind
    count: int = 1
    header: str = ""


@dataclass(frozen=True)
class NumbersRead:
    """What was read out of a file."""

    posts: tuple[PostNumbers, ...]
    notes: tuple[Note, ...] = ()
    questions: tuple[Question, ...] = ()


RefusalReason = Literal[
    "empty",
    "too-large",
    "too-large-inside",
    "too-many-sheets",
    "too-many-rows",
    "too-many-columns",
    "too-slow",
    "broken",
    "password",
    "macros",
    "web-page",
    "unknown-kind",
    "unknown-layout",
]


@dataclass(frozen=True)
class ExportRefused:
    """A file that was not read.

    Args:
        reason: Why.
        limit: What is allowed at most, where that is the reason (in megabytes for sizes).
        looked_for: Names of sheets and columns of which we needed some.
        found: Those that there were.
    """

    reason: RefusalReason
    limit: int = 0
    looked_for: tuple[str, ...] = ()
    found: tuple[str, ...] = field(default=(), repr=False)


def fold_header(header: str) -> str:
    """Give a header as it is compared: small letters, single blanks, no colon at its end."""
    return " ".join(header.casefold().split()).rstrip(" :")


def accept_suggestions(questions: Iterable[Question]) -> dict[str, str]:
    """Answer every question that has a suggestion with it."""
    return {
        question.key: question.suggestion
        for question in questions
        if isinstance(question, ColumnQuestion) and question.suggestion
    }
