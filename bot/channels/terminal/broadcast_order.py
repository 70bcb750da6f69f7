"""What the command line asks to be sent, and the broadcast it makes, or why it makes none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.core.model import Language
from bot.core.naming import nearest_name
from bot.core.programme.broadcasts.broadcast import (
    LONGEST_TEXT,
    Broadcast,
    Text,
    Whom,
    read_text,
)
from bot.core.programme.broadcasts.moments import Unusable, read_wall
from bot.core.programme.broadcasts.office import Office, make_name
from bot.core.programme.broadcasts.ports import Tips
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS


@dataclass(frozen=True)
class Order:
    """What the command line asks to be sent.

    Args:
        texts: What is said, by language.
        whom: Whom it is for.
        at: When, in words; empty: now.
        fallback: Whose text those get whose language has none; empty: the first.
        tip: A lesson to send instead of texts.
        is_cleared: An editor vouches that what a rule wants asked first was asked.
        is_dry: Only show what would happen.
        watches: Stay and show how far it is.
    """

    texts: Mapping[Language, str]
    whom: Whom = field(default_factory=Whom)
    at: str = ""
    fallback: Language | None = None
    tip: str = ""
    is_cleared: bool = False
    is_dry: bool = False
    watches: bool = False


async def compose_ordered(
    order: Order, office: Office, tips: Tips | None, language: Language
) -> Broadcast | str:
    """Compose what was ordered; a sentence says what makes no sense."""
    texts = {one: read_text(text) for one, text in order.texts.items()}
    if order.tip:
        tip = tips.find_lesson(order.tip) if tips else None
        if tip is None:
            return f"There is no tip “{order.tip}”."
        texts = {**tip.texts, **texts}
    when = read_wall(order.at, office.now()) if order.at else None
    if isinstance(when, Unusable):
        return f"--at: {BROADCAST_WORDINGS[language].troubles[when.trouble]}"
    complaint = _find_complaint(order, texts, await office.list_cohorts())
    if complaint:
        return complaint
    first: Language = next(iter(texts)) if texts else language
    fallback = order.fallback or first
    made_at = office.clock.now()
    whole = Broadcast(make_name(), made_at, texts, fallback, order.whom, when, order.tip)
    return replace(whole, cleared=whole.words) if order.is_cleared else whole


def _find_complaint(order: Order, texts: Mapping[Language, Text], cohorts: Sequence[str]) -> str:
    for language, text in texts.items():
        length = len(text.whole)
        if length > LONGEST_TEXT:
            return f"--text-{language} has {length} characters; {LONGEST_TEXT} fit."
    if order.fallback and order.fallback not in texts:
        return f"--fallback is {order.fallback}, which has no text."
    cohort = order.whom.cohort
    if cohort and cohort not in cohorts:
        return f"There is no cohort “{cohort}”. {nearest_name(cohort, cohorts)}"
    return ""
