"""The content plan: what comms proposes to talk about in a week. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.by_language import Lines, choose_lines, measure_lines, read_lines

_TAG = re.compile(r"(?<![\w&/])#(\w{2,40})")
_LINK = re.compile(r"https?://[^\s<>\"]{3,300}")
_LONGEST_FIELD = 4_000
_MOST_LINES, _LONGEST_LINE = 6, 300
_MOST_TAGS, _MOST_LINKS = 6, 4


@dataclass(frozen=True)
class WeekPlan:
    """The theme of one week.

    Args:
        week: Its name: 2026-W47.
        written: What its editor wrote, to be changed.
        lines: The words by language, without hashtags and links.
        hashtags: Its tags.
        links: Where to read more.
    """

    week: str
    written: str
    lines: Lines
    hashtags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanText:
    """The theme of a week in one language."""

    lines: Sequence[str]
    hashtags: Sequence[str]
    links: Sequence[str]


@dataclass(frozen=True)
class TooMuch:
    """Something that is too long; the part that is."""

    part: str


def read_plan(week: str, text: str) -> WeekPlan | TooMuch:
    """Read what an editor wrote; hashtags and links are taken out of the words."""
    if len(text) > _LONGEST_FIELD:
        return TooMuch(text[:60])
    links = tuple(dict.fromkeys(link.rstrip(".,;:!?)") for link in _LINK.findall(text)))
    words = _LINK.sub(" ", text)
    tags = tuple(dict.fromkeys(f"#{tag}" for tag in _TAG.findall(words)))
    lines = {
        language: tuple(" ".join(line.split()) for line in block)
        for language, block in read_lines(_TAG.sub(" ", words)).items()
    }
    count, longest = measure_lines(lines)
    if count > _MOST_LINES or longest > _LONGEST_LINE:
        return TooMuch(max((one for block in lines.values() for one in block), key=len)[:60])
    if len(tags) > _MOST_TAGS or len(links) > _MOST_LINKS:
        return TooMuch((tags[-1] if len(tags) > _MOST_TAGS else links[-1])[:60])
    return WeekPlan(week, text.strip(), lines, tags, links)


def choose_text(plan: WeekPlan, language: Language) -> PlanText:
    """Give a plan to a reader of one language."""
    return PlanText(choose_lines(plan.lines, language), plan.hashtags, plan.links)
