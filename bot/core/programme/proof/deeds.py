"""What people did in a month, before anything of it may be told. Pure.

A deed names its person; it never leaves this package but as a cell (see disclosure.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "posts",
    "reach",
    "engagement",
    "themes",
    "drafts",
    "answer-time",
    "go-share",
    "rules",
    "votes",
    "visits",
    "cases",
    "case-time",
]
# exact: a count. sum: rounded to three digits. coarse: a count in tens. parts: coarse counts.
# share: of a hundred, in steps. times: within what time half and nine in ten were done.
Manner = Literal["exact", "sum", "coarse", "parts", "share", "times"]
MANNERS: Mapping[Kind, Manner] = {
    "posts": "exact",
    "reach": "sum",
    "engagement": "sum",
    "themes": "parts",
    "drafts": "exact",
    "answer-time": "times",
    "go-share": "share",
    "rules": "parts",
    "votes": "coarse",
    "visits": "coarse",
    "cases": "coarse",
    "case-time": "times",
}
KINDS: tuple[Kind, ...] = tuple(MANNERS)
# What counts some of the deeds that another figure counts: it is told of whole blocks of that one.
BASES: Mapping[Kind, Kind] = {
    "themes": "posts",
    "rules": "drafts",
    "go-share": "drafts",
    "cases": "drafts",
}
# What is told in one sitting: no draft is “go” that a rule objects to.
SITTINGS: tuple[tuple[Kind, ...], ...] = (
    ("posts",),
    ("reach",),
    ("engagement",),
    ("themes",),
    ("drafts",),
    ("answer-time",),
    ("go-share", "rules"),
    ("votes",),
    ("visits",),
    ("cases",),
    ("case-time",),
)
EXCLUSIVE: frozenset[Kind] = frozenset({"themes"})  # a deed has one part of these


@dataclass(frozen=True)
class Deed:
    """Something that somebody did once, as one figure counts it.

    Args:
        kind: The figure.
        month: When, as months.py numbers them.
        person: Who; a pseudonym does.
        amount: How much: 1, or a sum, or seconds.
        parts: What it belongs to: a theme, rules, `go`. Empty: to none.
    """

    kind: Kind
    month: int
    person: str = field(repr=False)
    amount: int = 1
    parts: tuple[str, ...] = ()
