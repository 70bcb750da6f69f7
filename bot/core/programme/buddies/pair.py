"""A pair of buddies as one of them sees it, and what somebody does not want again. Pure."""

import datetime
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.ambassador import Level
from bot.core.programme.buddies.matching import sign_two


@dataclass(frozen=True)
class Pair:
    """One person's side of a pair; the other side is a row of its own.

    Args:
        id: Names the pair for good.
        person: Whose side it is.
        other: Their colleague. "Forget me" and leaving take this row along when it is them.
        other_name: How their channel shows the colleague.
        other_level: How sure the colleague feels.
        topics: What both chose.
        language: What both read; empty where they do not share it.
        paired_on: Since when.
        told_at: When this person is told.
        channel: Where.
        asked_at: When this person is asked how it is going; None before.
    """

    id: str
    person: str
    other: str
    other_name: str
    other_level: Level
    topics: tuple[str, ...]
    language: Language | None
    paired_on: datetime.date
    told_at: datetime.datetime
    channel: str
    asked_at: datetime.datetime | None = None

    @property
    def key(self) -> str:
        """Where this side stands on its shelf."""
        return name_side(self.id, self.person)

    @property
    def told_under(self) -> str:
        """Name the message that tells of the pair; storage/pair_erasure.py knows the form too."""
        return f"buddy/{self.id}/{sign_two(self.id, self.person)}"

    @property
    def asked_under(self) -> str:
        """Name the message that asks how it is going."""
        return f"buddy-check/{self.id}/{sign_two(self.id, self.person)}"


@dataclass(frozen=True)
class Refusal:
    """That somebody does not want to be matched with one colleague again; names nobody."""

    sign: str


def name_side(pair: str, person: str) -> str:
    """Give the key of one person's side."""
    return f"{pair}/{person}"
