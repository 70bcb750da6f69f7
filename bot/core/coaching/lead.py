"""Find the author's own sentence that should come first, and say why. Writes nothing new."""

from bot.core.coaching.story import HUMAN, Line, Story

_IN_SIGHT = 60  # characters; what begins before is seen at once, wherever it stands


def choose_lead_line(story: Story) -> Line | None:
    """Choose the most human line; None when the draft begins with it, or has none."""
    opening = next((line for line in story.lines if not line.has("tag")), None)
    if opening is None or opening.score >= HUMAN:
        return None
    best = story.ranked[0]
    if best.score < HUMAN or best.start < _IN_SIGHT:
        return None
    return best
