"""Find the author's own sentence that should come first, and say why. Writes nothing new."""

from collections.abc import Callable

from bot.core.coaching.messages_coach import BEHIND_FOLD, FOLLOWS, WHY_LEAD
from bot.core.coaching.preview import PHONE_CHARACTERS
from bot.core.coaching.story import HUMAN, Line, Story, shorten
from bot.core.language.quotation import mark_inside
from bot.core.model import Language, Lead

_IN_SIGHT = 60  # characters; what begins before is seen at once, wherever it stands
_FAR_BETTER = 5.0  # a draft with a fair beginning is rearranged for a much better line only
_NEARLY_AS_GOOD = 0.55  # a human line just before the best one begins the same scene
_REASONS = ("quote", "story-body", "story-admission", "story-surprise", "story-person")
_MOST_FOLLOWERS = 2  # lines that move along; more would be half the draft
IsUsable = Callable[[Line], bool]


def choose_lead_line(story: Story, is_usable: IsUsable = lambda _line: True) -> Line | None:
    """Choose the most human line; None when the draft begins with it, or has none.

    Args:
        story: The draft, weighed.
        is_usable: Refuses lines that must not be offered.
    """
    opening = [line.score for line in story.lines if line.start < _IN_SIGHT]
    best = next((line for line in story.ranked if line.is_human and is_usable(line)), None)
    if best is None or best.start < _IN_SIGHT:
        return None
    already = max(opening, default=0.0)
    if already >= HUMAN and best.score < already + _FAR_BETTER:
        return None
    return _find_beginning(story, best, is_usable)


def _find_beginning(story: Story, best: Line, is_usable: IsUsable) -> Line:
    """Give the line before the best one where the same scene begins there."""
    at = story.lines.index(best)
    before = story.lines[at - 1] if at else best
    begins_there = (
        before.is_human
        and before.score >= _NEARLY_AS_GOOD * best.score
        and before.start >= _IN_SIGHT
        and _stand_together(before, best)
        and not before.has("leaning", "question")
        and is_usable(before)
    )
    return before if begins_there else best


def suggest_lead(story: Story, is_usable: IsUsable, answer: Language) -> tuple[Line, Lead] | None:
    """Suggest the sentence to begin with, with the reason in the language of the answer."""
    line = choose_lead_line(story, is_usable)
    if line is None:
        return None
    reason = next((name for name in _REASONS if line.has(name)), "moment")
    why = WHY_LEAD[reason][answer]
    if line.start > PHONE_CHARACTERS:
        why += BEHIND_FOLD[answer]
    followers = list_scene(story, line)[1:]
    if followers:
        why += FOLLOWS[answer].format(next=mark_inside(shorten(followers[0].text, 40), answer))
    return line, Lead(line.text, why)


def list_scene(story: Story, line: Line) -> list[Line]:
    """List a line and the next ones that lean on it or tell its story on: they move along."""
    scene = [line]
    for follower in story.lines[story.lines.index(line) + 1 :][:_MOST_FOLLOWERS]:
        is_closing = follower.has("coach-thanks", "coach-consent", "coach-call")
        goes_on = follower.has("leaning") or (follower.is_human and not is_closing)
        if not (goes_on and _stand_together(line, follower)):
            break
        scene.append(follower)
    return scene


def _stand_together(line: Line, follower: Line) -> bool:
    return line.sentence.paragraph == follower.sentence.paragraph


def move_to_top(story: Story, line: Line) -> str:
    """Give the author's text with a line, and what leans on it, at the top as a paragraph."""
    last = list_scene(story, line)[-1].sentence.end
    before, after = story.text[: line.sentence.start], story.text[last:]
    rest = _close_gap(before, after)
    return f"{story.text[line.start : last]}\n\n{rest}"


def _close_gap(before: str, after: str) -> str:
    head, tail = before.rstrip(), after.lstrip()
    if not head or not tail:
        return head or tail
    gap = before[len(head) :] + after[: len(after) - len(tail)]
    breaks = min(gap.count("\n"), 2)
    return head + ("\n" * breaks or " ") + tail
