"""Read what an author did out of the text they pasted: how it begins, whether it asks. Pure.

The text itself is not kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.coaching.review import refuse_unreadable
from bot.core.coaching.story import Line, read_story, shorten
from bot.core.model import Context, Draft, Severity
from bot.core.policy.engine import check
from bot.core.policy.policy import Policy
from bot.core.programme.posts.post import LONGEST_TITLE, LeadKind

_IN_SIGHT = 60  # characters; as the coach's lead sees it: what begins before is seen at once


@dataclass(frozen=True)
class Craft:
    """What a text shows of its author's craft.

    Args:
        title: Its first words.
        lead: How it begins.
        asks: Whether it ends with a question.
        is_delicate: Whether it says something that we would have asked about first.
    """

    title: str = field(repr=False)
    lead: LeadKind
    asks: bool
    is_delicate: bool


@dataclass(frozen=True)
class CraftReader:
    """Reads texts under one policy."""

    policy: Policy

    def read(self, text: str, context: Context) -> Craft:
        """Read one.

        Raises:
            DraftError: the text is empty, too long or no text.
        """
        refuse_unreadable(text)
        checked = check(Draft(text, context), self.policy)
        lines = read_story(checked).lines
        first = lines[0].text if lines else text.strip()
        return Craft(
            shorten(first, LONGEST_TITLE - 2),
            _tell_lead(lines),
            _asks_at_end(lines),
            any(found.severity is Severity.ASK for found in checked.findings),
        )


def _tell_lead(lines: Sequence[Line]) -> LeadKind:
    seen = [line for line in lines if line.start < _IN_SIGHT]
    if any(line.is_human for line in seen):
        return "moment"
    if any(line.has("number") for line in seen):
        return "number"
    if any(line.has("story-turn") for line in seen):
        return "contrast"
    return "question" if seen and seen[0].text.rstrip().endswith("?") else ""


def _asks_at_end(lines: Sequence[Line]) -> bool:
    last = next((line for line in reversed(lines) if not line.has("tag", "postscript")), None)
    return last is not None and last.text.rstrip().endswith("?")
