"""What a `limit` can count in a draft."""

import re
from collections.abc import Callable, Mapping

from bot.core.policy.reading import Reading

Places = list[tuple[int, int]]
_MENTION = re.compile(r"(?<!\w)@\w[\w.-]+")
_HASHTAG = re.compile(r"(?<!\w)#\w+")
_EXCLAMATION = re.compile(r"!")
_LINK = re.compile(r"https?://\S+|\bwww\.\S+")
_CAPITALS = re.compile(r"\b[A-ZÄÖÜ]{4,}\b")


def _expression(expression: "re.Pattern[str]") -> Callable[[Reading], Places]:
    return lambda reading: [match.span() for match in expression.finditer(reading.text)]


def _count_characters(reading: Reading) -> Places:
    return [(at, at + 1) for at in range(len(reading.text))]


COUNTABLES: Mapping[str, Callable[[Reading], Places]] = {
    "hashtags": _expression(_HASHTAG),
    "mentions": _expression(_MENTION),
    "exclamations": _expression(_EXCLAMATION),
    "links": _expression(_LINK),
    "capitals": _expression(_CAPITALS),
    "characters": _count_characters,
}


def count_places(of: str, reading: Reading) -> Places:
    """Give the places of everything of that kind."""
    return COUNTABLES[of](reading)
