"""What is kept of somebody beside their drafts: as they read it when they ask. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.core.model import Language
from bot.core.programme.kept_wording import KEPT_LINES

# What stands on which shelf of what somebody has here; the order is that of the lines.
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "enrolment": ("ambassadors",),
    "posts": ("posts",),
    "showing": ("highlights", "highlight-consents", "highlight-showings", "launch-names"),
    "numbers": ("exports",),
    "linkedin": ("linkedin-connections", "linkedin-journeys"),
    "events": ("event-answers", "event-tellings"),
    "votes": ("votes",),
    "buddies": ("pairs", "buddy-refusals"),
    "groups": ("applications", "members", "seats", "cohort-leads"),
    "pilots": ("pilot-leads", "pilot-members", "pilot-told", "pilot-notes", "pilot-keepers"),
    "nudges": ("nudges",),
    "cases": ("cases",),
}
_GROUP_OF = {shelf: group for group, shelves in _GROUPS.items() for shelf in shelves}
_OTHERS = "others"


def list_kept_lines(things: Mapping[str, int], language: Language) -> Sequence[str]:
    """Say what is kept, a line for each group of shelves; nothing for nothing."""
    counts: Counter[str] = Counter()
    for shelf, count in things.items():
        counts[_GROUP_OF.get(shelf.split()[0], _OTHERS)] += count
    lines = KEPT_LINES[language]
    return [lines[group].format(count=counts[group]) for group in lines if counts[group]]
