"""From which side a post begins: so that colleagues are not all offered the same first line.

What was offered is noted as a style, an angle and a day, nothing else: no person, no words. After
four weeks it is free again, and erased (storage/erasure.py).
"""

import datetime
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.suggesting.written import Suggestion

TERM_DAYS = 28
ANGLES_SHELF = "angles"  # its name is for good
STYLES = ("moment", "number", "contrast", "question-free")
_MOST_AVOIDED = 6
_PLAIN = "plain"
# Signals of a line (coaching/story.py), the most telling first, and how a model is told of them.
_ANGLES: Mapping[str, str] = {
    "quote": "what somebody said",
    "story-admission": "something that went wrong",
    "story-surprise": "a surprise",
    "number": "a number",
    "story-body": "what could be heard, smelt or felt",
    "story-thing": "a thing one could touch",
    "story-moment": "a moment of the day",
    "story-person": "another person",
    "story-turn": "what changed",
    "story-action": "what the hands do",
    "story-self": "the author",
    _PLAIN: "a plain statement",
}


@dataclass(frozen=True)
class OfferedAngle:
    """That on a day a first line of a style began from an angle."""

    style: str
    angle: str
    day: datetime.date

    @property
    def key(self) -> str:
        """Its place on the shelf: one a day, however often it was offered."""
        return f"{self.day.isoformat()} {self.style} {self.angle}"

    def is_over(self, today: datetime.date) -> bool:
        """Say whether it is older than four weeks."""
        return today - self.day > datetime.timedelta(days=TERM_DAYS)


class AngleShelf(Protocol):
    """Keeps offered angles; nobody's. Every method may raise StorageError."""

    async def keep(self, key: str, thing: OfferedAngle) -> None:
        """Keep one, in place of an earlier one of its key."""
        ...

    async def list_things(self) -> Sequence[OfferedAngle]:
        """List all."""
        ...


@dataclass(frozen=True)
class Avoided:
    """Styles and angles of late, those offered on most days first."""

    worn: tuple[tuple[str, str], ...] = ()

    def holds(self, one: Suggestion) -> bool:
        """Say whether a first line begins as others' did of late."""
        return (one.style, one.angle) in self.worn

    def describe(self) -> list[dict[str, str]]:
        """Give them as a model is told of them."""
        return [{"style": style, "angle": _ANGLES[angle]} for style, angle in self.worn]


def name_angle(signals: Collection[str]) -> str:
    """Name the angle of a line by the most telling signal that it gives."""
    return next((angle for angle in _ANGLES if angle in signals), _PLAIN)


def choose_angles_to_avoid(offered: Sequence[OfferedAngle], today: datetime.date) -> Avoided:
    """Choose what to avoid: of the last four weeks, most days first, of equals the latest.

    At most six: of forty-eight there must always be some left.
    """
    known = [
        one
        for one in offered
        if not one.is_over(today) and one.style in STYLES and one.angle in _ANGLES
    ]
    days = Counter((one.style, one.angle) for one in known)
    latest = {
        (one.style, one.angle): one.day.toordinal() for one in sorted(known, key=lambda o: o.day)
    }
    ranked = sorted(days, key=lambda pair: (-days[pair], -latest[pair], pair))
    return Avoided(tuple(ranked[:_MOST_AVOIDED]))
